package org.lectern.web.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.site.Site;

/**
 * Keeps cards as they are written, as many as its bytes hold, so that a list which is made again since something else has changed asks the database for nothing that it has said already.
 *
 * <p>A card is kept under the {@linkplain Snapshot#state state} in which the archive knows its article, and goes with it; and it is left when the {@linkplain Reading#generation generation}
 * that it is of has gone. The links of tags, which all cards share, are kept as long as the archive knows the tag by that name. A card is never older than the state that it is asked for with: who reads rows to keep them has taken the state and the generation before.
 */
@ApplicationScoped
public class KeptCards {

    @Inject
    Settings settings;

    @Inject
    Reading reading;

    private Cache<Object, Kept> byState;
    private Cache<TagRef, byte[]> tagLinks;

    private record Kept(long generation, WrittenCard card) {
    }

    @PostConstruct
    void begin() {
        byState = Caffeine.newBuilder().weakKeys().maximumWeight(settings.cacheMegabytes() * 1024L * 1024).weigher((Object state, Kept kept) -> kept.card.weight()).executor(Runnable::run).build();
        tagLinks = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
    }

    /** The cards of these articles, in the order of the ids, without those that have become invisible. */
    public CardList of(List<Long> ids, Snapshot snapshot, Site site) {
        var cards = written(ids, snapshot, site);
        var pieces = new ArrayList<byte[]>();
        ids.forEach(id -> {
            var card = cards.get(id);
            if (card != null) {
                card.appendTo(pieces, unresolved -> Reading.excerpt(unresolved, snapshot, site.addresses()), snapshot.tagsOf(id).stream().map(tag -> tagLinks.get(tag, asked -> link(asked, site))).toList());
            }
        });
        return new CardList(pieces, cards.values().stream().allMatch(WrittenCard::isLasting), cards.values().stream().anyMatch(WrittenCard::isSigned));
    }

    private Map<Long, WrittenCard> written(List<Long> ids, Snapshot snapshot, Site site) {
        var generation = reading.generation();
        var found = new HashMap<Long, WrittenCard>();
        var missing = new HashMap<Long, Object>();
        for (var id : ids) {
            snapshot.state(id).ifPresent(state -> {
                var kept = byState.getIfPresent(state);
                if (kept != null && kept.generation == generation) {
                    found.put(id, kept.card);
                } else {
                    missing.put(id, state);
                }
            });
        }
        if (!missing.isEmpty()) {
            reading.cards(missing.keySet(), site.addresses()).forEach(card -> {
                var written = WrittenCard.of(card, !snapshot.tagsOf(card.id()).isEmpty(), site);
                byState.put(missing.get(card.id()), new Kept(generation, written));
                found.put(card.id(), written);
            });
        }
        return found;
    }

    private static byte[] link(TagRef tag, Site site) {
        return TagLinks.html(tag, site).getBytes(StandardCharsets.UTF_8);
    }
}
