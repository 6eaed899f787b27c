package org.lectern.content.reading;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Follower;
import org.lectern.content.edition.Reached;
import org.lectern.content.edition.State;
import org.lectern.content.settings.Settings;

/**
 * Keeps in memory what lists show of articles, as many as its bytes hold, and of tags, so that a page which is made anew since something else has changed asks the
 * database for nothing that it has said already.
 *
 * <p>What is kept belongs to the {@linkplain Snapshot#state state} in which the archive knows the article or the tag, and goes with it. All of it goes when an author or a picture
 * has changed. It is never older than the state that it is asked for with: whoever reads rows to keep them has taken the state before, and whatever was kept before a
 * change that the archive does not tell of by state is left behind before the archive shows that change.
 */
@ApplicationScoped
public class KeptRows implements Follower {

    private static final int MOST_TAGS = 10_000;

    /** The changes that no state of an article or a tag tells of. */
    private static final Set<Change.Kind> NO_STATE = EnumSet.complementOf(EnumSet.of(Change.Kind.ARTICLE, Change.Kind.TAG));

    @Inject
    Settings settings;

    private volatile Cache<Object, Listed> articles;
    private volatile Cache<Object, TagText> tags;
    private final AtomicLong generation = new AtomicLong();

    @PostConstruct
    void begin() {
        articles = Caffeine.newBuilder().weakKeys().maximumWeight(settings.cacheMegabytes() * 1024L * 1024).weigher((Object state, Listed article) -> article.weight()).executor(Runnable::run).build();
        tags = Caffeine.newBuilder().weakKeys().maximumSize(settings.cacheMegabytes() == 0 ? 0 : MOST_TAGS).executor(Runnable::run).build();
        generation.incrementAndGet();       // last: whoever asks for it first and reads then finds nothing of before
    }

    /** Counts how often all that was kept has gone. */
    long generation() {
        return generation.get();
    }

    /** What is known of these articles, by their ids; what is not kept is read. @param reading reads some; leaves out what is not visible any more */
    Map<Long, Listed> articles(Snapshot snapshot, Collection<Long> ids, Function<List<Long>, Map<Long, Listed>> reading) {
        var here = articles;                // what is read now must not come into one that is begun meanwhile
        var states = new HashMap<Long, Object>();
        ids.forEach(id -> snapshot.state(id).ifPresent(state -> states.put(id, state)));
        var found = new HashMap<Long, Listed>();
        states.forEach((id, state) -> {
            var known = here.getIfPresent(state);
            if (known != null) {
                found.put(id, known);
            }
        });
        var missing = states.keySet().stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            reading.apply(missing).forEach((id, article) -> {
                here.put(states.get(id), article);
                found.put(id, article);
            });
        }
        return found;
    }

    /** What is known of this tag; what is not kept is read. */
    TagText tag(Snapshot snapshot, TagCount tag, Supplier<TagText> reading) {
        return snapshot.state(tag).map(state -> tags.get(state, asked -> reading.get())).orElseGet(reading);
    }

    /** Before the archive. */
    @Override
    public int order() {
        return 50;
    }

    @Override
    public void follow(Reached what) {
        var kinds = what.changes().stream().map(Change::kind).collect(Collectors.toSet());
        if (!Collections.disjoint(kinds, NO_STATE)) {
            begin();
        }
    }

    @Override
    public void rebuild(State state) {
        begin();
    }
}
