package org.lectern.content.writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/**
 * An article as a list of staff shows it.
 *
 * @param title     as it was saved last
 * @param staged    edits wait behind what readers see
 * @param handedIn  an editor is asked to decide
 * @param changedAt when its newest revision was made, by {@code changedBy}
 * @param tags      their names, in the author's order
 */
public record ArticleLine(Long id, Slug slug, String title, Status status, boolean staged, boolean handedIn, String owner, Optional<Instant> publishedAt, Optional<Instant> expiresAt,
        Instant changedAt, String changedBy, List<String> tags) {

    /** Whether readers saw it until it expired. */
    public boolean isExpired(Instant now) {
        return status == Status.PUBLISHED && expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }
}
