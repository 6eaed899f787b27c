package org.lectern.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void is_the_text_of_the_first_paragraphs() {
        assertEquals("A lock is not a lease. Here is why.", Opening.of("<h2>Why</h2><p>A lock is <em>not</em> a lease.<sup><a href=\"#fn-1\">[1]</a></sup></p><pre>code</pre><p>Here is why.</p>"));
    }

    @Test
    void a_long_one_ends_after_a_word() {
        var opening = Opening.of("<p>" + "lease ".repeat(100) + "</p>");

        assertTrue(opening.endsWith("lease…"), opening);
        assertTrue(opening.length() <= 200, opening);
    }

    @Test
    void a_text_without_spaces_is_cut_all_the_same() {
        var opening = Opening.of("<p>" + "日本語".repeat(200) + "</p>");

        assertTrue(opening.endsWith("…"), opening);
        assertTrue(opening.length() <= 200, opening);
    }

    @Test
    void a_description_that_is_too_long_is_cut_like_it() {
        assertEquals("Why not locks", Opening.cut("Why not locks"));
        assertEquals("lease ".repeat(32).strip() + " a lock…", Opening.cut("lease ".repeat(32) + "a lock, long"));
    }

    @Test
    void a_text_without_paragraphs_has_none() {
        assertEquals("", Opening.of("<ul><li>One</li></ul>"));
    }
}
