package org.lectern.content.reading;

import java.util.function.Supplier;

/** What somebody makes of a thing, made when it is first asked for and kept with the thing. Two threads may both make it, to the same end. */
public final class Memo<T> {

    private volatile T made;

    public T get(Supplier<T> making) {
        var known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
