package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.Status;

/** What editors let readers see, and when; what is written afterwards waits. */
interface Releasing {

    Lectern lectern();

    @Test
    default void a_draft_is_published_with_the_date_of_now_and_found_under_its_tags() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "just-written", "Just written", "Fresh ink");
        var before = lectern.number();
        var now = lectern.clock.instant();

        var edition = lectern.publishing.publish(Lectern.EVA, id, version(id));

        assertEquals(before + 1, edition);
        assertEquals(edition, lectern.number());
        var read = lectern.read("just-written").orElseThrow();
        assertEquals(now, read.publishedAt());
        assertEquals(Optional.empty(), read.updatedAt());
        assertEquals(1, lectern.tagged("fresh-ink"));
        assertEquals("anna", lectern.article("just-written").owner());
    }

    @Test
    default void what_is_written_into_a_published_article_waits_until_it_is_released() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "long-lived", "Long lived", "Old growth");
        lectern.publishing.publish(Lectern.EVA, id, version(id));
        var date = lectern.read("long-lived").orElseThrow().publishedAt();
        var seen = lectern.read("long-lived");
        var edition = lectern.number();
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(1)));

        lectern.writing.save(Lectern.ANNA, id, new Slug("longer-lived"), ArticleContent.of("Longer lived", "New text.", "New growth"), version(id));
        lectern.writing.save(Lectern.ANNA, id, new Slug("longer-lived"), ArticleContent.of("Longest lived", "Newer text.", "New growth"), version(id));
        var meanwhile = lectern.read("long-lived");
        var editionMeanwhile = lectern.number();
        var tagsMeanwhile = List.of(lectern.tagged("old-growth"), lectern.tagged("new-growth"));
        var released = lectern.clock.instant();
        lectern.publishing.publish(Lectern.EVA, id, version(id));

        assertEquals(seen, meanwhile);
        assertEquals(edition, editionMeanwhile);
        assertEquals(List.of(1, 0), tagsMeanwhile);
        var after = lectern.read("longer-lived").orElseThrow();
        assertEquals("Longest lived", after.title());
        assertEquals(date, after.publishedAt());
        assertEquals(Optional.of(released), after.updatedAt());
        assertEquals(List.of(0, 1), List.of(lectern.tagged("old-growth"), lectern.tagged("new-growth")));
        assertEquals(Optional.of("/articles/longer-lived/"), lectern.moved("long-lived"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'ARTICLE_RELEASED' and account = 'eva' and subject = ?", id));
    }

    @Test
    default void discarded_edits_never_reach_readers_and_stay_in_the_history() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "second-thoughts", "Second thoughts", "Thoughts");
        lectern.publishing.publish(Lectern.EVA, id, version(id));
        lectern.writing.save(Lectern.ANNA, id, new Slug("second-thoughts"), ArticleContent.of("Third thoughts", "Others.", "Afterthoughts"), version(id));
        var seen = lectern.read("second-thoughts");
        var edition = lectern.number();

        lectern.writing.discard(Lectern.ANNA, id, version(id));

        assertEquals(seen, lectern.read("second-thoughts"));
        assertEquals(edition, lectern.number());
        assertFalse(lectern.article("second-thoughts").isStaged());
        assertEquals("Second thoughts", lectern.writing.open(Lectern.ANNA, id).newest().title());
        assertEquals(List.of("discard", "edit", "publish", "begin"), lectern.history.of(Lectern.ANNA, id, Integer.MAX_VALUE, 10).stream().map(line -> line.reason()).toList());
        assertEquals("Third thoughts", lectern.history.revision(Lectern.ANNA, id, 3).title());
        assertEquals("There is nothing to publish.", refused(() -> lectern.publishing.publish(Lectern.EVA, id, version(id))).replaceAll(".*\\. ", ""));
    }

    @Test
    default void a_date_in_the_future_schedules_and_what_is_written_meanwhile_does_not_go_live_with_it() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "grand-opening", "Grand opening", "Galas");
        var due = lectern.clock.in(Duration.ofHours(2));
        var edition = lectern.number();

        lectern.publishing.publish(Lectern.EVA, id, Optional.of(due), version(id));
        var scheduled = lectern.article("grand-opening").status();
        var early = lectern.read("grand-opening");
        var editionMeanwhile = lectern.number();
        lectern.writing.save(Lectern.ANNA, id, new Slug("grand-opening"), ArticleContent.of("Grand closing", "Not approved.", "Galas"), version(id));
        lectern.clock.goTo(due);
        lectern.tide();

        assertEquals(Status.SCHEDULED, scheduled);
        assertEquals(Optional.empty(), early);
        assertEquals(edition, editionMeanwhile);
        assertEquals("Grand opening", lectern.read("grand-opening").orElseThrow().title());
        assertEquals(due, lectern.read("grand-opening").orElseThrow().publishedAt());
        assertTrue(lectern.article("grand-opening").isStaged());
        assertEquals(1, lectern.number("select count(*) from audit where action = 'ARTICLE_SCHEDULED' and subject = ?", id));
    }

    @Test
    default void a_date_in_the_past_is_where_the_article_stands_from_the_beginning() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "found-in-the-attic", "Found in the attic", "Attics");
        var then = lectern.clock.instant().minus(Duration.ofDays(400));

        lectern.publishing.publish(Lectern.EVA, id, Optional.of(then), version(id));

        assertEquals(then, lectern.read("found-in-the-attic").orElseThrow().publishedAt());
        assertEquals(Optional.empty(), lectern.read("found-in-the-attic").orElseThrow().updatedAt());
    }

    @Test
    default void a_date_that_would_hide_what_readers_see_and_an_end_before_the_beginning_are_refused() {
        var lectern = lectern();
        var shown = begin(Lectern.ANNA, "in-plain-view", "In plain view", "Views");
        lectern.publishing.publish(Lectern.EVA, shown, version(shown));
        var over = begin(Lectern.ANNA, "over-already", "Over already", "Views");
        var content = ArticleContent.of("Over already", "Text.", "Views");
        lectern.writing.save(Lectern.ANNA, over, new Slug("over-already"), new ArticleContent(content.title(), content.source(), content.summary(), content.tags(), content.authors(), content.language(),
                content.weight(), content.description(), content.image(), content.series(), content.translationKey(), Optional.of(lectern.clock.in(Duration.ofHours(1)))), version(over));

        var hides = refused(() -> lectern.publishing.publish(Lectern.EVA, shown, Optional.of(lectern.clock.in(Duration.ofDays(1))), version(shown)));
        var late = refused(() -> lectern.publishing.publish(Lectern.EVA, over, Optional.of(lectern.clock.in(Duration.ofHours(1))), version(over)));

        assertTrue(hides.startsWith("Readers see “In plain view” now"), hides);
        assertEquals("“Over already” would be over before readers see it. Change when it expires, or its date.", late);
        assertTrue(lectern.read("in-plain-view").isPresent());
        assertEquals(Status.DRAFT, lectern.article("over-already").status());
    }

    @Test
    default void what_lies_in_the_bin_is_seen_by_nobody_keeps_its_address_and_comes_back() {
        var lectern = lectern();
        var id = begin(Lectern.ANNA, "thrown-away", "Thrown away", "Rubbish");
        lectern.publishing.publish(Lectern.EVA, id, version(id));
        var date = lectern.read("thrown-away").orElseThrow().publishedAt();
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(1)));

        lectern.publishing.bin(Lectern.EVA, id, version(id));
        var binned = lectern.read("thrown-away");
        var tagged = lectern.tagged("rubbish");
        var taken = refused(() -> begin(Lectern.ANNA, "thrown-away", "An heir", "Rubbish"));
        var written = refused(() -> lectern.writing.save(Lectern.ANNA, id, new Slug("thrown-away"), ArticleContent.of("Scribbled", "In the bin."), version(id)));
        lectern.publishing.takeOut(Lectern.EVA, id, version(id));
        var out = lectern.read("thrown-away");
        lectern.publishing.publish(Lectern.EVA, id, version(id));

        assertEquals(Optional.empty(), binned);
        assertEquals(0, tagged);
        assertEquals("The address thrown-away belongs to the article “Thrown away”. Choose another.", taken);
        assertTrue(written.contains("lies in the bin"), written);
        assertEquals(Optional.empty(), out);
        assertEquals(date, lectern.read("thrown-away").orElseThrow().publishedAt());
        assertTrue(lectern.read("thrown-away").orElseThrow().updatedAt().isPresent());
    }

    @Test
    default void authors_bin_own_drafts_and_nothing_else() {
        var lectern = lectern();
        var own = begin(Lectern.ANNA, "false-start", "False start", "Starts");
        var others = begin(Lectern.EVA, "not-hers", "Not hers", "Starts");
        var published = begin(Lectern.ANNA, "too-late-now", "Too late now", "Starts");
        lectern.publishing.publish(Lectern.EVA, published, version(published));
        var edition = lectern.number();

        lectern.publishing.bin(Lectern.ANNA, own, version(own));

        assertEquals(Status.BINNED, lectern.article("false-start").status());
        assertEquals(edition, lectern.number());
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.publishing.bin(Lectern.ANNA, others, version(others))).key());
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.publishing.bin(Lectern.ANNA, published, version(published))).key());
        lectern.publishing.takeOut(Lectern.ANNA, own, version(own));
        assertEquals(Status.DRAFT, lectern.article("false-start").status());
    }

    private Long begin(Actor actor, String slug, String title, String... tags) {
        return lectern().writing.begin(actor, new Slug(slug), ArticleContent.of(title, "Some text.", tags));
    }

    private int version(Long id) {
        return lectern().articles.find(id).orElseThrow().version();
    }

    private static String refused(org.junit.jupiter.api.function.Executable deed) {
        return Lectern.english(assertThrows(Refusal.class, deed));
    }
}
