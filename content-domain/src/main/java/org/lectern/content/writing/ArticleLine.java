package org.lectern.content.writing;

import java.time.Instant;

import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/** An article as a list of staff shows it. @param staged edits wait; @param changedAt when its newest revision was made, by {@code changedBy} */
public record ArticleLine(Long id, Slug slug, String title, Status status, boolean staged, String owner, Instant publishedAt, Instant expiresAt, Instant changedAt, String changedBy) {
}
