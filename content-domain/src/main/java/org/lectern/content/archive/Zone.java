package org.lectern.content.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/**
 * Articles in a row, and for each tag the set of their positions. The last shown stands at position 0, so that the newest article is appended and
 * shifts nothing. An article that leaves leaves its slot behind; a slot is used again by whatever fits between its neighbours, and all slots are
 * closed up when an article has to stand where there is none, or when too many are empty. Immutable.
 */
final class Zone {

    static final Zone EMPTY = new Zone(new Entry[0], new RoaringBitmap(), new RoaringBitmap[0], new RoaringBitmap[0]);

    private static final RoaringBitmap NOTHING = new RoaringBitmap();
    private static final Comparator<Entry> BY_POSITION = Entry.ORDER.reversed();
    private static final int MOST_EMPTY = 1_000;
    private static final long WORTH_A_CUT = 20;  // so many articles are walked in the time that cutting two sets takes; as measured, see ArchiveBench

    private final Entry[] entries;               // those that have left stand in it still, and keep it sorted
    private final RoaringBitmap live;
    private final RoaringBitmap[] tagged;        // by tag
    private final RoaringBitmap[] unweighted;    // by tag: without those that have a weight in it; the same object where none has

    private Zone(Entry[] entries, RoaringBitmap live, RoaringBitmap[] tagged, RoaringBitmap[] unweighted) {
        this.entries = entries;
        this.live = live;
        this.tagged = tagged;
        this.unweighted = unweighted;
    }

    static Zone of(Collection<Entry> articles) {
        var entries = articles.toArray(Entry[]::new);
        Arrays.sort(entries, BY_POSITION);
        return ofSorted(entries);
    }

    int size() {
        return live.getCardinality();
    }

    RoaringBitmap all() {
        return live;
    }

    RoaringBitmap tagged(int tag) {
        return at(tagged, tag);
    }

    /** Those with this tag that stand in the common order on its page. */
    RoaringBitmap unweighted(int tag) {
        return at(unweighted, tag);
    }

    /** Those that have a weight in this tag, in no order. */
    List<Entry> weighted(int tag) {
        var weighted = new ArrayList<Entry>();
        if (tagged(tag) != unweighted(tag)) {
            RoaringBitmap.andNot(tagged(tag), unweighted(tag)).forEach((int position) -> weighted.add(entries[position]));
        }
        return weighted;
    }

    /** Those that carry all of some tags, one of others unless there is none, and none of the rest; a tag of number -1 is carried by nothing. */
    RoaringBitmap select(int[] all, int[] any, int[] not) {
        var demands = Arrays.stream(all).mapToObj(this::tagged).sorted(Comparator.comparingInt(RoaringBitmap::getCardinality)).toList();
        var found = demands.isEmpty() ? live : demands.get(0);
        for (var demand : demands.stream().skip(1).toList()) {
            found = RoaringBitmap.and(found, demand);
        }
        if (any.length > 0) {
            var alternatives = FastAggregation.or(Arrays.stream(any).mapToObj(this::tagged).toArray(RoaringBitmap[]::new));
            found = demands.isEmpty() ? alternatives : RoaringBitmap.and(found, alternatives);
        }
        for (var excluded : not) {
            found = RoaringBitmap.andNot(found, tagged(excluded));
        }
        return found;
    }

    /** Where these articles stand, all of which are in this zone. */
    RoaringBitmap positions(Collection<Entry> articles) {
        return RoaringBitmap.bitmapOfUnordered(articles.stream().mapToInt(this::position).toArray());
    }

    /** Those of which this holds, by walking through all. */
    RoaringBitmap where(Predicate<Entry> holds) {
        var found = new RoaringBitmap();
        live.forEach((int position) -> {
            if (holds.test(entries[position])) {
                found.add(position);
            }
        });
        return found;
    }

