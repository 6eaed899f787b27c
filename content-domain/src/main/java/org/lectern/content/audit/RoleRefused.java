package org.lectern.content.audit;

import java.util.Objects;

import org.lectern.content.Actor;

/**
 * An event: somebody asked for what needs a role that the account lacks. Fired by whoever tells them so, after the transaction that was refused has ended.
 *
 * @param what the method and address that were asked for: {@code POST /admin/import}
 */
public record RoleRefused(Actor actor, String what) {

    private static final int MOST = 200;

    public RoleRefused {
        Objects.requireNonNull(actor);
        var printable = what.replaceAll("\\p{Cntrl}", "");
        what = printable.length() <= MOST ? printable : printable.substring(0, MOST);
    }
}
