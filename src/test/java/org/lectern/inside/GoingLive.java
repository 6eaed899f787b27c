package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.archive.TagCount;
import org.lectern.content.article.Status;
import org.lectern.content.media.MediaStore;
import org.lectern.content.reading.PictureAnswer;

/** Scheduled articles go live, and others expire, by the clock alone. */
interface GoingLive {

    Lectern lectern();

    @Test
    default void a_scheduled_article_goes_live_when_its_time_comes_and_no_earlier() {
        var lectern = lectern();
        var due = lectern.clock.in(Duration.ofHours(1));
        lectern.bring("going-live", "opening-hours.md", "---\ntitle: Opening hours\ndate: " + due + "\ntags: [Openings]\n---\nFrom noon.");
        var opening = lectern.article("opening-hours");

        lectern.clock.goTo(due.minusNanos(1_000));
        lectern.tide();
        var early = lectern.read("opening-hours");
        var scheduled = lectern.article("opening-hours").status();
        var edition = lectern.number();
        lectern.clock.goTo(due);
        lectern.tide();

        assertEquals(Optional.empty(), early);
        assertEquals(Status.SCHEDULED, scheduled);
        assertEquals("Opening hours", lectern.read("opening-hours").orElseThrow().title());
        assertEquals(1, lectern.tagged("openings"));
        assertEquals(edition + 1, lectern.number());
        assertEquals(1, lectern.number("select count(*) from change_log where edition > ?", edition));
        assertEquals(opening.id(), lectern.number("select subject from change_log where kind = 'ARTICLE' and edition = ?", edition + 1));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'ARTICLE_WENT_LIVE' and account = 'system' and subject = ?", opening.id()));
    }

    @Test
    default void an_article_expires_at_its_time() {
        var lectern = lectern();
        var end = lectern.clock.in(Duration.ofHours(1));
        lectern.bring("expiring", "summer-offer.md", "---\ntitle: Summer offer\ndate: 2026-02-01\nexpiryDate: " + end + "\ntags: [Offers]\n---\nUntil then.");
        var offer = lectern.article("summer-offer");

        lectern.clock.goTo(end.minusNanos(1_000));
        lectern.tide();
        var before = lectern.read("summer-offer");
        var counted = lectern.tagged("offers");
        var edition = lectern.number();
        lectern.clock.goTo(end);
        var atOnce = lectern.archive.snapshot().article(new Slug("summer-offer"));
        lectern.tide();
        lectern.tide();

        assertTrue(before.isPresent());
        assertEquals(1, counted);
        assertEquals(Optional.empty(), atOnce);
        assertEquals(Optional.empty(), lectern.read("summer-offer"));
        assertEquals(0, lectern.tagged("offers"));
        assertEquals(edition + 1, lectern.number());
        assertEquals(1, lectern.number("select count(*) from audit where action = 'ARTICLE_EXPIRED' and subject = ?", offer.id()));
    }

    @Test
    default void what_readers_may_not_see_is_in_no_list_no_count_and_no_page() {
        var lectern = lectern();
        lectern.bring("hidden",
                "plain-to-see.md", "---\ntitle: Plain to see\ndate: 2026-02-01\ntags: [Veils]\n---\nText.",
                "a-draft.md", "---\ntitle: A draft\ndraft: true\ntags: [Veils, Drafts only]\n---\n![A seal](seal.svg)",
                "seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><rect width=\"8\" height=\"8\"/></svg>",
                "taken-back.md", "---\ntitle: Taken back\ndate: 2026-02-01\ntags: [Veils]\n---\nText.",
                "long-over.md", "---\ntitle: Long over\ndate: 2026-01-01\nexpiryDate: 2026-02-01\ntags: [Veils]\n---\nText.",
                "not-yet.md", "---\ntitle: Not yet\ndate: 2036-01-01\ntags: [Veils]\n---\nText.");
        lectern.publishing.withdraw(Lectern.EVA, lectern.article("taken-back").id(), lectern.article("taken-back").version());
        var all = List.of("plain-to-see", "a-draft", "taken-back", "long-over", "not-yet");
        var ids = all.stream().map(slug -> lectern.article(slug).id()).toList();
        var seal = lectern.media.files(List.of(MediaStore.keyOf("hidden", "seal.svg"))).get(0);

        var snapshot = lectern.snapshot();

        assertEquals(1, snapshot.tag(new Slug("veils")).orElseThrow().count());
        assertEquals(List.of(ids.get(0)), snapshot.tagPage(new Slug("veils"), 1, 50).orElseThrow().ids());
        assertFalse(snapshot.tags().stream().map(TagCount::name).toList().contains("Drafts only"));
        assertEquals(List.of("plain-to-see"), lectern.reading.cards(ids, Lectern.HERE).stream().map(card -> card.slug().value()).toList());
        assertEquals(List.of("plain-to-see"), all.stream().filter(slug -> lectern.read(slug).isPresent()).toList());
        assertEquals(new PictureAnswer.Nothing(), lectern.reading.picture(seal.sha256().substring(0, 20)));
    }

    @Test
    default void drafts_do_not_change_how_a_tag_is_spelled_that_readers_see() {
        var lectern = lectern();
        lectern.bring("spelled-live", "one-live.md", "---\ntitle: One live\ndate: 2026-02-01\ntags: [Spelling bee]\n---\nText.");
        lectern.bring("spelled-drafts",
                "first-draft.md", "---\ntitle: First draft\ndraft: true\ntags: [(SPELLING) bee!]\n---\nText.",
                "second-draft.md", "---\ntitle: Second draft\ndraft: true\ntags: [(SPELLING) bee!]\n---\nText.");
        var withDrafts = name("spelling-bee");
        for (var slug : List.of("first-draft", "second-draft")) {
            lectern.publishing.publish(Lectern.EVA, lectern.article(slug).id(), lectern.article(slug).version());
        }
        var published = name("spelling-bee");
        for (var slug : List.of("first-draft", "second-draft")) {
            lectern.publishing.withdraw(Lectern.EVA, lectern.article(slug).id(), lectern.article(slug).version());
        }

        assertEquals("Spelling bee", withDrafts);
        assertEquals("(SPELLING) bee!", published);
        assertEquals("Spelling bee", name("spelling-bee"));
    }

    private String name(String tag) {
        return lectern().snapshot().tag(new Slug(tag)).orElseThrow().name();
    }
}
