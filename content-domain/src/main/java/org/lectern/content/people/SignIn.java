package org.lectern.content.people;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One time that somebody signed in. Begins with the first request that brings a token of the server, and never lives again once it has ended. */
@Entity
@Table(name = "sign_in")
public class SignIn {

    /** How exact the last request is kept; so a busy person costs one row written a minute. */
    static final Duration GRAIN = Duration.ofMinutes(1);

    @Id
    private String token;

    private String account;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    private boolean ended;

    protected SignIn() {
    }

    SignIn(String token, String account, Instant now) {
        this.token = token;
        this.account = account;
        this.beganAt = now;
        this.seenAt = now;
    }

    boolean isOf(String somebody) {
        return account.equals(somebody);
    }

    boolean isEnded() {
        return ended;
    }

    /** Whether nothing was asked for too long, or it has lasted too long. */
    boolean isTimedOut(Instant now, Duration idle, Duration longest) {
        return !seenAt.plus(idle).isAfter(now) || !beganAt.plus(longest).isAfter(now);
    }

    /** Whether a request of this time is worth writing down, with an idle time of this length. */
    boolean isNews(Instant now, Duration idle) {
        var grain = idle.compareTo(GRAIN.multipliedBy(4)) < 0 ? idle.dividedBy(4) : GRAIN;
        return !seenAt.plus(grain).isAfter(now);
    }
}
