package org.lectern.content.reading;

import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.settings.Settings;

/** Keeps in memory what tags say of themselves, with the {@linkplain Snapshot#state state} in which the archive knows the tag, so that a list which is made again asks the database for nothing that it has said already. */
@ApplicationScoped
public class TagTexts {

    private static final int MOST = 10_000;

    @Inject
    Settings settings;

    @Inject
    Generation generation;

    private Cache<Object, Kept> byState;

    private record Kept(long generation, TagText text) {
    }

    @PostConstruct
    void begin() {
        byState = Caffeine.newBuilder().weakKeys().maximumSize(settings.cacheMegabytes() == 0 ? 0 : MOST).executor(Runnable::run).build();
    }

    /** What is known of this tag; what is not kept is read. */
    TagText of(TagCount tag, Snapshot snapshot, Supplier<TagText> reading) {
        var now = generation.number();          // before reading
        var state = snapshot.state(tag);
        var kept = state.map(byState::getIfPresent).filter(known -> known.generation == now);
        if (kept.isPresent()) {
            return kept.get().text;
        }
        var text = reading.get();
        state.ifPresent(it -> byState.put(it, new Kept(now, text)));
        return text;
    }
}
