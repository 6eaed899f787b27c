package org.lectern.content.audit;

import java.time.Instant;
import java.util.Objects;

import org.lectern.content.Actor;

/** An event: a program gave a name and a password that fit, as it does with each of its requests. */
public record ProgramSignedIn(Actor actor, Instant at) {

    public ProgramSignedIn {
        Objects.requireNonNull(actor);
        Objects.requireNonNull(at);
    }
}
