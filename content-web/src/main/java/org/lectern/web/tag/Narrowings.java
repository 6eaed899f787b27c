package org.lectern.web.tag;

import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.settings.Settings;
import org.lectern.web.site.Site;

/**
 * What narrows the list of a single tag, hundreds of links that stand on each of its pages: made once for all of them, and anew when a number has changed. It may take a quarter of what
 * pages may take besides.
 */
@ApplicationScoped
public class Narrowings {

    private static final int OVERHEAD = 500;

    @Inject
    Settings settings;

    private Cache<Object, Kept> byCounts;

    /** @param joined the names of tags that the addresses of expressions have to keep clear of */
    private record Kept(Narrowing narrowing, Set<Slug> joined) {

        int weight() {
            return OVERHEAD + narrowing.links().weight();
        }
    }

    @PostConstruct
    void begin() {
        byCounts = Caffeine.newBuilder().weakKeys().maximumWeight(settings.cacheMegabytes() * 1024L * 1024 / 4).weigher((Object counts, Kept kept) -> kept.weight()).executor(Runnable::run).build();
    }

    /** @param tag one that is there */
    public Narrowing of(Slug tag, Snapshot snapshot, Site site) {
        var counts = snapshot.beside(tag);          // other ones as soon as a number, a name or a slug has changed
        var joined = snapshot.joinedNames();
        var known = byCounts.getIfPresent(counts);
        if (known == null || !known.joined.equals(joined)) {
            var expression = TagExpression.of(tag);
            known = new Kept(Narrowing.of(expression, snapshot.select(expression).further(), site), joined);
            byCounts.put(counts, known);
        }
        return known.narrowing;
    }
}
