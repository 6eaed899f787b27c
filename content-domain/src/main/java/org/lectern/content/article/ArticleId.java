package org.lectern.content.article;

import org.lectern.content.Slug;

/** Which article has this slug. */
public record ArticleId(Long id, Slug slug) {
}
