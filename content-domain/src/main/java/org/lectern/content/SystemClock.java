package org.lectern.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Where the time comes from, in steps of a microsecond, which is what both databases keep. A test archive puts an alternative in its place and moves the clock. */
@ApplicationScoped
class SystemClock {

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
