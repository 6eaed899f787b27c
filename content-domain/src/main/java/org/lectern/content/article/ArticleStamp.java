package org.lectern.content.article;

import java.time.Instant;

/** When an article was published and changed; {@code updatedAt} may be null. */
public record ArticleStamp(Long id, Instant publishedAt, Instant updatedAt) {
}
