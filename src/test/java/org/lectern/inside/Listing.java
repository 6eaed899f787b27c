package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.Status;
import org.lectern.content.writing.ArticleFilter;
import org.lectern.content.writing.ArticleFilter.Sort;
import org.lectern.content.writing.ArticleLine;
import org.lectern.content.writing.ArticleList;

/** The lists of staff show what their filters say, in the order that they say. */
interface Listing {

    Lectern lectern();

    @Test
    default void each_filter_of_the_list_shows_what_it_says() {
        var lectern = lectern();
        lectern.bring("filtered",
                "filtered-plain.md", "---\ntitle: Filtered plain\ndate: 2026-02-01\ntags: [Sieves, Meshes]\nauthors: [Sibyl Sieve]\n---\nText.",
                "drafted.md", "---\ntitle: Filtered draft\ndraft: true\ntags: [Meshes]\n---\nText.",
                "bare.md", "---\ntitle: Filtered bare\ndate: 2026-02-01\n---\nText.",
                "later.md", "---\ntitle: Filtered later\ndate: 2036-02-01\ntags: [Meshes]\n---\nText.",
                "filtered-gone.md", "---\ntitle: Filtered gone\ndate: 2026-02-01\ntags: [Meshes]\n---\nText.");
        lectern.publishing.bin(Lectern.EVA, lectern.article("filtered-gone").id(), lectern.article("filtered-gone").version());
        var plain = lectern.article("filtered-plain");
        var kept = lectern.store.newest(plain).content();
        lectern.writing.save(Lectern.EVA, plain.id(), plain.slug(), new ArticleContent(kept.title(), "Another text.", kept.summary(), kept.tags(), kept.authors(), kept.language(), kept.weight(),
                kept.description(), kept.image(), kept.series(), kept.translationKey(), kept.expiresAt()), plain.version());
        var all = ArticleFilter.ALL.containing("filtered ").sortedBy(Sort.TITLE, false);

        assertEquals(List.of("Filtered bare", "Filtered draft", "Filtered later", "Filtered plain"), titles(Lectern.EVA, all));
        assertEquals(List.of("Filtered draft"), titles(Lectern.EVA, all.with(Status.DRAFT)));
        assertEquals(List.of("Filtered later"), titles(Lectern.EVA, all.with(Status.SCHEDULED)));
        assertEquals(List.of("Filtered gone"), titles(Lectern.EVA, all.with(Status.BINNED)));
        assertEquals(List.of("Filtered bare"), titles(Lectern.EVA, all.withoutTags()));
        assertEquals(List.of("Filtered plain"), titles(Lectern.EVA, all.tagged(new Slug("sieves"))));
        assertEquals(List.of("Filtered draft", "Filtered later", "Filtered plain"), titles(Lectern.EVA, all.tagged(new Slug("meshes"))));
        assertEquals(List.of("Filtered plain"), titles(Lectern.EVA, new ArticleFilter(all.status(), true, false, all.tag(), all.author(), all.owner(), all.text(), all.from(), all.until(), Sort.TITLE, false)));
        assertEquals(List.of("Filtered plain"), titles(Lectern.EVA, new ArticleFilter(all.status(), false, false, all.tag(), Optional.of(new Slug("sibyl-sieve")), all.owner(), all.text(), all.from(), all.until(), Sort.TITLE, false)));
        assertEquals(List.of(), titles(Lectern.EVA, all.ownedBy("nobody")));
        assertEquals(4, lectern.articleList.find(Lectern.EVA, all.ownedBy("admin"), 1, 50).total());
    }

    @Test
    default void a_line_tells_what_an_editor_has_to_know() {
        var lectern = lectern();
        lectern.bring("lines", "told-in-one-line.md", "---\ntitle: Told in one line\ndate: 2026-02-01\ntags: [Zebras, Ants]\n---\nText.");
        var told = lectern.article("told-in-one-line");
        lectern.writing.save(Lectern.EVA, told.id(), told.slug(), ArticleContent.of("Told in two lines", "Text.", "Zebras", "Ants"), told.version());
        lectern.reviewing.handIn(Lectern.EVA, told.id(), "", lectern.article("told-in-one-line").version());

        var line = find(Lectern.EVA, ArticleFilter.ALL.containing("told in one")).get(0);

        assertEquals("Told in two lines", line.title());
        assertEquals(List.of("Zebras", "Ants"), line.tags());
        assertTrue(line.staged() && line.handedIn());
        assertEquals("eva", line.changedBy());
        assertEquals("admin", line.owner());
    }

