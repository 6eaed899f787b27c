package org.lectern.content.article;

/** That an author's name stands under an article. */
public record Signature(Long authorId, Long articleId) {
}
