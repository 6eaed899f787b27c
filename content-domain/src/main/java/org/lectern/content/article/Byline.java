package org.lectern.content.article;

/** An author's name under an article. */
public record Byline(Long articleId, int place, String name) {
}
