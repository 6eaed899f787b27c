package org.lectern.admin.history;

import java.util.Set;

import org.lectern.admin.frame.Frame;

/** Why a revision was made, in words. */
final class Why {

    private static final Set<String> REASONS = Set.of("begin", "edit", "import", "publish", "schedule", "release", "withdraw", "bin", "take-out", "restore", "discard");

    private Why() {
    }

    /** @param reason the word that a revision keeps; one of a later version is said as it stands */
    static String in(Frame frame, String reason) {
        return REASONS.contains(reason) ? frame.say("history.why." + reason) : reason;
    }
}
