package org.lectern.content.reading;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.content.edition.Change;
import org.lectern.content.edition.Follower;
import org.lectern.content.edition.Reached;
import org.lectern.content.edition.State;

/** Counts the changes that no {@linkplain org.lectern.content.archive.Snapshot#state state} of an article or a tag tells of: those of authors and pictures, and what was hidden. */
@ApplicationScoped
public class Generation implements Follower {

    private static final Set<Change.Kind> NO_STATE = EnumSet.complementOf(EnumSet.of(Change.Kind.ARTICLE, Change.Kind.TAG));

    private final AtomicLong number = new AtomicLong();

    public long number() {
        return number.get();
    }

    /** Before the archive: who sees its new state and asks here finds that what was made before has gone. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public void follow(Reached what) {
        var kinds = what.changes().stream().map(Change::kind).collect(Collectors.toSet());
        if (!Collections.disjoint(kinds, NO_STATE)) {
            number.incrementAndGet();
        }
    }

    @Override
    public void rebuild(State state) {
        number.incrementAndGet();
    }
}
