package org.lectern.content.archive;

import java.time.Instant;
import org.lectern.content.Slug;

/** What it takes to link to a visible article. {@code language} is a BCP 47 tag. */
public record ArticleRef(long id, Slug slug, String title, Instant publishedAt, String language) {
}
