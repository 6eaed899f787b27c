package org.lectern.content.archive;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.roaringbitmap.RoaringBitmap;

/**
 * All that readers may see, at one edition. Immutable: all answers of one snapshot fit together, and none asks the database.
 *
 * <p>Articles that have a weight of their own, mostly few, stand in a zone before the rest, so that the newest article of the rest is appended there.
 */
public final class Snapshot {

    private final Point point;
    private final Tags tags;
    private final Zone weighted;
    private final Zone common;
    private final Map<Integer, Pinned> pinned;   // by tag
    private final Shards<Long, Entry> byId;
    private final Shards<String, Entry> bySlug;
    private final Timetable timetable;
    private final Instant turn;
    private final TagCount[] counted;            // those that were asked for, by tag
    private final Companions companions;
    private final Seals seals;
    private volatile List<TagCount> byCount;

    /** The articles that have a weight within a tag: those before all others of its page, and those behind them. */
    private record Pinned(List<Entry> before, List<Entry> behind) {

        static final Pinned NONE = new Pinned(List.of(), List.of());
    }

    private Snapshot(Point point, Tags tags, Zone weighted, Zone common, Map<Integer, Pinned> pinned, Shards<Long, Entry> byId, Shards<String, Entry> bySlug, Timetable timetable, Companions companions, Seals seals) {
        this.point = point;
        this.tags = tags;
        this.weighted = weighted;
        this.common = common;
        this.pinned = pinned;
        this.byId = byId;
        this.bySlug = bySlug;
        this.timetable = timetable;
        this.companions = companions;
        this.seals = seals;
        counted = new TagCount[tags.size()];
        turn = timetable.turn();
    }

    /** @param published articles, visible now or not; their tags by their numbers in {@code tags} */
    static Snapshot of(long edition, Tags tags, Collection<Entry> published, Instant now) {
        var empty = new Snapshot(Point.NONE, tags, Zone.EMPTY, Zone.EMPTY, Map.of(), Shards.empty(), Shards.empty(), Timetable.EMPTY, new Companions(tags.size()), Seals.of(tags.size()));
        return empty.with(edition, tags, List.of(), published, now);
    }

    /** This snapshot after the articles of these ids were read anew: those found are as they are given, the others are gone. */
    Snapshot with(long newEdition, Tags newTags, Collection<Long> ids, Collection<Entry> found, Instant now) {
        return with(newEdition, newTags, ids, found, now, false);
    }

    /** @param hides whether something left that is no article */
    Snapshot with(long newEdition, Tags newTags, Collection<Long> ids, Collection<Entry> found, Instant now, boolean hides) {
        var gone = ids.stream().flatMap(id -> byId.get(id).stream()).toList();
        var come = found.stream().filter(entry -> entry.isVisible(now)).toList();
        var newWeighted = zone(weighted, gone, come, false);
        var newCommon = zone(common, gone, come, true);

        var ofId = byId.draft();
        var ofSlug = bySlug.draft();
        for (var entry : gone) {
            ofId.remove(entry.id(), entry);
            ofSlug.remove(entry.slug(), entry);
        }
        for (var entry : come) {
            ofId.put(entry.id(), entry);
            ofSlug.put(entry.slug(), entry);
        }

        var stay = come.stream().map(Entry::id).collect(Collectors.toSet());
        var left = hides || gone.stream().anyMatch(entry -> !stay.contains(entry.id()));
        var changed = Stream.concat(gone.stream(), come.stream()).toList();
        var turned = changed.stream().flatMapToInt(entry -> Arrays.stream(entry.tags())).anyMatch(tag -> isLiving(tag, weighted, common) != isLiving(tag, newWeighted, newCommon));
        return new Snapshot(point.next(newEdition, left), newTags, newWeighted, newCommon, pinned(changed, newWeighted, newCommon), ofId.done(), ofSlug.done(), timetable.after(Set.copyOf(ids), found, now),
                newTags == tags ? companions.after(changed) : new Companions(newTags.size()), seals.after(newTags.size(), gone, come, turned));
    }

