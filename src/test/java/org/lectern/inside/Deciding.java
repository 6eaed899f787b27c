package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.Status;
import org.lectern.content.writing.Review;

/** What authors hand in and editors decide; what was, and what is shown before its time. */
interface Deciding {

    Lectern lectern();

    @Test
    default void what_an_author_hands_in_an_editor_gives_back_and_then_accepts() {
        var lectern = lectern();
        var id = begin("first-essay", "First essay");
        var first = lectern.reviewing.handIn(Lectern.ANNA, id, "Be kind.", version(id));

        lectern.reviewing.remark(Lectern.ANNA, first, "Shall I add a figure?");
        lectern.reviewing.giveBack(Lectern.EVA, first, "Too short.");
        lectern.writing.save(Lectern.ANNA, id, new Slug("first-essay"), ArticleContent.of("First essay", "Longer.", "Essays"), version(id));
        var second = lectern.reviewing.handIn(Lectern.ANNA, id, "", version(id));
        var waiting = lectern.reviewing.queue(Lectern.EVA, 100).stream().filter(line -> line.articleId().equals(id)).toList();
        var edition = lectern.reviewing.accept(Lectern.EVA, second, version(id));

        assertEquals(List.of(second), waiting.stream().map(line -> line.id()).toList());
        assertEquals(lectern.number(), edition);
        assertEquals("First essay", lectern.read("first-essay").orElseThrow().title());
        assertEquals(List.of(Review.State.ACCEPTED, Review.State.GIVEN_BACK), lectern.reviewing.of(Lectern.ANNA, id).stream().map(Review::state).toList());
        assertEquals(1, lectern.number("select count(*) from audit where action = 'REVIEW_REMARKED' and account = 'anna' and kind = 'article' and subject = ?", id));
        assertEquals(List.of("Shall I add a figure?", "Too short."), lectern.reviewing.remarks(Lectern.ANNA, first).stream().map(remark -> remark.text()).toList());
        assertEquals("review.decided", assertThrows(Refusal.class, () -> lectern.reviewing.giveBack(Lectern.EVA, second, "Too late.")).key());
        assertEquals("review.nothing.new", assertThrows(Refusal.class, () -> lectern.reviewing.handIn(Lectern.ANNA, id, "", version(id))).key());
    }

    @Test
    default void what_has_no_text_is_neither_handed_in_nor_published() {
        var lectern = lectern();
        var id = lectern.writing.begin(Lectern.ANNA, new Slug("empty-essay"), ArticleContent.of("Empty essay", " \n", "Essays"));

        assertEquals("article.text.missing", assertThrows(Refusal.class, () -> lectern.reviewing.handIn(Lectern.ANNA, id, "", version(id))).key());
        assertEquals("article.text.missing", assertThrows(Refusal.class, () -> lectern.publishing.publish(Lectern.EVA, id, version(id))).key());
        assertEquals(Status.DRAFT, lectern.article("empty-essay").status());
    }

    @Test
    default void authors_decide_nothing_but_to_take_back() {
        var lectern = lectern();
        var id = begin("second-essay", "Second essay");
        var review = lectern.reviewing.handIn(Lectern.ANNA, id, "", version(id));

        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.reviewing.accept(Lectern.ANNA, review, version(id))).key());
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.reviewing.giveBack(Lectern.ANNA, review, "No.")).key());
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.reviewing.queue(Lectern.ANNA, 1)).key());
        lectern.reviewing.takeBack(Lectern.ANNA, review);
        assertEquals(Optional.empty(), lectern.reviewing.open(Lectern.ANNA, id));
        assertEquals(Status.DRAFT, lectern.article("second-essay").status());
    }

    @Test
    default void what_lies_in_the_bin_waits_for_nobody() {
        var lectern = lectern();
        var id = begin("binned-essay", "Binned essay");
        lectern.reviewing.handIn(Lectern.ANNA, id, "", version(id));
        var counted = lectern.reviewing.countWaiting(Lectern.EVA);

        lectern.publishing.bin(Lectern.ANNA, id, version(id));

        assertEquals(counted - 1, lectern.reviewing.countWaiting(Lectern.EVA));
        assertTrue(lectern.reviewing.queue(Lectern.EVA, 100).stream().noneMatch(line -> line.articleId().equals(id)));
    }

    @Test
    default void a_restored_revision_of_what_readers_see_waits() {
        var lectern = lectern();
        var id = begin("third-essay", "Third essay");
        lectern.writing.save(Lectern.ANNA, id, new Slug("third-essay"), ArticleContent.of("Third essay, revised", "New.", "Essays"), version(id));
        lectern.publishing.publish(Lectern.EVA, id, version(id));
        var seen = lectern.read("third-essay");

        lectern.writing.restore(Lectern.ANNA, id, 1, version(id));

        assertEquals(seen, lectern.read("third-essay"));
        assertEquals("Third essay", lectern.writing.open(Lectern.ANNA, id).newest().title());
        assertEquals(List.of(4, 3), lectern.history.of(Lectern.ANNA, id, Integer.MAX_VALUE, 2).stream().map(line -> line.number()).toList());
        assertEquals(List.of(2, 1), lectern.history.of(Lectern.ANNA, id, 3, 2).stream().map(line -> line.number()).toList());
        assertEquals("revision.gone", assertThrows(Refusal.class, () -> lectern.writing.restore(Lectern.ANNA, id, 99, version(id))).key());
    }

    @Test
    default void a_preview_link_shows_the_newest_text_until_it_ends() {
        var lectern = lectern();
        var id = begin("fourth-essay", "Fourth essay");
        var secret = lectern.previews.make(Lectern.ANNA, id, Duration.ofHours(1));
        var ended = lectern.previews.make(Lectern.ANNA, id, Duration.ofDays(1));
        lectern.writing.save(Lectern.ANNA, id, new Slug("fourth-essay"), ArticleContent.of("Fourth essay, revised", "New.", "Essays"), version(id));

        var read = lectern.previews.read(secret).orElseThrow();
        var stranger = lectern.previews.read("x".repeat(32));
        lectern.clock.goTo(lectern.clock.in(Duration.ofHours(1)));
        var over = lectern.previews.read(secret);
        var lives = lectern.previews.read(ended);
        lectern.publishing.bin(Lectern.ANNA, id, version(id));
        var binned = lectern.previews.read(ended);
        lectern.publishing.takeOut(Lectern.ANNA, id, version(id));
        lectern.previews.end(Lectern.ANNA, id);

        assertEquals("Fourth essay, revised", read.proof().title());
        assertFalse(read.visible());
        assertTrue(lives.isPresent());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), List.of(stranger, over, binned, lectern.previews.read(ended)));
        assertEquals(0, lectern.number("select count(*) from preview where secret = ?", secret));
        assertEquals("preview.life", assertThrows(Refusal.class, () -> lectern.previews.make(Lectern.ANNA, id, Duration.ofDays(31))).key());
    }

    private Long begin(String slug, String title) {
        return lectern().writing.begin(Lectern.ANNA, new Slug(slug), ArticleContent.of(title, "Some text.", "Essays"));
    }

    private int version(Long id) {
        return lectern().articles.find(id).orElseThrow().version();
    }
}
