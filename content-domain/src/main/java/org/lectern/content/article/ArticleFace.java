package org.lectern.content.article;

/** What stands for an article elsewhere. {@code image}, a token or an address as written, {@code translationKey} and {@code series} may be null. */
public record ArticleFace(Long id, String image, String translationKey, String series) {
}
