package org.lectern.content.article;

/** That an article shares a key with what it is a translation of. */
public record Translated(String key, Long articleId) {
}
