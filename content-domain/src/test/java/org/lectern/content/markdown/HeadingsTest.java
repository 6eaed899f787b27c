package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lectern.content.markdown.SomeMarkdown.excerpt;
import static org.lectern.content.markdown.SomeMarkdown.html;
import static org.lectern.content.markdown.SomeMarkdown.rendered;

import java.util.List;

import org.junit.jupiter.api.Test;

class HeadingsTest {

    @Test
    void no_heading_skips_a_level_and_equals_stay_equal() {
        var outline = rendered("### One\n\n##### One.One\n\n##### One.Two\n\n###### One.Two.One\n\n#### One.Three\n\n## Two\n\n### Two.One\n\n# Three\n").outline();

        assertEquals(List.of("2 One", "3 One.One", "3 One.Two", "4 One.Two.One", "3 One.Three", "2 Two", "3 Two.One", "2 Three"),
                outline.stream().map(heading -> heading.level() + " " + heading.text()).toList());
    }

    @Test
    void an_excerpt_that_begins_with_a_low_heading_stands_right_below_the_title_of_its_card() {
        assertEquals("<h3>Release notes</h3>\n<p>Text.</p>", excerpt("#### Release notes\n\nText.\n").strip());
    }

    @Test
    void a_heading_may_be_given_its_name_as_hugo_and_kramdown_read_it() {
        for (var written : List.of("## One *two* {#my-id}", "## One *two* {#my-id .wide}", "## One *two* {: #my-id }", "One *two* {#my-id}\n---")) {
            assertTrue(html("[jump](#my-id)\n\n" + written + "\n").replaceAll("\\s*<a class=\"anchor\".*", "</h2>").contains("<p><a href=\"#my-id\">jump</a></p>\n<h2 id=\"my-id\">One <em>two</em></h2>"), html(written));
        }
    }

    @Test
    void braces_that_name_nothing_stay_as_they_are() {
        for (var written : List.of("Sets {#}", "Use `{#id}`", "{#alone}", "A {#b} c")) {
            assertTrue(html("## " + written + "\n").contains(written.replace("`{#id}`", "<code>{#id}</code>")), html("## " + written + "\n"));
        }
    }

    @Test
    void a_heading_holds_no_paragraph() {
        assertEquals("<h2 id=\"one\">One<br><a class=\"anchor\"", html("<h2><p>One</p></h2>\n").replaceAll("\\s*<a class=\"anchor\".*", "<br><a class=\"anchor\"").strip());
    }

    @Test
    void a_heading_that_nobody_ended_does_not_swallow_what_follows() {
        assertEquals("<p>Use </p><div>and so on.\n<ul>\n<li>A list</li>\n</ul></div>", html("<p>Use <h2>and so on.\n<ul>\n<li>A list</li>\n</ul>\n").strip().replaceAll("\n(?=</div>)", ""));
    }
}
