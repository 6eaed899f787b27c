package org.lectern.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;

/**
 * An article as programs of readers get it.
 *
 * @param feedId by which feed readers knew it where it was imported from
 * @param html the whole of it, safe, links resolved, like {@code excerpt}
 * @param words of the whole
 * @param authors names in order
 */
public record PublicArticle(long id, Optional<String> feedId, Slug slug, String title, String html, String excerpt, Instant publishedAt, Optional<Instant> updatedAt, int words, String language,
        Optional<String> description, List<String> authors, List<TagRef> tags) {

    /** When it was changed last. */
    public Instant changedAt() {
        return updatedAt.orElse(publishedAt);
    }
}
