package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;

/** Articles that change their address, and the links to them. */
interface Moving {

    Lectern lectern();

    @Test
    default void every_old_address_leads_straight_to_the_living_one_and_back_never_loops() {
        var lectern = lectern();
        put("moves", "first-name");
        put("moves", "second-name");
        put("moves", "third-name");
        var first = lectern.moved("first-name");
        var second = lectern.moved("second-name");
        var rows = lectern.number("select count(*) from redirect where article_id = ?", lectern.article("third-name").id());

        put("moves", "first-name");

        assertEquals(Optional.of("/articles/third-name/"), first);
        assertEquals(Optional.of("/articles/third-name/"), second);
        assertEquals(2, rows);
        assertTrue(lectern.read("first-name").isPresent());
        assertEquals(Optional.empty(), lectern.moved("first-name"));
        assertEquals(Optional.of("/articles/first-name/"), lectern.moved("second-name"));
        assertEquals(Optional.of("/articles/first-name/"), lectern.moved("third-name"));
    }

    @Test
    default void links_follow_an_article_to_its_new_address_and_print_their_text_alone_while_it_is_withdrawn() {
        var lectern = lectern();
        put("linked", "the-target");
        lectern.bring("linking", "the-pointer.md", "---\ntitle: The pointer\ndate: 2026-02-01\n---\nSee [that one](/articles/the-target/).");
        var before = lectern.read("the-pointer").orElseThrow().html();
        put("linked", "the-new-place");
        var moved = lectern.read("the-pointer").orElseThrow().html();

        lectern.publishing.withdraw(Lectern.EVA, lectern.article("the-new-place").id(), lectern.article("the-new-place").version());
        var withdrawn = lectern.read("the-pointer").orElseThrow().html();
        lectern.publishing.publish(Lectern.EVA, lectern.article("the-new-place").id(), lectern.article("the-new-place").version());

        assertEquals("<p>See <a href=\"/articles/the-target/\">that one</a>.</p>", before.strip());
        assertEquals("<p>See <a href=\"/articles/the-new-place/\">that one</a>.</p>", moved.strip());
        assertEquals("<p>See that one.</p>", withdrawn.strip());
        assertEquals(moved, lectern.read("the-pointer").orElseThrow().html());
    }

    @Test
    default void a_link_waits_for_an_article_that_is_not_there_yet() {
        var lectern = lectern();
        lectern.bring("waiting", "ahead-of-it.md", "---\ntitle: Ahead of it\ndate: 2026-02-01\n---\nSee [what comes](/articles/what-comes/).");
        var before = lectern.read("ahead-of-it").orElseThrow().html();

        put("awaited", "what-comes");

        assertEquals("<p>See what comes.</p>", before.strip());
        assertEquals("<p>See <a href=\"/articles/what-comes/\">what comes</a>.</p>", lectern.read("ahead-of-it").orElseThrow().html().strip());
    }

    @Test
    default void a_link_that_waited_follows_the_article_to_its_new_address() {
        var lectern = lectern();
        lectern.bring("early", "early.md", "---\ntitle: Early\ndate: 2026-02-01\n---\nSee [what comes](/articles/late-comer/?from=early#why).");
        put("late", "late-comer");
        var come = lectern.read("early").orElseThrow().html();

        put("late", "gone-on");

        assertEquals("<p>See <a href=\"/articles/late-comer/#why\">what comes</a>.</p>", come.strip());
        assertEquals("<p>See <a href=\"/articles/gone-on/#why\">what comes</a>.</p>", lectern.read("early").orElseThrow().html().strip());
    }

    @Test
    default void a_draft_that_moves_changes_what_readers_see_of_those_that_lead_to_it() {
        var lectern = lectern();
        lectern.bring("leading", "leading.md", "---\ntitle: Leading\ndate: 2026-02-01\n---\nSee [what comes](/articles/leading-draft/).");
        var leading = lectern.article("leading").id();
        var draft = lectern.writing.begin(Lectern.ANNA, new Slug("leading-draft"), ArticleContent.of("Draft", "Text."));
        var before = lectern.snapshot().state(leading).orElseThrow();

        lectern.writing.save(Lectern.ANNA, draft, new Slug("leading-draft-moved"), ArticleContent.of("Draft", "Text."), lectern.article("leading-draft").version());

        assertNotSame(before, lectern.snapshot().state(leading).orElseThrow());
    }

    @Test
    default void an_article_that_leads_to_itself_does_so_after_it_has_moved() {
        var lectern = lectern();
        lectern.bring("mirror", "mirror.md", "---\ntitle: Mirror\nslug: mirror\ndate: 2026-02-01\n---\nSee [this](/articles/mirror/).");
        var before = lectern.read("mirror").orElseThrow().html();

        lectern.bring("mirror", "mirror.md", "---\ntitle: Mirror\nslug: looking-glass\ndate: 2026-02-01\n---\nSee [this](/articles/mirror/).");

        assertEquals("<p>See <a href=\"/articles/mirror/\">this</a>.</p>", before.strip());
        assertEquals("<p>See <a href=\"/articles/looking-glass/\">this</a>.</p>", lectern.read("looking-glass").orElseThrow().html().strip());
    }

    /** One article of this source, under this slug from now on. */
    private void put(String source, String slug) {
        lectern().bring(source, "a.md", "---\ntitle: Often moved\nslug: " + slug + "\ndate: 2026-02-01\n---\nText.");
    }
}
