package org.lectern.content.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of articles by the clock alone, since they were read. Immutable.
 *
 * @param expiring the visible ones that will expire, the first first
 * @param waiting published by a node whose clock is ahead of ours
 */
record Timetable(List<Entry> expiring, List<Entry> waiting) {

    static final Timetable EMPTY = new Timetable(List.of(), List.of());

    private static final Comparator<Entry> BY_EXPIRY = Comparator.comparing(Entry::expiresAt).thenComparingLong(Entry::id);

    /** @param ids the articles that were read anew @param found what they are now, visible or not; those that are not among them are gone */
    Timetable after(Set<Long> ids, Collection<Entry> found, Instant now) {
        var expire = new ArrayList<>(expiring);
        expire.removeIf(entry -> ids.contains(entry.id()));
        found.stream().filter(entry -> entry.isVisible(now) && entry.expiresAt().isBefore(Instant.MAX)).forEach(expire::add);
        expire.sort(BY_EXPIRY);
        var come = new ArrayList<>(waiting);
        come.removeIf(entry -> ids.contains(entry.id()));
        found.stream().filter(entry -> entry.publishedAt().isAfter(now) && !entry.isExpired(now)).forEach(come::add);
        return new Timetable(expire, come);
    }

    /** When something next becomes of one; {@link Instant#MAX} if never. */
    Instant turn() {
        return Stream.concat(expiring.stream().limit(1).map(Entry::expiresAt), waiting.stream().map(Entry::publishedAt)).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    /** The waiting ones whose time has come. */
    List<Entry> due(Instant now) {
        return waiting.stream().filter(entry -> !entry.publishedAt().isAfter(now)).toList();
    }

    /** Those whose time is over. */
    List<Entry> over(Instant now) {
        return expiring.stream().takeWhile(entry -> entry.isExpired(now)).toList();
    }
}
