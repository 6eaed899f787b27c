package org.lectern.web.article;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.reading.Card;
import org.lectern.content.settings.Settings;

/**
 * Keeps the HTML of cards, as much as its bytes hold, so that a list which is made anew writes only what has changed. It goes with the card: {@link org.lectern.content.reading.Reading#cards} gives
 * the same object as long as the card says the same, and another one afterwards.
 */
@ApplicationScoped
public class KeptCards {

    private static final int OVERHEAD = 200;

    @Inject
    Settings settings;

    private Cache<Card, byte[]> written;

    @PostConstruct
    void begin() {
        written = Caffeine.newBuilder().weakKeys().maximumWeight(settings.cacheMegabytes() * 1024L * 1024 / 2).weigher((Card card, byte[] html) -> OVERHEAD + html.length).executor(Runnable::run).build();
    }

    /** The HTML of this very object, in UTF-8. @param writing makes it if it is not here */
    byte[] html(Card card, Function<Card, String> writing) {
        if (!card.lasting()) {
            return writing.apply(card).getBytes(StandardCharsets.UTF_8);
        }
        var known = written.getIfPresent(card);
        if (known == null) {
            known = writing.apply(card).getBytes(StandardCharsets.UTF_8);
            written.put(card, known);
        }
        return known;
    }
}
