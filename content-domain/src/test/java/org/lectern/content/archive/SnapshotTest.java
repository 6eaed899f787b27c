package org.lectern.content.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

class SnapshotTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Slug JAVA = new Slug("java");

    @Test
    void the_newest_article_comes_first_and_one_with_a_weight_before_it() {
        var snapshot = snapshot(article(1, "Old", 1), article(2, "New", 9), weighted(3, "Heavy", 0, 20), weighted(4, "Light", 0, 10));

        assertEquals(new ArchivePage(4, 1, 1, List.of(4L, 3L, 2L, 1L)), snapshot.newest(1, 50).orElseThrow());
        assertEquals("Light", snapshot.previous(3).orElseThrow().title());
        assertEquals("New", snapshot.next(3).orElseThrow().title());
        assertEquals("Heavy", snapshot.previous(2).orElseThrow().title());
        assertEquals(Optional.empty(), snapshot.previous(4));
        assertEquals(Optional.empty(), snapshot.next(1));
    }

    @Test
    void by_date_the_newest_comes_first_whatever_the_weights() {
        var snapshot = snapshot(article(1, "Old", 1), article(2, "New", 9), weighted(3, "Heavy", 5, 20), weighted(4, "Light", 0, 10), inJava(5, 3, 7), inJava(6, 2, -7));
        var java = snapshot.select(TagExpression.of(JAVA));

        assertEquals(List.of(2L, 3L, 5L, 6L, 1L, 4L), idsOf(snapshot.all().latest(10)));
        assertEquals(List.of(2L, 3L), idsOf(snapshot.all().latest(2)));
        assertEquals(List.of(4L, 1L, 6L, 5L, 3L, 2L), idsOf(snapshot.all().earliest(0, 10)));
        assertEquals(List.of(6L, 5L), idsOf(snapshot.all().earliest(2, 2)));
        assertEquals(List.of(5L, 6L), idsOf(java.latest(10)));
        assertEquals(List.of(), idsOf(snapshot.select(new TagExpression(List.of(JAVA), List.of(), List.of(JAVA))).latest(10)));
    }

    @Test
    void whoever_goes_on_from_mark_to_mark_meets_every_article_once() {
        var articles = new ArrayList<Entry>();
        for (var id = 1; id <= 60; id++) {
            articles.add(id % 7 == 0 ? weighted(id, "T" + id % 3, id % 5, id % 4 + 1) : article(id, "T" + id % 3, id % 5));
        }
        var all = snapshot(articles.toArray(Entry[]::new)).all();
        var page = all.latest(4);
        var met = new ArrayList<>(idsOf(page));
        while (page.size() == 4) {
            page = all.latest(Mark.behind(page.get(3)), 4);
            met.addAll(idsOf(page));
        }

        assertEquals(idsOf(all.latest(100)), met);
        assertEquals(60, met.size());
    }

    @Test
    void behind_a_mark_whose_article_has_gone_none_is_missed() {
        var snapshot = snapshot(article(1, "A", 2), article(2, "C", 2), article(3, "Z", 1));

        assertEquals(List.of(1L, 2L, 3L), idsOf(snapshot.all().latest(new Mark(article(9, "B", 2).publishedAt(), 9), 10)));
        assertEquals(List.of(2L, 3L), idsOf(snapshot.all().latest(new Mark(article(1, "A", 2).publishedAt(), 1), 10)));
    }

    private static List<Long> idsOf(List<ArticleRef> articles) {
        return articles.stream().map(ArticleRef::id).toList();
    }

    @Test
    void articles_of_one_moment_stand_by_title_without_regard_to_case_then_by_id() {
        var snapshot = snapshot(article(1, "Zebra", 1), article(2, "éclair", 1), article(3, "Eclairs", 1), article(4, "apple", 1), article(6, "Apple", 1), article(5, "Apple", 1));

        assertEquals(List.of(5L, 6L, 4L, 2L, 3L, 1L), snapshot.newest(1, 50).orElseThrow().ids());
    }

    @Test
    void weights_within_a_tag_order_the_page_of_that_tag_only() {
        var snapshot = snapshot(
                inJava(1, 1, 0), inJava(2, 2, 5), inJava(3, 3, -1), inJava(4, 4, 0), inJava(5, 5, -7), inJava(6, 6, 5));

        assertEquals(List.of(5L, 3L, 4L, 1L, 6L, 2L), snapshot.tagPage(JAVA, 1, 50).orElseThrow().ids());
        assertEquals(List.of(4L, 1L), snapshot.tagPage(JAVA, 2, 2).orElseThrow().ids());
        assertEquals(List.of(6L, 5L, 4L, 3L, 2L, 1L), snapshot.newest(1, 50).orElseThrow().ids());
    }

    @Test
    void a_page_past_the_end_is_not_there_but_the_first_page_of_nothing_is() {
        var snapshot = snapshot(inJava(1, 1, 0), inJava(2, 2, 0), inJava(3, 3, 0));

        assertEquals(new ArchivePage(3, 2, 2, List.of(1L)), snapshot.tagPage(JAVA, 2, 2).orElseThrow());
        assertEquals(Optional.empty(), snapshot.tagPage(JAVA, 3, 2));
        assertEquals(Optional.empty(), snapshot.tagPage(JAVA, 0, 2));
        assertEquals(Optional.empty(), snapshot.tagPage(JAVA, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(Optional.empty(), snapshot.tagPage(new Slug("cobol"), 1, 2));
        assertEquals(new ArchivePage(0, 1, 1, List.of()), snapshot.tagPage(new Slug("unused"), 1, 2).orElseThrow());
        assertEquals(new ArchivePage(0, 1, 1, List.of()), snapshot().newest(1, 50).orElseThrow());
    }

    @Test
    void a_tag_without_visible_articles_is_known_but_not_listed() {
        var snapshot = snapshot(inJava(1, 1, 0));

        assertEquals(Optional.of(new TagCount(new Slug("unused"), "Unused", 12, 0)), snapshot.tag(new Slug("unused")));
        assertEquals(List.of(new TagCount(JAVA, "Java", 10, 1)), snapshot.tags());
    }

    @Test
    void names_that_could_be_expressions_are_told_of_tags_that_readers_may_meet() {
        var tags = Tags.NONE.draft();
        for (var name : List.of("java+postgresql", "r+d", "research", "c++", "java")) {
            tags.put(new TagRef(name.hashCode(), new Slug(name), name));
        }
        tags.putAlias("r+m", "research".hashCode());
        tags.putAlias("r+n", "r+d".hashCode());
        var numbers = new int[] {tags.number("java+postgresql".hashCode()), tags.number("research".hashCode()), tags.number("c++".hashCode()), tags.number("java".hashCode())};

        var snapshot = Snapshot.of(1, tags.done(), List.of(new Entry(1, "one", "One", NOON, Instant.MAX, "en", 0, numbers, Entry.UNWEIGHTED)), NOON);

        assertEquals(Set.of(new Slug("java+postgresql"), new Slug("r+m")), snapshot.joinedNames());
    }

    @Test
    void tags_that_narrow_a_full_one_are_counted_as_those_of_a_rare_one() {
        var entries = new ArrayList<Entry>();
        for (var id = 1; id <= 300; id++) {
            entries.add(new Entry(id, "article-" + id, "Title", NOON.minusSeconds(id), Instant.MAX, "en", id % 50 == 0 ? 1 : 0, id % 3 == 0 ? new int[] {0, 1} : new int[] {0}, Entry.UNWEIGHTED));
        }

        var snapshot = Snapshot.of(1, tags(), entries, NOON);

        assertEquals(List.of(new TagCount(new Slug("unused"), "Unused", 12, 100)), snapshot.select(TagExpression.of(JAVA)).further());
        assertEquals(List.of(new TagCount(JAVA, "Java", 10, 100)), snapshot.select(TagExpression.of(new Slug("unused"))).further());
    }

    @Test
    void an_article_vanishes_at_the_second_of_its_expiry_and_appears_at_that_of_its_publication() {
        var expiring = new Entry(1, "a", "A", NOON.minusSeconds(60), NOON.plusSeconds(10), "en", 0, new int[] {0}, Entry.UNWEIGHTED);
        var early = new Entry(2, "b", "B", NOON.plusSeconds(5), Instant.MAX, "en", 0, new int[] {0}, Entry.UNWEIGHTED);
        var snapshot = Snapshot.of(1, tags(), List.of(expiring, early), NOON);

        var first = snapshot.turn();
        var later = snapshot.at(NOON.plusSeconds(5));
        var last = later.at(NOON.plusSeconds(10));

        assertEquals(NOON.plusSeconds(5), first);
        assertEquals(List.of(1L), snapshot.newest(1, 50).orElseThrow().ids());
        assertEquals(List.of(2L, 1L), later.newest(1, 50).orElseThrow().ids());
        assertEquals(NOON.plusSeconds(10), later.turn());
        assertEquals(List.of(2L), last.newest(1, 50).orElseThrow().ids());
        assertEquals(1, last.tag(JAVA).orElseThrow().count());
        assertEquals(Optional.empty(), last.article(1));
        assertEquals(Instant.MAX, last.turn());
    }

    @Test
    void what_is_shown_anew_leaves_older_pages_as_good_as_they_were_and_what_is_hidden_does_not() {
        var first = snapshot(inJava(1, 1, 0), inJava(2, 2, 0));

        var more = first.with(2, first.numbered(), List.of(3L), List.of(inJava(3, 3, 0)), NOON);
        var changed = more.with(3, more.numbered(), List.of(1L), List.of(article(1, "Another title", 1)), NOON);
        var withdrawn = changed.with(4, changed.numbered(), List.of(2L), List.of(), NOON);
        var other = withdrawn.with(5, withdrawn.numbered(), List.of(), List.of(), NOON);
        var takenDown = other.with(6, other.numbered(), List.of(), List.of(), NOON, true);
        var restored = snapshot(inJava(1, 1, 0)).inPlaceOf(takenDown);

        assertTrue(changed.point().allows(first.point()));
        assertFalse(withdrawn.point().allows(changed.point()));
        assertTrue(other.point().allows(withdrawn.point()));
        assertFalse(other.point().allows(changed.point()));
        assertFalse(takenDown.point().allows(other.point()));
        assertFalse(restored.point().allows(takenDown.point()));
        assertEquals(new Point(1, 7, 7), restored.point());
    }

    @Test
    void an_article_that_expires_by_itself_makes_another_point_of_the_same_edition() {
        var expiring = new Entry(1, "a", "A", NOON.minusSeconds(60), NOON.plusSeconds(10), "en", 0, new int[] {0}, Entry.UNWEIGHTED);
        var snapshot = Snapshot.of(8, tags(), List.of(expiring), NOON);

        var later = snapshot.at(NOON.plusSeconds(10));

        assertEquals(List.of(new Point(8, 1, 0), new Point(8, 2, 2)), List.of(snapshot.point(), later.point()));
    }

    /** Whatever happens in whatever order, the snapshot answers as a plain list would that is sorted and searched anew for each question. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answers_as_a_plain_list_would_after_any_changes(long seed) {
        var random = new Random(seed);
        var articles = new HashMap<Long, Entry>();
        var now = NOON;
        var snapshot = Snapshot.of(0, manyTags(), List.of(), now);

        for (var step = 1; step <= 120; step++) {
            var ids = new HashSet<Long>();
            var most = step % 10 == 0 ? 60 : 3;
            for (var changed = random.nextInt(most); changed >= 0; changed--) {
                var id = 1L + random.nextInt(150);
                ids.add(id);
                if (random.nextInt(4) == 0) {
                    articles.remove(id);
                } else {
                    articles.put(id, someArticle(random, id, now, articles.get(id)));
                }
            }
            snapshot = snapshot.with(step, snapshot.numbered(), ids, ids.stream().filter(articles::containsKey).map(articles::get).toList(), now);
            if (random.nextInt(3) == 0) {
                now = now.plusSeconds(random.nextInt(3600));
                snapshot = now.isBefore(snapshot.turn()) ? snapshot : snapshot.at(now);
            }
            assertSame(new Model(articles, now), snapshot, random);
        }
    }

    private static void assertSame(Model model, Snapshot snapshot, Random random) {
        assertEquals(model.all().size(), snapshot.size());
        assertEquals(ids(model.all()), snapshot.newest(1, 1000).orElseThrow().ids());
        for (var tag = 0; tag < 12; tag++) {
            var slug = new Slug("tag-" + tag);
            var expected = ids(model.tagged(tag));
            assertEquals(expected.size(), snapshot.tag(slug).orElseThrow().count());
            var size = 1 + random.nextInt(9);
            var read = new ArrayList<Long>();
            for (var page = 1; page <= Math.max(1, (expected.size() + size - 1) / size); page++) {
                read.addAll(snapshot.tagPage(slug, page, size).orElseThrow().ids());
            }
            assertEquals(expected, read);
            assertEquals(Optional.empty(), snapshot.tagPage(slug, Math.max(1, (expected.size() + size - 1) / size) + 1, size));
            assertSame(model, snapshot, TagExpression.of(slug), List.of(tag), List.of(), List.of());
        }
        for (var tries = 0; tries < 12; tries++) {
            var all = someTags(random, 2);
            var any = someTags(random, 3);
            var not = someTags(random, 2);
            TagExpression.of(slugs(all), slugs(any), slugs(not)).ifPresent(expression -> assertSame(model, snapshot, expression, all, any, not));
        }
        for (var place = 0; place < model.all().size(); place++) {
            var entry = model.all().get(place);
            assertEquals(place == 0 ? Optional.empty() : Optional.of(model.all().get(place - 1).id()), snapshot.previous(entry.id()).map(ArticleRef::id));
            assertEquals(place == model.all().size() - 1 ? Optional.empty() : Optional.of(model.all().get(place + 1).id()), snapshot.next(entry.id()).map(ArticleRef::id));
            assertEquals(Optional.of(entry.title()), snapshot.article(new Slug(entry.slug())).map(ArticleRef::title));
            assertEquals(Arrays.stream(entry.tags()).mapToObj(tag -> "tag-" + tag).toList(), snapshot.tagsOf(entry.id()).stream().map(tag -> tag.slug().value()).toList());
        }
    }

    /** The articles, whatever the form of the expression; and each tag that narrows it leaves as many as it says. */
    private static void assertSame(Model model, Snapshot snapshot, TagExpression expression, List<Integer> all, List<Integer> any, List<Integer> not) {
        var expected = ids(model.select(all, any, not));
        var selection = snapshot.select(expression);
        assertEquals(expected, selection.page(1, 1000).orElseThrow().ids(), expression.toString());
        assertEquals(expected.size(), selection.size());
        assertTrue(expression.contradiction().isEmpty() || expected.isEmpty(), expression.toString());
        var further = selection.further();
        assertEquals(model.further(all, any, not), further.stream().collect(Collectors.toMap(tag -> tag.slug().value(), TagCount::count)));
        assertEquals(further.stream().sorted(Comparator.comparingInt(TagCount::count).reversed()).toList(), further);
        further.forEach(tag -> expression.and(tag.slug()).ifPresent(narrowed -> assertEquals(tag.count(), snapshot.select(narrowed).size())));
    }

    private static List<Integer> someTags(Random random, int most) {
        return random.ints(random.nextInt(most + 1), 0, 12).boxed().toList();
    }

    private static List<Slug> slugs(List<Integer> tags) {
        return tags.stream().map(tag -> new Slug("tag-" + tag)).toList();
    }

    private static List<Long> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    /** Few dates and titles, so that many articles collide; many of the changes leave the place as it was. */
    private static Entry someArticle(Random random, long id, Instant now, Entry before) {
        var tags = new TreeSet<Integer>();
        for (var count = random.nextInt(5); count > 0; count--) {
            tags.add(random.nextInt(12));
        }
        var numbers = tags.stream().mapToInt(Integer::intValue).toArray();
        var weights = random.nextInt(3) == 0 ? Arrays.stream(numbers).map(tag -> random.nextInt(5) - 2).toArray() : Entry.UNWEIGHTED;
        var keep = before != null && random.nextBoolean();
        var published = keep ? before.publishedAt() : now.minus(Duration.ofMinutes(random.nextInt(600) - 20));
        var expires = random.nextInt(6) == 0 ? now.plusSeconds(random.nextInt(7200) - 600) : Instant.MAX;
        var title = keep ? before.title() : List.of("a", "A", "b", "ä", "Ö").get(random.nextInt(5));
        return new Entry(id, "article-" + id, title, published, expires, "en", random.nextInt(5) == 0 ? random.nextInt(7) - 3 : 0, numbers, weights);
    }

    /** The rules, as plainly as they can be said. */
    private static final class Model {

        private static final Collator COLLATOR = Collator.getInstance(ULocale.ROOT);

        static {
            COLLATOR.setStrength(Collator.SECONDARY);
        }

        private static final Comparator<Entry> ORDER = (a, b) -> {
            var weightOfA = a.weight() == 0 ? Long.MAX_VALUE : a.weight();
            var weightOfB = b.weight() == 0 ? Long.MAX_VALUE : b.weight();
            if (weightOfA != weightOfB) {
                return Long.compare(weightOfA, weightOfB);
            }
            if (!a.publishedAt().equals(b.publishedAt())) {
                return b.publishedAt().compareTo(a.publishedAt());
            }
            if (COLLATOR.compare(a.title(), b.title()) != 0) {
                return COLLATOR.compare(a.title(), b.title());
            }
            return a.title().equals(b.title()) ? Long.compare(a.id(), b.id()) : a.title().compareTo(b.title());
        };

        private final List<Entry> all;

        Model(Map<Long, Entry> articles, Instant now) {
            all = articles.values().stream().filter(entry -> !entry.publishedAt().isAfter(now) && entry.expiresAt().isAfter(now)).sorted(ORDER).toList();
        }

        List<Entry> all() {
            return all;
        }

        List<Entry> tagged(int tag) {
            return all.stream().filter(entry -> has(entry, tag)).sorted(Comparator.comparingInt((Entry entry) -> weight(entry, tag)).thenComparing(ORDER)).toList();
        }

        List<Entry> select(List<Integer> tags, List<Integer> any, List<Integer> not) {
            return all.stream().filter(entry -> tags.stream().allMatch(tag -> has(entry, tag)) && (any.isEmpty() || any.stream().anyMatch(tag -> has(entry, tag)))
                    && not.stream().noneMatch(tag -> has(entry, tag))).toList();
        }

        /** One alternative alone is a demand, and so is the last that is not excluded. */
        Map<String, Integer> further(List<Integer> tags, List<Integer> any, List<Integer> not) {
            var demanded = new HashSet<>(tags);
            if (any.stream().noneMatch(tags::contains) && any.stream().filter(tag -> !not.contains(tag)).distinct().count() == 1) {
                any.stream().filter(tag -> !not.contains(tag)).forEach(demanded::add);
            }
            var counts = new HashMap<String, Integer>();
            for (var entry : select(tags, any, not)) {
                Arrays.stream(entry.tags()).filter(other -> !demanded.contains(other)).forEach(other -> counts.merge("tag-" + other, 1, Integer::sum));
            }
            return counts;
        }

        private static boolean has(Entry entry, int tag) {
            return Arrays.stream(entry.tags()).anyMatch(other -> other == tag);
        }

        private static int weight(Entry entry, int tag) {
            for (var place = 0; place < entry.tags().length; place++) {
                if (entry.tags()[place] == tag) {
                    return entry.weights().length == 0 ? 0 : entry.weights()[place];
                }
            }
            return 0;
        }
    }

    private static Tags manyTags() {
        var tags = Tags.NONE.draft();
        for (var tag = 0; tag < 12; tag++) {
            tags.put(new TagRef(100 + tag, new Slug("tag-" + tag), "Tag " + tag));
        }
        return tags.done();
    }

    private static Tags tags() {
        var tags = Tags.NONE.draft();
        tags.put(new TagRef(10, JAVA, "Java"));
        tags.put(new TagRef(12, new Slug("unused"), "Unused"));
        return tags.done();
    }

    private static Snapshot snapshot(Entry... entries) {
        return Snapshot.of(1, tags(), List.of(entries), NOON);
    }

    private static Entry article(long id, String title, int day) {
        return new Entry(id, "article-" + id, title, NOON.minus(Duration.ofDays(100 - day)), Instant.MAX, "en", 0, new int[0], Entry.UNWEIGHTED);
    }

    private static Entry weighted(long id, String title, int day, int weight) {
        return new Entry(id, "article-" + id, title, NOON.minus(Duration.ofDays(100 - day)), Instant.MAX, "en", weight, new int[0], Entry.UNWEIGHTED);
    }

    private static Entry inJava(long id, int day, int weight) {
        return new Entry(id, "article-" + id, "Title", NOON.minus(Duration.ofDays(100 - day)), Instant.MAX, "en", 0, new int[] {0}, new int[] {weight});
    }
}
