package org.lectern.content;

import java.util.Objects;
import java.util.Set;

/**
 * Who does something: the account by which the realm knows the person, the roles, and the network address asked from.
 * Every use case that writes takes one first; each door makes it in one place from the request.
 */
public record Actor(String account, Set<Role> roles, String address) {

    /** The clock, the follower, the start of the application. May do everything. */
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.values()), "");

    public Actor {
        Objects.requireNonNull(account);
        Objects.requireNonNull(address);
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @throws Refusal {@code actor.not.allowed} if the actor has none of the roles */
    public void mustBe(Role... oneOf) {
        for (var role : oneOf) {
            if (is(role)) {
                return;
            }
        }
        throw new Refusal("actor.not.allowed");
    }
}
