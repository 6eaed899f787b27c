package org.lectern.content.archive;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects that stand for parts of the archive: another one as soon as the part has changed, for those who keep what is made of it. Immutable. */
final class Seals {

    private final Object[] articles;
    private final Object living;
    private final Object addresses;

    private Seals(Object[] articles, Object living, Object addresses) {
        this.articles = articles;
        this.living = living;
        this.addresses = addresses;
    }

    /** New ones for all. @param tags how many there are */
    static Seals of(int tags) {
        var articles = new Object[tags];
        Arrays.fill(articles, new Object());
        return new Seals(articles, new Object(), new Object());
    }

    /** Of the visible articles of a tag. */
    Object articles(int tag) {
        return articles[tag];
    }

    /** Of which tags have visible articles. */
    Object living() {
        return living;
    }

    /** Of where readers may be led: which articles and tags are there, and their slugs. */
    Object addresses() {
        return addresses;
    }

    /** @param tags how many there are now; @param turned whether a tag has its first articles, or has lost its last */
    Seals after(int tags, Collection<Entry> gone, Collection<Entry> come, boolean turned) {
        var now = new Object();
        var next = Arrays.copyOf(articles, tags);
        if (tags > articles.length) {
            Arrays.fill(next, articles.length, tags, now);
        }
        for (var changed : List.of(gone, come)) {
            for (var entry : changed) {
                for (var tag : entry.tags()) {
                    next[tag] = now;
                }
            }
        }
        return new Seals(next, turned ? now : living, turned || !slugs(gone).equals(slugs(come)) ? now : addresses);
    }

    private static Map<Long, String> slugs(Collection<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::id, Entry::slug));
    }
}
