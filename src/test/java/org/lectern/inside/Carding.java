package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What lists show of an article. */
interface Carding {

    Lectern lectern();

    @Test
    default void a_card_whose_excerpt_leads_to_another_article_goes_where_that_one_goes() {
        var lectern = lectern();
        lectern.bring("card-target", "card-target.md", "---\ntitle: Card target\ndate: 2026-02-01\n---\nText.");
        lectern.bring("card-pointer", "card-pointer.md", "---\ntitle: Card pointer\ndate: 2026-02-01\n---\nSee [that one](/articles/card-target/).");
        var before = lectern.excerpt("card-pointer");
        var target = lectern.article("card-target");

        lectern.publishing.withdraw(Lectern.EVA, target.id(), target.version());

        assertTrue(before.contains("href=\"/articles/card-target/\""), before);
        assertEquals("<p>See that one.</p>", lectern.excerpt("card-pointer").strip());
    }
}
