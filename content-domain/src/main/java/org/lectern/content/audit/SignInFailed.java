package org.lectern.content.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * An event: somebody gave a name and a password that do not fit. Fired once for each try that reached the realm, after it; tries that the throttle turned
 * away are not told, so that a stranger cannot flood the audit.
 *
 * @param account as typed, cut at 100 code points, without control characters; often no account at all
 * @param address the network address asked from
 * @param door    by which it was tried
 */
public record SignInFailed(String account, String address, Door door, Instant at) {

    private static final int MOST = 100;

    /** Where somebody can give a password. */
    public enum Door {
        /** The sign-in page. */
        FORM,
        /** HTTP Basic on {@code /api}. */
        API
    }

    public SignInFailed {
        Objects.requireNonNull(address);
        Objects.requireNonNull(door);
        Objects.requireNonNull(at);
        account = account.replaceAll("\\p{Cntrl}", "");
        account = account.codePointCount(0, account.length()) <= MOST ? account : account.substring(0, account.offsetByCodePoints(0, MOST));
    }
}
