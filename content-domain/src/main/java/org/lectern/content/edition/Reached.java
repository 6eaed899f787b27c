package org.lectern.content.edition;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state that a follower is brought to, and all that changed since the one where it stood, in one step however many editions lie between.
 * The database may already be further than this; what it is further by comes with the next step.
 */
public record Reached(State state, Set<Change> changes) {

    public Reached {
        changes = Set.copyOf(changes);
    }

    public long edition() {
        return state.edition();
    }

    /** The ids of the changed things of this kind. */
    public Collection<Long> subjects(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).map(Change::subject).collect(Collectors.toSet());
    }
}
