package org.lectern.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;

/** One article in a list. @param excerpt safe HTML, links resolved; @param more whether the excerpt is shorter than the article; @param authors in order, without portraits; @param words of the whole article; @param lasting whether it says the same as long as its article, the names of tags and {@link Reading#generation} are the same; @param html what the site writes of it, in UTF-8: the card comes again as this very object as long as it says the same */
public record Card(Slug slug, String title, String excerpt, boolean more, Instant publishedAt, Optional<Instant> updatedAt, int words, String language,
        List<ReadAuthor> authors, List<TagRef> tags, boolean lasting, Memo<byte[]> html) {
}