    /** This snapshot in the place of one that was made otherwise, so that nobody knows what has left. */
    Snapshot inPlaceOf(Snapshot other) {
        return new Snapshot(other.point.next(point.edition(), true), tags, weighted, common, pinned, byId, bySlug, timetable, companions, seals);
    }

    private static boolean isLiving(int tag, Zone weighted, Zone common) {
        return !weighted.tagged(tag).isEmpty() || !common.tagged(tag).isEmpty();
    }

    /** When this snapshot ceases to be true by itself, as an article expires or becomes due. */
    Instant turn() {
        return turn;
    }

    /** This snapshot at a later time. */
    Snapshot at(Instant now) {
        var due = timetable.due(now);
        return with(point.edition(), tags, Stream.concat(due.stream(), timetable.over(now).stream()).map(Entry::id).toList(), due, now);
    }

    Tags numbered() {
        return tags;
    }

    /** The edition that this snapshot shows at least. */
    public long edition() {
        return point.edition();
    }

    /** Where it stands among the snapshots of this node. */
    public Point point() {
        return point;
    }

    /** How many articles readers may see. */
    public int size() {
        return weighted.size() + common.size();
    }

    /** The tag with this slug, with or without visible articles. */
    public Optional<TagCount> tag(Slug slug) {
        return tags.number(slug).flatMap(this::counted);
    }

    /** The slug of the tag that this is another name of. A tag whose own slug this is goes before: ask {@link #tag} first. */
    public Optional<Slug> tagByAlias(Slug alias) {
        return tags.byAlias(alias);
    }

    /** The names, of tags that have visible articles, which could be paths of expressions, such as {@code r+d}: a tag's own name goes before. */
    public Set<Slug> joinedNames() {
        return tags.joined().stream().filter(joined -> counted(joined.tag()).filter(tag -> tag.count() > 0).isPresent()).map(Tags.Joined::name).collect(Collectors.toSet());
    }

    /** The tags that have visible articles, by name. */
    public List<TagCount> tags() {
        return Arrays.stream(tags.byName()).mapToObj(this::counted).flatMap(Optional::stream).filter(tag -> tag.count() > 0).toList();
    }

    /** The tags that have visible articles, the fullest first, then by name. */
    public List<TagCount> tagsByCount() {
        var known = byCount;            // two threads may both make it, which is the same
        if (known == null) {
            known = tags().stream().sorted(Comparator.comparingInt(TagCount::count).reversed()).toList();
            byCount = known;
        }
        return known;
    }

    /**
     * A page of the articles with this tag. Those with a negative weight in the tag come first, those with a positive one last, all others in
     * archive order between them.
     *
     * @param page from 1
     * @param pageSize at least 1
     * @return empty for an unknown tag, for a page before the first and for one past the end; the first page is there even if it is empty
     */
    public Optional<ArchivePage> tagPage(Slug slug, int page, int pageSize) {
        return tags.number(slug).flatMap(tag -> tagPage(tag, page, pageSize));
    }

    /** The articles that an expression asks for. */
    public Selection select(TagExpression expression) {
        return new Selection(expression, tags, companions, weighted, common, byId::get);
    }

    /** All articles. */
    public Selection all() {
        return selection(weighted.all(), common.all());
    }

    /** Those of these articles that are visible. */
    public Selection some(Collection<Long> ids) {
        var found = ids.stream().distinct().flatMap(id -> byId.get(id).stream()).collect(Collectors.partitioningBy(Entry::isCommon));
        return selection(weighted.positions(found.get(false)), common.positions(found.get(true)));
    }

    /** The articles published from one moment on, and before another. */
    public Selection published(Instant from, Instant until) {
        return selection(weighted.where(entry -> !entry.publishedAt().isBefore(from) && entry.publishedAt().isBefore(until)), RoaringBitmap.andNot(common.since(from), common.since(until)));
    }

