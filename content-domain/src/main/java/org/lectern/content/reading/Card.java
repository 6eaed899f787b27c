package org.lectern.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.lectern.content.Slug;
import org.lectern.content.address.LinkTokens;
import org.lectern.content.address.ShownPicture;

/**
 * One article in a list, without its tags, which the archive knows.
 *
 * @param excerpt safe HTML, its links and pictures tokens still: {@link Reading#excerpt} resolves them
 * @param pictures those of the excerpt that readers see, by their keys
 * @param more whether the excerpt is shorter than the article
 * @param words of the whole article
 * @param authors in order, without portraits
 */
public record Card(long id, Slug slug, String title, String excerpt, Map<String, ShownPicture> pictures, boolean more, Instant publishedAt, int words, String language, List<ReadAuthor> authors) {

    /** Whether its excerpt says the same until the article changes: it leads nowhere on this site, and shows no picture of it. */
    public boolean lasting() {
        return !LinkTokens.areIn(excerpt);
    }
}