    @Test
    default void a_text_is_found_in_any_case_and_letter_for_letter() {
        var lectern = lectern();
        lectern.bring("found",
                "a.md", "---\ntitle: Über 100% of quorum_size\ndraft: true\nslug: found-first\n---\nText.",
                "b.md", "---\ntitle: über 1000 of quorum-size!\ndraft: true\nslug: found-second\n---\nText.");

        assertEquals(List.of("Über 100% of quorum_size"), titles(Lectern.EVA, ArticleFilter.ALL.containing("100%")));
        assertEquals(List.of("Über 100% of quorum_size"), titles(Lectern.EVA, ArticleFilter.ALL.containing("QUORUM_SIZE")));
        assertEquals(List.of("über 1000 of quorum-size!"), titles(Lectern.EVA, ArticleFilter.ALL.containing("size!")));
        assertEquals(2, titles(Lectern.EVA, ArticleFilter.ALL.containing("ÜBER 100")).size());
        assertEquals(List.of("über 1000 of quorum-size!"), titles(Lectern.EVA, ArticleFilter.ALL.containing(" Found-Second ")));
    }

    @Test
    default void each_order_of_the_list_is_what_it_says() {
        var lectern = lectern();
        lectern.bring("ordered-1", "a.md", "---\ntitle: ordered B\ndate: 2026-02-01\n---\nText.");
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(1)));
        lectern.bring("ordered-2", "b.md", "---\ntitle: Ordered a\ndate: 2026-03-01\n---\nText.");
        var between = lectern.clock.in(Duration.ofSeconds(30));
        lectern.clock.goTo(lectern.clock.in(Duration.ofMinutes(1)));
        lectern.bring("ordered-3", "c.md", "---\ntitle: Ordered c\ndraft: true\n---\nText.");
        var all = ArticleFilter.ALL.containing("ordered");

        assertEquals(List.of("Ordered c", "Ordered a", "ordered B"), titles(Lectern.EVA, all));
        assertEquals(List.of("ordered B", "Ordered a", "Ordered c"), titles(Lectern.EVA, all.sortedBy(Sort.CHANGED, false)));
        assertEquals(List.of("Ordered a", "ordered B", "Ordered c"), titles(Lectern.EVA, all.sortedBy(Sort.TITLE, false)));
        assertEquals(List.of("Ordered c", "ordered B", "Ordered a"), titles(Lectern.EVA, all.sortedBy(Sort.TITLE, true)));
        assertEquals(List.of("ordered B", "Ordered a", "Ordered c"), titles(Lectern.EVA, all.sortedBy(Sort.PUBLISHED, false)));
        assertEquals(List.of("Ordered a", "ordered B", "Ordered c"), titles(Lectern.EVA, all.sortedBy(Sort.PUBLISHED, true)));
        assertEquals("Ordered c", titles(Lectern.EVA, all.sortedBy(Sort.STATUS, false)).get(0));
        assertEquals(3, titles(Lectern.EVA, all.sortedBy(Sort.OWNER, false)).size());
        assertEquals(List.of("Ordered c"), titles(Lectern.EVA, new ArticleFilter(all.status(), false, false, all.tag(), all.author(), all.owner(), all.text(), Optional.of(between), Optional.empty(), Sort.CHANGED, true)));
        assertEquals(List.of("Ordered a", "ordered B"), titles(Lectern.EVA, new ArticleFilter(all.status(), false, false, all.tag(), all.author(), all.owner(), all.text(), Optional.empty(), Optional.of(between), Sort.CHANGED, true)));
    }

    @Test
    default void pages_follow_one_another_and_one_past_the_end_is_empty() {
        var lectern = lectern();
        lectern.bring("paged", "a.md", "---\ntitle: Paged 1\n---\nText.", "b.md", "---\ntitle: Paged 2\n---\nText.", "c.md", "---\ntitle: Paged 3\n---\nText.");
        var all = ArticleFilter.ALL.containing("paged ").sortedBy(Sort.TITLE, false);

        var pages = List.of(1, 2, 3).stream().map(page -> lectern.articleList.find(Lectern.EVA, all, page, 2)).toList();

        assertEquals(List.of(2, 1, 0), pages.stream().map(page -> page.lines().size()).toList());
        assertEquals(List.of(3L, 3L, 3L), pages.stream().map(page -> page.total()).toList());
        assertEquals("Paged 3", pages.get(1).lines().get(0).title());
        assertEquals(List.of(), lectern.articleList.find(Lectern.EVA, all, 999_999_999, 50).lines());
    }

    @Test
    default void authors_see_only_what_is_their_own_and_readers_nothing() {
        var lectern = lectern();
        lectern.bring("others", "somebody-elses-page.md", "---\ntitle: Somebody elses page\n---\nText.");
        lectern.writing.begin(Lectern.ANNA, new Slug("my-own-page"), ArticleContent.of("My own page", "Text."));
        var reader = new Actor("rita", Set.of(Role.READER), "192.0.2.4");

        assertEquals(List.of("My own page"), titles(Lectern.ANNA, ArticleFilter.ALL.containing("page")));
        assertEquals(List.of("My own page"), titles(Lectern.ANNA, ArticleFilter.ALL.containing("page").ownedBy("admin")));
        assertTrue(titles(Lectern.EVA, ArticleFilter.ALL).containsAll(List.of("My own page", "Somebody elses page")));
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.articleList.find(reader, ArticleFilter.ALL, 1, 10)).key());
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.articleList.find(Lectern.ADMIN, ArticleFilter.ALL, 1, 10)).key());
    }

    @Test
    default void authors_are_offered_links_to_what_readers_see_now_and_to_their_own() {
        var lectern = lectern();
        lectern.bring("linkable", "seen.md", "---\ntitle: Linkable seen\ndate: 2026-02-01\n---\nText.", "drafted.md", "---\ntitle: Linkable draft\ndraft: true\n---\nText.",
                "over.md", "---\ntitle: Linkable and over\ndate: 2026-02-01\nexpiryDate: 2026-02-02\n---\nText.", "later.md", "---\ntitle: Linkable later\ndate: 2036-02-01\n---\nText.");
        lectern.writing.begin(Lectern.ANNA, new Slug("linkable-own"), ArticleContent.of("Linkable of my own", "Text."));

        var ofAnna = lectern.articleList.linkable(Lectern.ANNA, "linkable", 50).stream().map(ArticleList.Linkable::title).collect(Collectors.toSet());
        var ofEva = lectern.articleList.linkable(Lectern.EVA, "linkable", 50).stream().map(ArticleList.Linkable::title).collect(Collectors.toSet());

        assertEquals(Set.of("Linkable seen", "Linkable of my own"), ofAnna);
        assertEquals(Set.of("Linkable seen", "Linkable of my own", "Linkable draft", "Linkable and over", "Linkable later"), ofEva);
    }

    @Test
    default void what_is_handed_in_waits_for_editors_and_what_is_given_back_for_its_author() {
        var lectern = lectern();
        var id = lectern.writing.begin(Lectern.ANNA, new Slug("waiting-for-eva"), ArticleContent.of("Waiting for Eva", "Text."));

        var review = lectern.reviewing.handIn(Lectern.ANNA, id, "Please", lectern.article("waiting-for-eva").version());
        var handedIn = lectern.worklist.handedIn(Lectern.EVA, 100).stream().map(waiting -> waiting.title() + " of " + waiting.account()).toList();
        lectern.reviewing.giveBack(Lectern.EVA, review, "Not yet");
        var back = lectern.worklist.givenBack(Lectern.ANNA, 100).stream().map(waiting -> waiting.title() + " by " + waiting.account()).toList();
        lectern.reviewing.handIn(Lectern.ANNA, id, "Again", lectern.article("waiting-for-eva").version());

        assertTrue(handedIn.contains("Waiting for Eva of anna"), handedIn.toString());
        assertEquals(List.of("Waiting for Eva by eva"), back);
        assertEquals(List.of(), lectern.worklist.givenBack(Lectern.ANNA, 100));
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, () -> lectern.worklist.handedIn(Lectern.ANNA, 1)).key());
    }

    private List<String> titles(Actor actor, ArticleFilter filter) {
        return find(actor, filter).stream().map(ArticleLine::title).toList();
    }

    private List<ArticleLine> find(Actor actor, ArticleFilter filter) {
        return lectern().articleList.find(actor, filter, 1, 1000).lines();
    }
}
