package org.lectern.content.archive;

import java.time.Instant;
import java.util.Comparator;
import org.lectern.content.Slug;

/**
 * A published article, as much of it as the archive must know.
 *
 * @param expiresAt {@link Instant#MAX} if never
 * @param weight 0 if it has none
 * @param tags their numbers, in the author's order
 * @param weights within each of these tags, 0 where it has none; {@link #UNWEIGHTED} where it has none in any
 */
record Entry(long id, String slug, String title, Instant publishedAt, Instant expiresAt, String language, int weight, int[] tags, int[] weights) {

    /** Archive order: by weight, those without last; the newest first; by title; by id. Never the database's collation, which differs from one to the next. */
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::isCommon)
            .thenComparingInt(Entry::weight)
            .thenComparing(Entry::publishedAt, Comparator.reverseOrder())
            .thenComparing(Entry::title, Words.ORDER)
            .thenComparingLong(Entry::id);

    /** The newest first, whatever the weights; those of one moment as in {@link #ORDER}. */
    static final Comparator<Entry> BY_DATE = Comparator.comparing(Entry::publishedAt, Comparator.reverseOrder())
            .thenComparing(Entry::title, Words.ORDER)
            .thenComparingLong(Entry::id);

    static final int[] UNWEIGHTED = {};

    /** Whether it has no weight of its own among all articles, as nearly all have none. */
    boolean isCommon() {
        return weight == 0;
    }

    /** Its weight within the tag at this place among its tags. */
    int weightAt(int place) {
        return weights.length == 0 ? 0 : weights[place];
    }

    int weightIn(int tag) {
        for (var place = 0; place < weights.length; place++) {
            if (tags[place] == tag) {
                return weights[place];
            }
        }
        return 0;
    }

    boolean isVisible(Instant now) {
        return !publishedAt.isAfter(now) && !isExpired(now);
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    ArticleRef ref() {
        return new ArticleRef(id, new Slug(slug), title, publishedAt, language);
    }
}
