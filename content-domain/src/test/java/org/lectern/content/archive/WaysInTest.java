package org.lectern.content.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

/** Lists that go by other things than tags, and what leads from one thing to another. */
class WaysInTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void months_are_counted_in_the_zone_of_the_site_and_those_without_articles_are_left_out() {
        var snapshot = snapshot(dated(1, "2025-12-31T23:30:00Z", 0), dated(2, "2026-02-03T10:00:00Z", 0), dated(3, "2026-02-28T10:00:00Z", 7), dated(4, "2027-01-01T00:00:00Z", 0));

        assertEquals(List.of(month(2026, 2, 2), month(2025, 12, 1)), snapshot.months(ZoneOffset.UTC));
        assertEquals(List.of(month(2026, 2, 2), month(2026, 1, 1)), snapshot.months(ZoneId.of("Europe/Vienna")));
        assertEquals(List.of(), snapshot().months(ZoneOffset.UTC));
    }

    @Test
    void articles_of_some_time_stand_in_the_order_of_the_archive() {
        var random = new Random(5);
        var entries = new ArrayList<Entry>();
        for (var id = 1; id <= 300; id++) {
            entries.add(entry(id, NOW.minusSeconds(random.nextInt(40_000_000)), random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0));
        }
        var snapshot = snapshot(entries.toArray(Entry[]::new));
        var from = NOW.minusSeconds(20_000_000);
        var until = NOW.minusSeconds(5_000_000);

        var expected = entries.stream().filter(entry -> !entry.publishedAt().isBefore(from) && entry.publishedAt().isBefore(until)).sorted(Entry.ORDER).map(Entry::id).toList();

        assertTrue(expected.size() > 50);
        assertEquals(expected, snapshot.published(from, until).page(1, 300).orElseThrow().ids());
    }

    @Test
    void of_some_articles_those_that_readers_see_stand_in_order() {
        var snapshot = snapshot(dated(1, "2026-01-01T00:00:00Z", 0), dated(2, "2026-02-01T00:00:00Z", 0), dated(3, "2025-01-01T00:00:00Z", 4), dated(4, "2027-01-01T00:00:00Z", 0));

        var some = snapshot.some(List.of(1L, 2L, 2L, 3L, 4L, 99L));

        assertEquals(3, some.size());
        assertEquals(List.of(3L, 2L, 1L), some.page(1, 10).orElseThrow().ids());
        assertEquals(List.of(2L, 1L, 3L), ids(some.latest(10)));
        assertEquals(List.of(3L, 1L, 2L), ids(some.fromTheOldest()));
    }

    @Test
    void articles_are_alike_by_the_rarest_tags_that_they_share() {
        var entries = new ArrayList<>(List.of(tagged(1, 0, 1), tagged(2, 0), tagged(3, 1), tagged(4, 2), tagged(5, 1, 2)));
        IntStream.range(6, 30).forEach(id -> entries.add(tagged(id, 0)));
        var snapshot = snapshot(entries.toArray(Entry[]::new));

        assertEquals(List.of(5L, 3L), ids(snapshot.related(1, 2)));
        assertEquals(List.of(5L), ids(snapshot.related(4, 9)));
        assertEquals(List.of(), snapshot.related(99, 9));
    }

    @Test
    void the_best_of_thousands_are_those_that_a_sort_of_all_would_put_first() {
        var dice = new Random(11);
        var entries = new ArrayList<Entry>();
        for (var id = 1; id <= 3_000; id++) {
            var tags = dice.ints(0, 60).filter(tag -> dice.nextInt(60) >= tag).distinct().limit(5).toArray();
            entries.add(new Entry(id, "article-" + id, "Title", NOW.minusSeconds(1 + dice.nextInt(500)), Instant.MAX, "en", dice.nextInt(8) == 0 ? 3 : 0, tags, Entry.UNWEIGHTED));
        }
        var snapshot = Snapshot.of(1, tags(60), entries, NOW);

        for (var self : entries.subList(0, 40)) {
            ToDoubleFunction<Entry> told = other -> Arrays.stream(self.tags()).filter(tag -> carries(other, tag)).mapToDouble(tag -> Math.log(3_000.0 / entries.stream().filter(entry -> carries(entry, tag)).count())).reduce(0, Double::sum);
            var scores = entries.stream().collect(Collectors.toMap(Entry::id, told::applyAsDouble));
            var expected = entries.stream().filter(other -> other != self && scores.get(other.id()) > 0)
                    .sorted(Comparator.<Entry>comparingDouble(other -> scores.get(other.id())).reversed().thenComparing(Entry.BY_DATE)).limit(7).map(Entry::id).toList();

            assertEquals(expected, ids(snapshot.related(self.id(), 7)));
        }
    }

    private static boolean carries(Entry entry, int tag) {
        return Arrays.stream(entry.tags()).anyMatch(each -> each == tag);
    }

    @Test
    void tags_go_together_by_lift_and_not_by_number() {
        var entries = new ArrayList<Entry>();
        IntStream.range(0, 100).forEach(id -> entries.add(id < 10 ? tagged(id, 0, 1, 2) : id < 14 ? tagged(id, 0, 1) : id == 14 ? tagged(id, 1, 3) : id < 90 ? tagged(id, 0) : tagged(id, 3)));
        var snapshot = snapshot(entries.toArray(Entry[]::new));
        var tag = snapshot.tag(new Slug("tag-1")).orElseThrow();

        var related = snapshot.related(tag, snapshot.select(TagExpression.of(tag.slug())).further(), 5);

        assertEquals("tag-2 tag-0", related.stream().map(it -> it.slug().value()).collect(Collectors.joining(" ")));
        assertEquals(89, related.get(1).count());
    }

    private static List<Long> ids(List<ArticleRef> articles) {
        return articles.stream().map(ArticleRef::id).toList();
    }

    private static MonthCount month(int year, int month, int count) {
        return new MonthCount(YearMonth.of(year, month), count);
    }

    private static Snapshot snapshot(Entry... entries) {
        return Snapshot.of(1, tags(4), List.of(entries), NOW);
    }

    private static Tags tags(int count) {
        var tags = Tags.NONE.draft();
        for (var tag = 0; tag < count; tag++) {
            tags.number(tag);
            tags.put(new TagRef(tag, new Slug("tag-" + tag), "Tag " + tag));
        }
        return tags.done();
    }

    private static Entry dated(long id, String date, int weight) {
        return entry(id, Instant.parse(date), weight);
    }

    private static Entry entry(long id, Instant date, int weight) {
        return new Entry(id, "article-" + id, "Title", date, Instant.MAX, "en", weight, new int[0], Entry.UNWEIGHTED);
    }

    private static Entry tagged(long id, int... tags) {
        return new Entry(id, "article-" + id, "Title", NOW.minusSeconds(1_000 - id), Instant.MAX, "en", 0, tags, Entry.UNWEIGHTED);
    }
}
