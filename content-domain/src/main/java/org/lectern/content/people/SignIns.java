package org.lectern.content.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Racing;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.settings.Settings;

/**
 * Knows which sign-ins hold. The server's token alone would hold until its end, whoever brings it: here a sign-in ends when its person signs out, asks for nothing
 * for a time, or has been in for long enough, and its token is refused from then on, on every node and after a restart.
 */
@ApplicationScoped
@Transactional
public class SignIns {

    /** No token of the server lives as long as this. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(Settings.LONGEST_SIGN_IN_HOURS + 24);

    @Inject
    SignInRows rows;

    @Inject
    Profiles profiles;

    @Inject
    Audit audit;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** How a request stands to a sign-in. */
    public enum State {
        /** It is the first one. */
        BEGUN,
        /** The sign-in holds. */
        HOLDS,
        /** It has ended; the request is from nobody. */
        ENDED
    }

    /**
     * The server has given this token, which the browser may bring or not. Where a provider signs people in, nobody calls this, and the first request is the beginning.
     *
     * @param token the SHA-256 of what the server gave the browser
     */
    @Racing
    public void begin(Actor actor, String token) {
        if (rows.find(token).isEmpty()) {
            var now = clock.instant();
            rows.removeBefore(now.minus(FORGOTTEN_AFTER));
            rows.add(new SignIn(token, now));
            audit.write(actor, Action.SIGNED_IN, "account", null, "");
        }
    }

    /**
     * A request has brought this token. The first one makes the profile of somebody who writes.
     *
     * @param token the SHA-256 of what the server gave the browser
     */
    @Racing
    public State meet(Actor actor, String token) {
        begin(actor, token);
        var now = clock.instant();
        var signIn = rows.find(token).orElseThrow();
        if (signIn.isEnded() || signIn.isMet() && !signIn.isOf(actor.account())) {
            return State.ENDED;
        }
        if (signIn.isTimedOut(now, settings.signInIdle(), settings.signInLongest())) {
            end(actor, token, Action.SIGN_IN_TIMED_OUT);
            return State.ENDED;
        }
        if (!signIn.isMet()) {
            return first(actor, token, now);
        }
        if (signIn.isNews(now, settings.signInIdle())) {
            rows.seen(token, now);
        }
        return State.HOLDS;
    }

    private State first(Actor actor, String token, Instant now) {
        if (rows.meet(token, actor.account(), now) == 0) {
            return rows.find(token).filter(met -> !met.isEnded() && met.isOf(actor.account())).isPresent() ? State.HOLDS : State.ENDED;
        }
        profiles.make(actor);
        return State.BEGUN;
    }

    /** The person signs out. Done twice it does nothing more. */
    public void end(Actor actor, String token) {
        if (rows.find(token).isEmpty()) {
            rows.add(new SignIn(token, clock.instant()));
        }
        end(actor, token, Action.SIGNED_OUT);
    }

    private void end(Actor actor, String token, Action action) {
        if (rows.end(token) == 1) {
            audit.write(actor, action, "account", null, "");
        }
    }
}
