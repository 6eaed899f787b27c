package org.lectern.content.article;

import java.time.Instant;

import org.lectern.content.Slug;

/** What the page of one article shows. Links in the HTML are tokens still. {@code updatedAt}, {@code description} and {@code image} may be null. */
public record ArticlePage(Long id, Slug slug, String title, String html, Outline outline, Instant publishedAt, Instant updatedAt, int words, String language,
        String description, String image) {
}
