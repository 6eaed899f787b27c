package org.lectern.web.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.lectern.content.article.Outline;
import org.lectern.content.markdown.Heading;

class SectionTest {

    @Test
    void lower_headings_stand_below_the_one_before() {
        assertEquals("Why(Cost, Risk) How()", contents("2 Why", "3 Cost", "3 Risk", "2 How"));
    }

    @Test
    void the_highest_level_that_occurs_is_the_first() {
        assertEquals("Why(Cost) How()", contents("3 Why", "4 Cost", "3 How"));
    }

    @Test
    void what_lies_deeper_than_two_levels_is_left_out() {
        assertEquals("Why(Cost) How()", contents("2 Why", "3 Cost", "4 Detail", "2 How"));
    }

    @Test
    void an_article_that_begins_low_still_begins() {
        assertEquals("Cost() Why()", contents("3 Cost", "2 Why"));
    }

    @Test
    void a_single_heading_needs_no_table_of_contents() {
        assertEquals("", contents("2 Why"));
    }

    private static String contents(String... headings) {
        var outline = new Outline(Stream.of(headings).map(heading -> new Heading(heading.charAt(0) - '0', "id", heading.substring(2))).toList());
        return Section.of(outline).stream().map(section -> section.heading().text() + section.parts().stream().map(Heading::text).collect(Collectors.joining(", ", "(", ")"))).collect(Collectors.joining(" "));
    }
}
