package org.lectern.content.people;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One time that somebody signed in. Begins when the server gives its token, is met by the first request that brings it, and never lives again once it has ended.
 */
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

    /** Nobody's until it is met: the sign-in page knows the account as it was typed, and only the request that brings the token as the realm spells it. */
    SignIn(String token, Instant now) {
        this.token = token;
        this.account = "";
        this.beganAt = now;
        this.seenAt = now;
    }

    boolean isMet() {
        return !account.isEmpty();
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
