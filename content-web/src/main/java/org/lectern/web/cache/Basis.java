package org.lectern.web.cache;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.lectern.content.TagExpression;
import org.lectern.content.archive.Point;
import org.lectern.content.archive.Snapshot;

/** What a page was made of. When the archive has gone on, a page that would be made of the same again is the same: then nobody makes it anew. */
public interface Basis {

    /** Of a page that is made anew after every change. */
    Basis NONE = Optional::empty;

    /** Where the archive stands now, if the page would be made of the same there. To be told in a small part of the time that making it takes, and without the database. */
    Optional<Point> holds();

    /**
     * @param made what the page was made of, as {@code seeing} saw it before the page was read
     * @param seeing tells from a snapshot all that the page depends on, as something that is equal if it is the same; keeps no snapshot
     */
    static Basis of(Object made, Supplier<Snapshot> archive, Function<Snapshot, Object> seeing) {
        return () -> {
            var now = archive.get();
            return made.equals(seeing.apply(now)) ? Optional.of(now.point()) : Optional.empty();
        };
    }

    /**
     * Of what shows an expression's articles and says of tags nothing but names: the same until an article of one of its tags changes, whichever.
     *
     * @param leading whether it shows where texts lead
     * @param generation of {@link org.lectern.content.reading.Reading#generation}, from before it was read
     */
    static Basis of(TagExpression expression, boolean leading, Snapshot made, long generation, Supplier<Snapshot> archive, LongSupplier generations) {
        return Terms.basis(expression, leading, made, generation, archive, generations);
    }
}
