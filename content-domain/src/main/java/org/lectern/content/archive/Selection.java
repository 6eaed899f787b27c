package org.lectern.content.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

/** Visible articles of one snapshot: those that a {@link TagExpression} asks for, those of an author or of some time, or all. Made once for a page, its count and the tags that narrow it. */
public final class Selection {

    private final List<Slug> demanded;
    private final Tags tags;
    private final Snapshot.Part weighted;
    private final Snapshot.Part common;
    private final Function<Long, Optional<Entry>> byId;
    private final Supplier<long[]> beside;

    Selection(TagExpression expression, Tags tags, Companions companions, Zone weighted, Zone common, Function<Long, Optional<Entry>> byId) {
        this.demanded = expression.all();
        this.tags = tags;
        this.byId = byId;
        var all = numbers(expression.all());
        var any = numbers(expression.any());
        var not = numbers(expression.not());
        this.weighted = new Snapshot.Part(weighted, weighted.select(all, any, not));
        this.common = new Snapshot.Part(common, common.select(all, any, not));
        var tag = expression.tag().flatMap(tags::number);
        beside = tag.isPresent() ? () -> companions.of(tag.get(), this::count) : this::count;
    }

    /** Some articles of each zone. */
    Selection(Tags tags, Snapshot.Part weighted, Snapshot.Part common, Function<Long, Optional<Entry>> byId) {
        this.demanded = List.of();
        this.tags = tags;
        this.byId = byId;
        this.weighted = weighted;
        this.common = common;
        beside = this::count;
    }

    /** How many there are. */
    public int size() {
        return weighted.size() + common.size();
    }

    /** A page of them in archive order. Arguments and answer as of {@link Snapshot#tagPage}. */
    public Optional<ArchivePage> page(int page, int pageSize) {
        return Snapshot.page(List.of(weighted, common), page, pageSize);
    }

    /** All of them by date, the oldest first. */
    public List<ArticleRef> fromTheOldest() {
        return entries().sorted(Entry.BY_DATE.reversed()).map(Entry::ref).toList();
    }

    private Stream<Entry> entries() {
        return Stream.of(weighted, common).flatMap(part -> part.zone().entries(part.set()).stream());
    }

    /** The first of them by date, the newest first whatever the page's order; at most so many. */
    public List<ArticleRef> latest(int most) {
        return latest(Optional.empty(), most);
    }

    /**
     * Those behind a mark by date, the newest first; at most so many. Whoever goes from mark to mark misses none that is there throughout: where the marked article
     * has gone or has another date, those of its moment come once more.
     */
    public List<ArticleRef> latest(Mark mark, int most) {
        return latest(Optional.of(mark.place(byId.apply(mark.id()))), most);
    }

    /** A stretch of them by date, the oldest first: without the first {@code from}, at most so many. */
    public List<ArticleRef> earliest(long from, int most) {
        return Stream.concat(weighted.zone().entries(weighted.set()).stream(), common.zone().entries(common.set()).stream())
                .sorted(Entry.BY_DATE.reversed()).skip(from).limit(most).map(Entry::ref).toList();
    }

    private List<ArticleRef> latest(Optional<Entry> place, int most) {
        return Stream.concat(weighted.zone().entries(weighted.set()).stream(), common.zone().behind(common.set(), place, most).stream())
                .filter(entry -> place.isEmpty() || Entry.BY_DATE.compare(entry, place.get()) > 0)
                .sorted(Entry.BY_DATE).limit(most).map(Entry::ref).toList();
    }

    /** Every further tag that some of them carry, with how many do: the fullest first, then by name. */
    public List<TagCount> further() {
        var byName = tags.byName();
        return Arrays.stream(beside.get()).mapToObj(each -> tags.tag(byName[(int) each]).map(tag -> new TagCount(tag.slug(), tag.name(), tag.id(), (int) -(each >> Integer.SIZE)))).flatMap(Optional::stream).toList();
    }

    /** The counts of {@link #further}: of a single tag the same object as long as they are the same. */
    Object counted() {
        return beside.get();
    }

    /** For each of them a number that sorts it: the high half is how many carry it, negated, the low half its place among all by name. */
    private long[] count() {
        var counts = new int[tags.size()];
        weighted.zone().count(weighted.set(), counts);
        common.zone().count(common.set(), counts);
        for (var asked : numbers(demanded)) {
            if (asked >= 0) {
                counts[asked] = 0;
            }
        }
        var byName = tags.byName();
        return IntStream.range(0, byName.length).filter(place -> counts[byName[place]] > 0).mapToLong(place -> (long) -counts[byName[place]] << Integer.SIZE | place).sorted().toArray();
    }

    /** -1 for a tag that nothing carries, since it is not known. */
    private int[] numbers(List<Slug> slugs) {
        return slugs.stream().mapToInt(slug -> tags.number(slug).orElse(-1)).toArray();
    }
}
