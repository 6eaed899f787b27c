package org.lectern.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;

/** An article as its author wrote it, as far as it is for readers. @param markdown links absolute; what leads to nothing that readers see is text */
public record ArticleSource(Slug slug, String title, String markdown, Instant publishedAt, Optional<Instant> updatedAt, String language, Optional<String> description, List<String> authors, List<TagRef> tags) {
}
