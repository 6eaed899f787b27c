package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class MarkdownBlocksTest {

    @Test
    void the_heading_that_a_text_begins_with_is_told_without_markup() {
        var heading = new MarkdownBlocks("\n# The *version* `token` of [leases](leases.md) #\n\nBody.\n").leadingHeading();

        assertEquals(Optional.of(new LeadingHeading(1, "The version token of leases", 1, 1)), heading);
    }

    @Test
    void its_name_is_no_part_of_its_text() {
        assertEquals("Leases", new MarkdownBlocks("# Leases {#top}\n").leadingHeading().orElseThrow().text());
    }

    @Test
    void comments_and_a_lone_picture_may_stand_before_it() {
        var heading = new MarkdownBlocks("<!-- vim: tw=80 -->\n\n![A bar](bar.png)\n\nTwo\nlines\n=====\nBody.\n").leadingHeading();

        assertEquals(Optional.of(new LeadingHeading(1, "Two lines", 4, 6)), heading);
    }

    @Test
    void a_heading_behind_a_paragraph_leads_nothing() {
        assertEquals(Optional.empty(), new MarkdownBlocks("Body.\n\n# Later\n").leadingHeading());
        assertEquals(Optional.empty(), new MarkdownBlocks("").leadingHeading());
    }

    @Test
    void code_and_html_are_known_by_their_characters() {
        var blocks = new MarkdownBlocks("a `b` c\n\n<div>\n");

        assertFalse(blocks.code().get(0));
        assertTrue(blocks.code().get(3));
        assertFalse(blocks.html().get(3));
        assertTrue(blocks.html().get(9));
    }
}
