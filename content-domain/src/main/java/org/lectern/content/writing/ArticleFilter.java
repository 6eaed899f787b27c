package org.lectern.content.writing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/**
 * Which articles a list of staff shows, in which order.
 *
 * @param status   a single one; without it all but the bin
 * @param staged   only those with edits that wait
 * @param untagged only those without a tag
 * @param tag      the slug of a tag that they carry
 * @param author   the slug of an author under them
 * @param owner    the account that owns them
 * @param text     part of the title that readers see or that was saved last, or of the slug, in any case
 * @param from     changed at this time or later
 * @param until    changed before this time
 */
public record ArticleFilter(Optional<Status> status, boolean staged, boolean untagged, Optional<Slug> tag, Optional<Slug> author, Optional<String> owner, Optional<String> text,
        Optional<Instant> from, Optional<Instant> until, Sort sort, boolean descending) {

    /** What a list can be ordered by; what is equal is ordered by id. */
    public enum Sort {
        CHANGED, TITLE, PUBLISHED, STATUS, OWNER
    }

    /** All but the bin, the last changed first. */
    public static final ArticleFilter ALL = new ArticleFilter(Optional.empty(), false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Sort.CHANGED, true);

    public ArticleFilter {
        Objects.requireNonNull(sort);
    }

    public ArticleFilter with(Status only) {
        return new ArticleFilter(Optional.of(only), staged, untagged, tag, author, owner, text, from, until, sort, descending);
    }

    public ArticleFilter ownedBy(String account) {
        return new ArticleFilter(status, staged, untagged, tag, author, Optional.of(account), text, from, until, sort, descending);
    }

    public ArticleFilter tagged(Slug only) {
        return new ArticleFilter(status, staged, untagged, Optional.of(only), author, owner, text, from, until, sort, descending);
    }

    /** @param part of title or slug */
    public ArticleFilter containing(String part) {
        return new ArticleFilter(status, staged, untagged, tag, author, owner, Optional.of(part), from, until, sort, descending);
    }

    public ArticleFilter sortedBy(Sort newSort, boolean down) {
        return new ArticleFilter(status, staged, untagged, tag, author, owner, text, from, until, newSort, down);
    }

    public ArticleFilter withoutTags() {
        return new ArticleFilter(status, staged, true, tag, author, owner, text, from, until, sort, descending);
    }
}
