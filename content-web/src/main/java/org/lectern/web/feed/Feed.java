package org.lectern.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.content.reading.PublicArticle;

/**
 * What a feed tells, whatever its format. All addresses are absolute.
 *
 * @param id stays the same whatever becomes of names and slugs
 * @param description what it is about, if somebody has said it
 * @param page what it is the feed of
 * @param self its own address
 * @param publisher the name of the site
 * @param full whether the items hold the whole articles
 */
record Feed(String id, String title, Optional<String> description, String page, String self, String publisher, String language, boolean full, List<Item> items) {

    /**
     * One article.
     *
     * @param id by which feed readers know it
     * @param iri as {@code id}, where that may be written as it is only if it is an IRI
     */
    record Item(String id, String iri, String address, PublicArticle article) {
    }

    /** When something was changed in it last; empty if there is nothing in it. */
    Optional<Instant> changedAt() {
        return items.stream().map(item -> item.article().changedAt()).max(Instant::compareTo);
    }
}
