package org.lectern.content.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

class SealsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int JAVA = 0;
    private static final int KAFKA = 1;
    private static final int UNUSED = 2;
    private static final TagExpression BOTH = new TagExpression(List.of(new Slug("java"), new Slug("kafka")), List.of(), List.of());
    private static final TagExpression KAFKA_ALONE = TagExpression.of(new Slug("kafka"));

    private final Tags tags = tags();
    private final Snapshot before = Snapshot.of(1, tags, List.of(article(1, "leases", "Leases", JAVA), article(2, "logs", "Logs", KAFKA)), NOON);

    @Test
    void an_article_that_says_something_else_breaks_the_seals_of_its_tags_alone() {
        var after = before.with(2, tags, List.of(1L), List.of(article(1, "leases", "Leases again", JAVA)), NOON);

        assertNotEquals(before.seals(BOTH), after.seals(BOTH));
        assertEquals(before.seals(KAFKA_ALONE), after.seals(KAFKA_ALONE));
        assertEquals(before.addresses(), after.addresses());
    }

    @Test
    void an_article_that_changes_its_tags_breaks_those_of_before_and_of_now() {
        var after = before.with(2, tags, List.of(1L), List.of(article(1, "leases", "Leases", KAFKA)), NOON);

        assertNotEquals(before.seals(TagExpression.of(new Slug("java"))).get(1), after.seals(TagExpression.of(new Slug("java"))).get(1));
        assertNotEquals(before.seals(KAFKA_ALONE).get(1), after.seals(KAFKA_ALONE).get(1));
    }

    @Test
    void an_article_that_comes_goes_or_moves_may_be_what_a_text_leads_to() {
        var come = before.with(2, tags, List.of(3L), List.of(article(3, "quorums", "Quorums", KAFKA)), NOON);
        var gone = come.with(3, tags, List.of(3L), List.of(), NOON);
        var moved = gone.with(4, tags, List.of(1L), List.of(article(1, "leasing", "Leases", JAVA)), NOON);

        assertEquals(4, List.of(before, come, gone, moved).stream().map(Snapshot::addresses).distinct().count());
        assertEquals(1, List.of(before, come, gone, moved).stream().map(snapshot -> snapshot.seals(KAFKA_ALONE).get(0)).distinct().count());
    }

    @Test
    void a_tag_that_gets_its_first_article_or_loses_its_last_may_be_what_a_page_leads_to() {
        var first = before.with(2, tags, List.of(1L), List.of(article(1, "leases", "Leases", JAVA, UNUSED)), NOON);
        var last = first.with(3, tags, List.of(1L), List.of(article(1, "leases", "Leases", JAVA)), NOON);

        assertEquals(3, List.of(before, first, last).stream().map(snapshot -> snapshot.seals(KAFKA_ALONE).get(0)).distinct().count());
        assertEquals(3, List.of(before, first, last).stream().map(Snapshot::addresses).distinct().count());
    }

    private static Tags tags() {
        var tags = Tags.NONE.draft();
        for (var name : List.of("java", "kafka", "unused")) {
            tags.put(new TagRef(10 + name.length(), new Slug(name), name));
        }
        return tags.done();
    }

    private static Entry article(long id, String slug, String title, int... tags) {
        return new Entry(id, slug, title, NOON.minusSeconds(id), Instant.MAX, "en", 0, tags, Entry.UNWEIGHTED);
    }
}
