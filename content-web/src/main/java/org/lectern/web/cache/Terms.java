package org.lectern.web.cache;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.lectern.content.TagExpression;
import org.lectern.content.archive.Snapshot;

/** What a page or a feed of an expression's articles depends on. @param generation of what is read besides; @param addresses where texts lead, if any is shown that leads to other articles */
record Terms(long generation, Identity names, List<Identity> articles, Optional<Identity> addresses) {

    static Basis basis(TagExpression expression, boolean leading, Snapshot made, long generation, Supplier<Snapshot> archive, LongSupplier generations) {
        if (expression.all().isEmpty() && expression.any().isEmpty()) {
            return Basis.NONE;              // all articles but some: any change may be one of them
        }
        return Basis.of(of(expression, leading, made, generation), archive, now -> of(expression, leading, now, generations.getAsLong()));
    }

    private static Terms of(TagExpression expression, boolean leading, Snapshot snapshot, long generation) {
        return new Terms(generation, Identity.of(snapshot.names()), snapshot.seals(expression).stream().map(Identity::of).toList(), leading ? Optional.of(Identity.of(snapshot.addresses())) : Optional.empty());
    }
}
