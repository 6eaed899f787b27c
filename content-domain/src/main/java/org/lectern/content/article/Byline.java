package org.lectern.content.article;

/** An author's name under an article. @param portrait key of the picture that shows the author, or null */
public record Byline(Long articleId, int place, String name, String portrait) {
}
