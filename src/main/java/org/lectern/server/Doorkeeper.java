package org.lectern.server;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.audit.ProgramSignedIn;
import org.lectern.content.audit.SignInFailed;
import org.lectern.content.audit.SignInFailed.Door;

/** Stands at both doors, so that tries at one count at the other, and tells the audit of those who failed, and of programs that did not: people get a token, by which {@code SignIns} knows them. */
@ApplicationScoped
class Doorkeeper {

    @Inject
    Clock clock;

    @Inject
    Event<SignInFailed> failures;

    @Inject
    Event<ProgramSignedIn> programs;

    private SignInThrottle throttle;

    @PostConstruct
    void begin() {
        throttle = new SignInThrottle(clock);
    }

    /**
     * Whether somebody can be called so. The container writes the name of whoever fails into its log as it came: one that would begin a line of its own there, or turn one
     * around, never gets so far.
     */
    static boolean isName(String account) {
        return account.codePoints().noneMatch(codePoint -> switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }

    /** As {@link SignInThrottle#ask}. */
    Duration ask(String account, String address) {
        return throttle.ask(account, address);
    }

    /** The try that {@link #ask} has allowed has ended. */
    void settle(String account, String address, Door door, boolean signedIn) {
        throttle.settle(account, address, signedIn);
        if (!signedIn) {
            failures.fire(new SignInFailed(account, address, door, clock.instant()));
        }
    }

    /** A program has signed in and is about to be answered. */
    void letIn(Actor program) {
        programs.fire(new ProgramSignedIn(program, clock.instant()));
    }
}
