package org.lectern.content.article;

import java.time.Instant;

import org.lectern.content.Slug;

/** What lists show of an article. Links in the excerpt are tokens still. @param words of the whole text */
public record ArticleCard(Long id, Slug slug, String title, String excerpt, boolean more, Instant publishedAt, int words, String language) {
}
