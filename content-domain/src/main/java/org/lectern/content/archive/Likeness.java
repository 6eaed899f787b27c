package org.lectern.content.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the articles most like one: those that share its rarest tags, the newest first among equals. A shared tag counts as much as it tells, log(N/n) for n of N articles, as the inverse document
 * frequency of text search does (K. Spärck Jones, 1972). Thousands may share a tag with an article: nothing is made for those that are not among the best.
 */
final class Likeness {

    /** A tag of more articles than this says little of what one of them is about, and is not looked into. */
    private static final int MOST_CARRIERS = 2_000;

    private static final Comparator<Like> THE_MOST_FIRST = Comparator.comparingDouble(Like::told).reversed().thenComparing(Like::entry, Entry.BY_DATE);

    private final Entry self;
    private final List<Zone> zones;
    private final int[] tags;
    private final double[] tells;

    private record Like(Entry entry, double told) {
    }

    /** @param zones all articles, this one among them */
    Likeness(Entry self, List<Zone> zones) {
        this.self = self;
        this.zones = zones;
        var articles = zones.stream().mapToInt(Zone::size).sum();
        tags = Arrays.stream(self.tags()).filter(tag -> carriers(tag) <= MOST_CARRIERS && carriers(tag) < articles).toArray();
        tells = Arrays.stream(tags).mapToDouble(tag -> Math.log((double) articles / carriers(tag))).toArray();
    }

    private int carriers(int tag) {
        return zones.stream().mapToInt(zone -> zone.tagged(tag).getCardinality()).sum();
    }

    /** At most so many. */
    List<Entry> best(int most) {
        var best = new PriorityQueue<>(THE_MOST_FIRST.reversed());
        for (var zone : zones) {
            var sets = Arrays.stream(tags).mapToObj(zone::tagged).toArray(RoaringBitmap[]::new);
            var places = FastAggregation.or(sets).toArray();
            var told = told(places, sets);
            for (var at = 0; at < places.length; at++) {
                if (best.size() < most || told[at] >= best.element().told()) {
                    var like = new Like(zone.at(places[at]), told[at]);
                    if (like.entry().id() != self.id()) {
                        best.add(like);
                    }
                    if (best.size() > most) {
                        best.remove();
                    }
                }
            }
        }
        return best.stream().sorted(THE_MOST_FIRST).map(Like::entry).toList();
    }

    /** What their shared tags tell of the articles at these places. Places and sets go up alike, so that each set is walked once. */
    private double[] told(int[] places, RoaringBitmap[] sets) {
        var told = new double[places.length];
        for (var set = 0; set < sets.length; set++) {
            var at = 0;
            for (var place : sets[set].toArray()) {
                while (places[at] != place) {
                    at++;
                }
                told[at] += tells[set];
            }
        }
        return told;
    }
}
