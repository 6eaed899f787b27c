package org.lectern.inside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Stands still until a test moves it forward. Only the test archive holds it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovedClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    /** Goes to this instant, which lies ahead. */
    void goTo(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("Time does not go back from " + now + " to " + instant);
        }
        now = instant;
    }

    Instant in(Duration time) {
        return now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
