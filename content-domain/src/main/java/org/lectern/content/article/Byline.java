package org.lectern.content.article;

import org.lectern.content.Slug;

/** An author's name under an article. @param slug of the author; @param portrait key of the picture that shows the author, or null */
public record Byline(Long articleId, int place, Slug slug, String name, String portrait) {
}
