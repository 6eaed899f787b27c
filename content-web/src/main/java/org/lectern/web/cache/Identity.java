package org.lectern.web.cache;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.lectern.content.archive.Snapshot;

/** Equal if it stands for the same object, which says of itself that another takes its place as soon as something has changed. Keeps nothing alive: what has gone is equal to nothing. */
public final class Identity {

    private final WeakReference<Object> object;

    private Identity(Object object) {
        this.object = new WeakReference<>(object);
    }

    public static Identity of(Object object) {
        return new Identity(object);
    }

    /** Of these articles as the archive knows them; empty in the place of one that is not visible. */
    public static List<Optional<Identity>> ofArticles(Collection<Long> ids, Snapshot snapshot) {
        return ids.stream().map(id -> snapshot.state(id).map(Identity::of)).toList();
    }

    @Override
    public boolean equals(Object other) {
        var mine = object.get();
        return mine != null && other instanceof Identity that && that.object.get() == mine;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object.get());
    }
}
