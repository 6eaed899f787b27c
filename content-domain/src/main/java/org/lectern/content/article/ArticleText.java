package org.lectern.content.article;

import java.time.Instant;

import org.lectern.content.Slug;

/** What programs get of an article. Links in HTML and excerpt are tokens still. {@code updatedAt}, {@code description} and {@code feedId} may be null. */
public record ArticleText(Long id, Slug slug, String title, String html, String excerpt, String feedId, Instant publishedAt, Instant updatedAt, int words, String language, String description) {
}
