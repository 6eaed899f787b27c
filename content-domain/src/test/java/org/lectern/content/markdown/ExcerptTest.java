package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lectern.content.markdown.SomeMarkdown.excerpt;
import static org.lectern.content.markdown.SomeMarkdown.rendered;
import static org.lectern.content.markdown.SomeMarkdown.words;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    @Test
    void whole_blocks_are_taken_until_there_are_seventy_words_and_the_heading_is_demoted() {
        var rendering = rendered("## H1 H2 H3 H4 H5\n\n" + words("a", 40) + "\n\n" + words("b", 40) + "\n\n" + words("c", 40) + "\n");

        assertEquals("<h3>H1 H2 H3 H4 H5</h3>\n<p>" + words("a", 40) + "</p>\n<p>" + words("b", 40) + "</p>", rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_long_first_paragraph_is_taken_whole() {
        var rendering = rendered(words("a", 200) + "\n\nshort\n");

        assertEquals("<p>" + words("a", 200) + "</p>", rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_list_of_more_than_a_hundred_and_fifty_words_ends_at_an_item() {
        var item = "- " + words("a", 20) + "\n";

        var rendering = rendered(item.repeat(10) + "\none\n\ntwo\n");

        assertEquals("<ul>\n" + ("<li>" + words("a", 20) + "</li>\n").repeat(7) + "</ul>", rendering.excerpt().replaceAll("\n+", "\n"));
        assertTrue(rendering.more());
    }

    @Test
    void a_list_within_the_bounds_is_taken_whole_with_what_follows_until_there_is_enough() {
        var rendering = rendered(("- " + words("a", 6) + "\n").repeat(10) + "\n" + words("b", 10) + "\n\nc\n");

        assertEquals(10, rendering.excerpt().split("<li>", -1).length - 1);
        assertTrue(rendering.excerpt().endsWith("<p>" + words("b", 10) + "</p>"), rendering.excerpt());
    }

    @Test
    void a_listing_of_a_hundred_words_is_taken_whole_and_is_enough() {
        var rendering = rendered("```\n" + words("a", 100) + "\n```\n\nafter\n");

        assertEquals("<pre tabindex=\"0\"><code>" + words("a", 100) + "\n</code></pre>", rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_listing_of_more_than_twenty_lines_ends_at_a_line() {
        var rendering = rendered("```java\n" + "x();\n".repeat(30) + "```\n");

        assertEquals("<pre tabindex=\"0\"><code class=\"language-java\">" + "x();\n".repeat(20) + "</code></pre>", rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_table_of_more_than_twenty_rows_ends_at_a_row_and_is_closed() {
        var rendering = rendered("|a|b|\n|-|-|\n" + "|1|2|\n".repeat(30));

        assertEquals(19 + 1, rendering.excerpt().split("<tr>", -1).length - 1);
        assertTrue(rendering.excerpt().endsWith("</tr>\n</tbody>\n</table>"), rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_list_of_one_giant_item_ends_inside_its_own_list() {
        var rendering = rendered("- top\n" + ("  - " + words("a", 30) + "\n").repeat(10) + "- next\n");

        assertEquals("top", rendering.excerpt().replaceAll("(?s)<ul>\\s*<li>(\\w+).*", "$1"));
        assertEquals(4 + 1, rendering.excerpt().split("<li>", -1).length - 1, rendering.excerpt());
        assertFalse(rendering.excerpt().contains("next"));
    }

    @Test
    void a_figure_stays_whole_with_its_caption() {
        var rendering = rendered(words("a", 60) + "\n\n![alt](f.png \"" + words("c", 17) + "\")\n\nlast\n");

        assertEquals("<p>" + words("a", 60) + "</p>\n<figure><img src=\"media:f.png\" alt=\"alt\" width=\"640\" height=\"200\" loading=\"lazy\"><figcaption>" + words("c", 17) + "</figcaption></figure>",
                rendering.excerpt());
        assertTrue(rendering.more());
    }

    @Test
    void a_quote_stays_whole_and_is_closed() {
        var rendering = rendered(words("a", 50) + "\n\n> " + words("b", 30) + "\n>\n> " + words("c", 30) + "\n\nlast\n");

        assertEquals("<p>" + words("a", 50) + "</p>\n<blockquote>\n<p>" + words("b", 30) + "</p>\n<p>" + words("c", 30) + "</p>\n</blockquote>", rendering.excerpt());
    }

    @Test
    void the_mark_of_a_footnote_leads_to_the_note_in_the_article_which_holds_more() {
        var rendering = rendered(words("a", 20) + "[^1]\n\n[^1]: Note.\n");

        assertEquals("<p>" + words("a", 20) + "<sup><a href=\"article:self#fn-1\" aria-label=\"Note 1\">[1]</a></sup></p>", rendering.excerpt().strip());
        assertTrue(rendering.more());
    }

    @Test
    void an_article_of_heading_and_list_alone_is_shown_whole() {
        var rendering = rendered("## Things\n\n- a\n- b\n");

        assertEquals("<h3>Things</h3>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", rendering.excerpt().strip());
        assertFalse(rendering.more());
    }

    @Test
    void no_heading_is_left_without_what_it_heads() {
        assertEquals("<p>a</p>", excerpt("a\n\n## Cut off\n\n---\n\n<!--more-->\n\nb\n"));
        assertTrue(excerpt(words("a", 69) + "\n\n## One two\n\nunder it\n\nnot this\n").endsWith("<h3>One two</h3>\n<p>under it</p>"));
    }

    @Test
    void the_author_says_where_it_ends() {
        var rendering = rendered("One.\n\n<!-- more -->\n\n" + words("a", 200) + "\n");

        assertEquals("<p>One.</p>", rendering.excerpt().strip());
        assertTrue(rendering.more());
        assertFalse(rendering.html().contains("more"), rendering.html());
    }

    @Test
    void where_it_ends_inside_a_block_all_is_closed() {
        assertEquals("<blockquote>\n<ul>\n<li>a</li>\n<li>b</li></ul></blockquote>", excerpt("> - a\n> - b <!--more--> c\n> - d\n\ne\n").replaceAll("\\s+</li>", "</li>").strip());
    }

    @Test
    void an_end_with_nothing_before_it_is_none_and_one_with_nothing_behind_it_leaves_no_more() {
        assertEquals("<p>a</p>", excerpt("<!--more-->\n\na\n").strip());
        assertFalse(rendered("a\n\n<!--more-->\n").more());
    }

    @Test
    void a_summary_made_by_hand_stands_instead_unless_the_text_says_where_it_ends() {
        var text = MarkdownText.parse("a\n\n<!--more-->\n\nb\n");
        var plain = MarkdownText.parse("## a\n\nb\n");

        assertEquals("<p>a</p>", text.render(Optional.of("By *hand*"), SomeMarkdown::asWritten).excerpt().strip());
        assertEquals("<p>By <em>hand</em>, <a href=\"article:self#a\">see</a></p>", plain.render(Optional.of("By *hand*, [see](#a)"), SomeMarkdown::asWritten).excerpt().strip());
        assertTrue(plain.render(Optional.of("By hand"), SomeMarkdown::asWritten).more());
        assertFalse(MarkdownText.parse("Same").render(Optional.of("*Same*"), SomeMarkdown::asWritten).more());
        assertEquals("<h3>a</h3>\n<p>b</p>", plain.render(Optional.of("  "), SomeMarkdown::asWritten).excerpt().strip());
    }

    @Test
    void chinese_and_japanese_count_as_words() {
        var sentence = "分散システムでは、時計を信用してはいけません。";

        var rendering = rendered((sentence.repeat(3) + "\n\n").repeat(6));

        assertTrue(rendering.more());
        assertTrue(rendering.excerpt().split("<p>", -1).length - 1 < 4, rendering.excerpt());
    }

    @Test
    void no_id_comes_along_and_links_into_the_article_lead_there() {
        var excerpt = excerpt("[See](#cost) <span id=x>y</span>\n\n## Cost\n\nz\n");

        assertEquals("<p><a href=\"article:self#cost\">See</a> <span>y</span></p>\n<h3>Cost</h3>\n<p>z</p>", excerpt.strip());
    }

    @Test
    void divisions_around_the_whole_article_do_not_make_it_one_block() {
        var rendering = rendered("<div id=post>\n\n" + words("a", 80) + "\n\nb\n\n</div>\n\nc\n");

        assertEquals("<div>\n<p>" + words("a", 80) + "</p></div>", rendering.excerpt().replaceAll("\\s+</div>", "</div>").strip());
        assertTrue(rendering.more());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a\n\n", "a\n=\n", "- [ ] a\n", "---\n\n"})
    void a_long_row_of_the_same_costs_no_more_than_its_length(String piece) {
        var text = piece.repeat(40_000);

        assertTimeout(Duration.ofSeconds(20), () -> rendered(text));
    }
}
