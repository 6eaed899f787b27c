package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.Card;

/** What lists show of an article, which is kept in memory as long as it is true. */
interface Carding {

    Lectern lectern();

    @Test
    default void a_card_stays_as_it_is_until_something_that_it_shows_changes() {
        var lectern = lectern();
        lectern.bring("carded", "on-cards.md", "---\ntitle: On cards\ndate: 2026-02-01\ntags: [Cards kept]\n---\nThe first text.");
        var first = card("on-cards");
        lectern.bring("carded-beside", "b.md", "---\ntitle: Beside cards\ndate: 2026-02-01\ntags: [Cards kept]\n---\nText.");
        var unchanged = card("on-cards");
        var tag = lectern.tags.bySlug(new Slug("cards-kept")).orElseThrow();
        lectern.tagKeeping.rename(Lectern.EVA, tag.id(), "Cards kept anew", tag.version());
        var retagged = card("on-cards");
        lectern.bring("carded", "on-cards.md", "---\ntitle: On cards\ndate: 2026-02-01\ntags: [Cards kept]\n---\nThe second text.");

        assertSame(first, unchanged);
        assertEquals(List.of("Cards kept"), first.tags().stream().map(TagRef::name).toList());
        assertEquals(List.of("Cards kept anew"), retagged.tags().stream().map(TagRef::name).toList());
        assertEquals("<p>The second text.</p>", card("on-cards").excerpt().strip());
    }

    @Test
    default void a_card_whose_excerpt_leads_to_another_article_goes_where_that_one_goes() {
        var lectern = lectern();
        lectern.bring("card-target", "card-target.md", "---\ntitle: Card target\ndate: 2026-02-01\n---\nText.");
        lectern.bring("card-pointer", "card-pointer.md", "---\ntitle: Card pointer\ndate: 2026-02-01\n---\nSee [that one](/articles/card-target/).");
        var before = card("card-pointer").excerpt();
        var target = lectern.article("card-target");

        lectern.publishing.withdraw(Lectern.EVA, target.id(), target.version());

        assertTrue(before.contains("href=\"/articles/card-target/\""), before);
        assertEquals("<p>See that one.</p>", card("card-pointer").excerpt().strip());
    }

    private Card card(String slug) {
        return lectern().reading.cards(lectern().snapshot(), List.of(lectern().article(slug).id()), Lectern.HERE).get(0);
    }
}