    /** Those published from a moment on, without a walk: only for articles without weights, which stand in the order of their dates. */
    RoaringBitmap since(Instant from) {
        var low = 0;
        var high = entries.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (entries[middle].publishedAt().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var since = live.clone();
        since.remove(0L, low);
        return since;
    }

    /** Appends the ids of this set in archive order, without the first {@code offset}, at most {@code most}. */
    void take(RoaringBitmap set, int offset, int most, List<Long> into) {
        var left = Math.min(most, set.getCardinality() - offset);
        if (left <= 0) {
            return;
        }
        long position = set.select(set.getCardinality() - 1 - offset);
        while (true) {
            into.add(entries[(int) position].id());
            if (--left == 0) {
                return;
            }
            position = set.previousValue((int) position - 1);
        }
    }

    /** The first articles of this set that stand behind a place in archive order, or simply the first; at most so many. */
    List<Entry> behind(RoaringBitmap set, Optional<Entry> place, int most) {
        var found = new ArrayList<Entry>();
        long position = set.isEmpty() ? -1 : set.last();
        if (place.isPresent()) {
            var at = Arrays.binarySearch(entries, place.get(), BY_POSITION);
            position = before(set, at >= 0 ? at : -at - 1);
        }
        while (position >= 0 && found.size() < most) {
            found.add(entries[(int) position]);
            position = before(set, (int) position);
        }
        return found;
    }

    /** All articles of this set, in no order. */
    List<Entry> entries(RoaringBitmap set) {
        var found = new ArrayList<Entry>(set.getCardinality());
        set.forEach((int position) -> found.add(entries[position]));
        return found;
    }


    /** The article at a place of one of this zone's sets. */
    Entry at(int position) {
        return entries[position];
    }

    private static long before(RoaringBitmap set, int position) {
        return position == 0 ? -1 : set.previousValue(position - 1);
    }

    /** Adds to each tag's count how many articles of this set carry it: by cutting the sets of all tags with this one, or where it is small by walking it. */
    void count(RoaringBitmap set, int[] counts) {
        if (set.getCardinality() > tagged.length * WORTH_A_CUT) {
            for (var tag = 0; tag < tagged.length; tag++) {
                counts[tag] += RoaringBitmap.andCardinality(set, tagged[tag]);
            }
            return;
        }
        set.forEach((int position) -> {
            for (var tag : entries[position].tags()) {
                counts[tag]++;
            }
        });
    }

    Optional<Entry> before(Entry entry) {
        return entry(live.nextValue(position(entry) + 1));
    }

    Optional<Entry> after(Entry entry) {
        var position = position(entry);
        return position == 0 ? Optional.empty() : entry(live.previousValue(position - 1));
    }

    Optional<Entry> first() {
        return live.isEmpty() ? Optional.empty() : entry(live.last());
    }

    Optional<Entry> last() {
        return live.isEmpty() ? Optional.empty() : entry(live.first());
    }

    /** This zone after some have left and some have come. One that changed both leaves, as it was, and comes, as it is. */
    Zone with(List<Entry> gone, List<Entry> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        var draft = new Draft(come.size());
        gone.forEach(draft::remove);
        var between = new ArrayList<Entry>();
        come.stream().sorted(BY_POSITION).filter(entry -> !draft.place(entry)).forEach(between::add);
        return draft.done(between);
    }

    private static Zone ofSorted(Entry[] entries) {
        var tags = 0;
        for (var entry : entries) {
            for (var tag : entry.tags()) {
                tags = Math.max(tags, tag + 1);
            }
        }
        var taggedWriters = new RoaringBitmapWriter<?>[tags];
        var unweightedWriters = new RoaringBitmapWriter<?>[tags];
        var weighted = new BitSet();
        for (var position = 0; position < entries.length; position++) {
            var entry = entries[position];
            for (var place = 0; place < entry.tags().length; place++) {
                add(taggedWriters, entry.tags()[place], position);
                if (entry.weightAt(place) == 0) {
                    continue;
                }
                weighted.set(entry.tags()[place]);
            }
        }
        var tagged = bitmaps(taggedWriters);
        var unweighted = tagged.clone();
        if (!weighted.isEmpty()) {
            for (var position = 0; position < entries.length; position++) {
                var entry = entries[position];
                for (var place = 0; place < entry.tags().length; place++) {
                    if (entry.weightAt(place) == 0 && weighted.get(entry.tags()[place])) {
                        add(unweightedWriters, entry.tags()[place], position);
                    }
                }
            }
            var made = bitmaps(unweightedWriters);
            weighted.stream().forEach(tag -> unweighted[tag] = made[tag]);
        }
        return new Zone(entries, RoaringBitmap.bitmapOfRange(0, entries.length), tagged, unweighted);
    }

    private static void add(RoaringBitmapWriter<?>[] writers, int tag, int position) {
        if (writers[tag] == null) {
            writers[tag] = RoaringBitmapWriter.writer().get();
        }
        writers[tag].add(position);
    }

    private static RoaringBitmap[] bitmaps(RoaringBitmapWriter<?>[] writers) {
        var bitmaps = new RoaringBitmap[writers.length];
        for (var tag = 0; tag < writers.length; tag++) {
            bitmaps[tag] = writers[tag] == null ? NOTHING : (RoaringBitmap) writers[tag].get();
        }
        return bitmaps;
    }

    private static RoaringBitmap at(RoaringBitmap[] bitmaps, int tag) {
        return tag >= 0 && tag < bitmaps.length ? bitmaps[tag] : NOTHING;
    }

    private Optional<Entry> entry(long position) {
        return position < 0 ? Optional.empty() : Optional.of(entries[(int) position]);
    }

    private int position(Entry entry) {
        var position = Arrays.binarySearch(entries, entry, BY_POSITION);
        if (position < 0 || !live.contains(position)) {
            throw new IllegalArgumentException("Not in this zone: article " + entry.id());
        }
        return position;
    }

    /** A copy in the making, which copies a tag's set when it first changes it. */
    private final class Draft {

        private final Entry[] slots;
        private int size = entries.length;
        private final RoaringBitmap present = live.clone();
        private RoaringBitmap[] all = tagged.clone();
        private RoaringBitmap[] common = unweighted.clone();
        private final BitSet owned = new BitSet();

        Draft(int room) {
            slots = Arrays.copyOf(entries, entries.length + room);
        }

        void remove(Entry entry) {
            var position = position(entry);
            present.remove(position);
            for (var tag : entry.tags()) {
                own(tag);
                all[tag].remove(position);
                common[tag].remove(position);
            }
        }

        /** Answers false if there is no slot for it. */
        boolean place(Entry entry) {
            var found = Arrays.binarySearch(slots, 0, size, entry, BY_POSITION);
            var position = found >= 0 ? found : -found - 1;
            if (found < 0 && position == size) {
                size++;
            } else if (found < 0 && present.contains(position)) {
                if (position == 0 || present.contains(position - 1)) {
                    return false;
                }
                position--;
            }
            slots[position] = entry;
            present.add(position);
            for (var place = 0; place < entry.tags().length; place++) {
                add(entry.tags()[place], entry.weightAt(place), position);
            }
            return true;
        }

        Zone done(List<Entry> between) {
            var empty = size - present.getCardinality();
            if (between.isEmpty() && empty <= Math.max(MOST_EMPTY, size / 4)) {
                return new Zone(size == slots.length ? slots : Arrays.copyOf(slots, size), present, all, common);
            }
            var closedUp = new Entry[present.getCardinality() + between.size()];
            var next = 0;
            var coming = 0;
            for (var position : present) {
                while (coming < between.size() && BY_POSITION.compare(between.get(coming), slots[position]) < 0) {
                    closedUp[next++] = between.get(coming++);
                }
                closedUp[next++] = slots[position];
            }
            while (coming < between.size()) {
                closedUp[next++] = between.get(coming++);
            }
            return ofSorted(closedUp);
        }

        private void add(int tag, int weight, int position) {
            own(tag);
            if (weight != 0 && common[tag] == all[tag]) {
                common[tag] = all[tag].clone();
            }
            all[tag].add(position);
            if (weight == 0) {
                common[tag].add(position);
            }
        }

        private void own(int tag) {
            if (tag >= all.length) {
                var known = all.length;
                all = Arrays.copyOf(all, tag + 1);
                common = Arrays.copyOf(common, tag + 1);
                Arrays.fill(all, known, tag + 1, NOTHING);
                Arrays.fill(common, known, tag + 1, NOTHING);
            }
            if (!owned.get(tag)) {
                owned.set(tag);
                var shared = all[tag] == common[tag];
                all[tag] = all[tag].clone();
                common[tag] = shared ? all[tag] : common[tag].clone();
            }
        }
    }
}