    /** The months in which articles were published, with the number of them, the newest first. */
    public List<MonthCount> months(ZoneId zone) {
        var dates = Stream.concat(weighted.entries(weighted.all()).stream(), Stream.of(common.first(), common.last()).flatMap(Optional::stream)).map(Entry::publishedAt).toList();
        if (dates.isEmpty()) {
            return List.of();
        }
        var months = new ArrayList<MonthCount>();
        var oldest = YearMonth.from(Collections.min(dates).atZone(zone));
        for (var month = YearMonth.from(Collections.max(dates).atZone(zone)); !month.isBefore(oldest); month = month.minusMonths(1)) {
            var count = published(start(month, zone), start(month.plusMonths(1), zone)).size();
            if (count > 0) {
                months.add(new MonthCount(month, count));
            }
        }
        return months;
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private Selection selection(RoaringBitmap ofWeighted, RoaringBitmap ofCommon) {
        return new Selection(tags, new Part(weighted, ofWeighted), new Part(common, ofCommon), byId::get);
    }

    /**
     * The articles most like this one, as {@link Likeness} has it.
     *
     * @param most at least 1
     * @return at most so many; none for an article that is not visible
     */
    public List<ArticleRef> related(long id, int most) {
        return byId.get(id).map(article -> new Likeness(article, List.of(weighted, common)).best(most)).orElse(List.of()).stream().map(Entry::ref).toList();
    }

    /**
     * The tags that go with this one more than chance would have it, by lift: how many times as often the two stand together as they would if each were given regardless of
     * the other. What stands together only once is chance.
     *
     * @param further the tags that its articles carry besides, with how many do
     * @return at most so many, those with the greatest lift first
     */
    public List<TagCount> related(TagCount tag, List<TagCount> further, int most) {
        record Lifted(TagCount tag, double lift) {
        }
        return further.stream().filter(with -> with.count() > 1).flatMap(with -> tag(with.slug()).map(whole -> new Lifted(whole, (double) with.count() * size() / ((double) tag.count() * whole.count()))).stream())
                .filter(lifted -> lifted.lift > 1).sorted(Comparator.comparingDouble(Lifted::lift).reversed()).limit(most).map(Lifted::tag).toList();
    }

    /** A page of all articles, in archive order. Arguments and answer as of {@link #tagPage}. */
    public Optional<ArchivePage> newest(int page, int pageSize) {
        return page(List.of(new Part(weighted, weighted.all()), new Part(common, common.all())), page, pageSize);
    }

    /** Stands for a visible article as the archive knows it: another object as soon as it has read the article anew. For those who keep what is made of articles. */
    public Optional<Object> state(long id) {
        return byId.get(id).map(Function.identity());
    }

    /** Stands for what stands beside a tag, and how often: another object at the latest when that has changed. @param tag one that is there */
    public Object beside(Slug tag) {
        return select(TagExpression.of(tag)).counted();
    }

    /** Stand for the articles of each of an expression's tags, and for which tags have articles at all: others as soon as any of that has changed. What an expression without {@code all} and {@code any} asks for depends on more. */
    public List<Object> seals(TagExpression expression) {
        var terms = Stream.of(expression.all(), expression.any(), expression.not()).flatMap(List::stream).flatMap(slug -> tags.number(slug).stream()).map(seals::articles);
        return Stream.concat(Stream.of(seals.living()), terms).toList();
    }

    /** Stands for where links in texts lead: another object as soon as an article or a tag is there that was not, or is not any more, or an article has another slug. */
    public Object addresses() {
        return seals.addresses();
    }

    /** Stands for the names and slugs of all tags: another object as soon as one of them has changed. */
    public Object names() {
        return tags;
    }

    /** The same as of an article, for a tag. */
    public Optional<Object> state(TagCount tag) {
        return tags.number(tag.slug()).flatMap(tags::tag).map(Function.identity());
    }

    public Optional<ArticleRef> article(long id) {
        return byId.get(id).map(Entry::ref);
    }

    public Optional<ArticleRef> article(Slug slug) {
        return bySlug.get(slug.value()).map(Entry::ref);
    }

    /** The article before this one in archive order; empty for the first, and for one that is not visible. */
    public Optional<ArticleRef> previous(long id) {
        return byId.get(id).flatMap(entry -> entry.isCommon() ? common.before(entry).or(weighted::last) : weighted.before(entry)).map(Entry::ref);
    }

    /** The article behind this one in archive order; empty for the last, and for one that is not visible. */
    public Optional<ArticleRef> next(long id) {
        return byId.get(id).flatMap(entry -> entry.isCommon() ? common.after(entry) : weighted.after(entry).or(common::first)).map(Entry::ref);
    }

    /** The tags of a visible article in its author's order; none if it is not visible. */
    public List<TagRef> tagsOf(long id) {
        return byId.get(id).stream().flatMapToInt(entry -> Arrays.stream(entry.tags())).mapToObj(tags::tag).flatMap(Optional::stream).toList();
    }

    private Optional<TagCount> counted(int tag) {
        var known = counted[tag];           // two threads may both make it, which is the same
        if (known == null && tags.tag(tag).isPresent()) {
            var it = tags.tag(tag).get();
            known = new TagCount(it.slug(), it.name(), it.id(), weighted.tagged(tag).getCardinality() + common.tagged(tag).getCardinality());
            counted[tag] = known;
        }
        return Optional.ofNullable(known);
    }

    private Optional<ArchivePage> tagPage(int tag, int page, int pageSize) {
        var own = pinned.getOrDefault(tag, Pinned.NONE);
        return page(List.of(new Part(own.before), new Part(weighted, weighted.unweighted(tag)), new Part(common, common.unweighted(tag)), new Part(own.behind)), page, pageSize);
    }

    static Optional<ArchivePage> page(List<Part> parts, int page, int pageSize) {
        if (pageSize < 1) {
            throw new IllegalArgumentException("A page holds at least one article, not " + pageSize);
        }
        var total = parts.stream().mapToInt(Part::size).sum();
        var pages = Math.max(1, (int) ((total + (long) pageSize - 1) / pageSize));
        if (page < 1 || page > pages) {
            return Optional.empty();
        }
        var ids = new ArrayList<Long>(Math.min(pageSize, total));
        var offset = (page - 1) * pageSize;      // less than total, so it cannot overflow
        for (var part : parts) {
            part.take(offset, pageSize - ids.size(), ids);
            offset = Math.max(0, offset - part.size());
        }
        return Optional.of(new ArchivePage(total, page, pages, ids));
    }

    private static Zone zone(Zone zone, List<Entry> gone, List<Entry> come, boolean isCommon) {
        return zone.with(gone.stream().filter(entry -> entry.isCommon() == isCommon).toList(), come.stream().filter(entry -> entry.isCommon() == isCommon).toList());
    }

    private Map<Integer, Pinned> pinned(List<Entry> changed, Zone newWeighted, Zone newCommon) {
        var touched = new HashSet<Integer>();
        for (var entry : changed) {
            IntStream.range(0, entry.weights().length).filter(place -> entry.weights()[place] != 0).forEach(place -> touched.add(entry.tags()[place]));
        }
        if (touched.isEmpty()) {
            return pinned;
        }
        var next = new HashMap<>(pinned);
        for (var tag : touched) {
            var order = Comparator.<Entry>comparingInt(entry -> entry.weightIn(tag)).thenComparing(Entry.ORDER);
            var all = new ArrayList<>(newWeighted.weighted(tag));
            all.addAll(newCommon.weighted(tag));
            all.sort(order);
            if (all.isEmpty()) {
                next.remove(tag);
            } else {
                next.put(tag, new Pinned(all.stream().filter(entry -> entry.weightIn(tag) < 0).toList(), all.stream().filter(entry -> entry.weightIn(tag) > 0).toList()));
            }
        }
        return next;
    }

    /** A run of articles in a list: some of a zone, or some that have places of their own. */
    record Part(Zone zone, RoaringBitmap set, List<Entry> own) {

        Part(Zone zone, RoaringBitmap set) {
            this(zone, set, List.of());
        }

        Part(List<Entry> own) {
            this(Zone.EMPTY, Zone.EMPTY.all(), own);
        }

        int size() {
            return set.getCardinality() + own.size();
        }

        void take(int offset, int most, List<Long> into) {
            zone.take(set, offset, most, into);
            own.stream().skip(offset).limit(most).forEach(entry -> into.add(entry.id()));
        }
    }
}
