package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lectern.content.markdown.SomeMarkdown.html;
import static org.lectern.content.markdown.SomeMarkdown.rendered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void headings_begin_at_level_two_and_have_ids_and_anchors() {
        var rendering = rendered("# One\n\n## The version *token*\n\n###### Deep\n");

        assertEquals("""
                <h2 id="one">One <a class="anchor" href="#one" aria-label="Link to this section">#</a></h2>
                <h2 id="the-version-token">The version <em>token</em> <a class="anchor" href="#the-version-token" aria-label="Link to this section">#</a></h2>
                <h3 id="deep">Deep <a class="anchor" href="#deep" aria-label="Link to this section">#</a></h3>
                """, rendering.html());
        assertEquals(List.of(new Heading(2, "one", "One"), new Heading(2, "the-version-token", "The version token"), new Heading(3, "deep", "Deep")), rendering.outline());
    }

    @Test
    void ids_are_unique_in_every_script_and_leave_those_of_the_page_alone() {
        var ids = rendered("## A\n## A\n## A-1\n## Content\n## 日本語 の章\n## Café!\n## !!!\n## fn 1\n\nx[^1]\n\n[^1]: y\n").outline().stream().map(Heading::id).toList();

        assertEquals(List.of("a", "a-1", "a-1-1", "content-1", "日本語-の章", "café", "section", "fn-1-1"), ids);
    }

    @Test
    void an_id_that_the_author_gave_is_kept_once() {
        assertEquals("""
                <p><a id="setup"></a>x</p>
                <h2 id="setup-1">Setup <a class="anchor" href="#setup-1" aria-label="Link to this section">#</a></h2>
                <p><a>y</a></p>
                """, html("<a name=setup></a>x\n\n## Setup\n\n<a id=setup>y</a>\n"));
    }

    @Test
    void a_link_to_a_heading_stays_also_if_it_spells_it_as_another_generator_would() {
        assertEquals("<p><a href=\"#1-the-start\">a</a> <a href=\"#1-the-start\">b</a> c</p>",
                html("[a](#1-the-start) [b](#the-start) [c](#nowhere)\n\n## 1. The Start\n").lines().findFirst().orElseThrow());
    }

    @Test
    void an_image_alone_in_its_paragraph_is_a_figure_and_its_title_the_caption() {
        assertEquals("""
                <figure><img src="media:bar.png" alt="Two bars" width="640" height="200" loading="lazy"><figcaption>What the writer sees</figcaption></figure>
                <figure><a href="big.html"><img src="media:bar.png" alt="" width="640" height="200" loading="lazy"></a></figure>
                <p>Text <img src="media:bar.png" alt="b" title="t" width="640" height="200" loading="lazy"></p>
                """, html("![Two bars](bar.png \"What the writer sees\")\n\n[![](bar.png)](big.html)\n\nText ![b](bar.png \"t\")\n"));
    }

    @Test
    void a_picture_on_another_host_is_a_link_with_its_alternative_text() {
        assertEquals("""
                <p><a href="https://elsewhere.example/a.png">A bar</a></p>
                <p><a href="https://elsewhere.example/b.png">b.png</a></p>
                <p><a href="c.html">A bar</a></p>
                """, html("![A bar](https://elsewhere.example/a.png)\n\n![](https://elsewhere.example/b.png)\n\n[![A bar](https://elsewhere.example/a.png)](c.html)\n"));
    }

    @Test
    void what_leads_nowhere_is_its_text_alone() {
        var text = MarkdownText.parse("[a *b*](secret.md) ![c](gone.png)");

        var html = text.render(Optional.empty(), use -> new Target.TextAlone()).html();

        assertEquals("<p>a <em>b</em> c</p>\n", html);
    }

    @Test
    void tokens_of_ours_are_written_as_they_are() {
        var text = MarkdownText.parse("[a](a.md) [b](b.pdf)");

        var html = text.render(Optional.empty(), use -> new Target.Link(use.destination().equals("a.md") ? "article:12#cost" : "media:b1.pdf")).html();

        assertEquals("<p><a href=\"article:12#cost\">a</a> <a href=\"media:b1.pdf\">b</a></p>\n", html);
    }

    @Test
    void each_destination_is_asked_for_once_with_its_line() {
        var asked = new ArrayList<Use>();

        MarkdownText.parse("x\n\n[a](u) [b](u) ![c](u) <iframe src=v></iframe>\n").render(Optional.empty(), use -> {
            asked.add(use);
            return new Target.Link(use.destination());
        });

        assertEquals(List.of(new Use("u", false, "a", 3), new Use("u", true, "c", 3), new Use("v", false, "", 3)), asked);
    }

    @Test
    void code_names_its_language_and_can_be_reached_by_the_keyboard() {
        assertEquals("""
                <pre tabindex="0"><code class="language-c++">a &lt; b
                </code></pre>
                <pre tabindex="0"><code>c
                </code></pre>
                """, html("```c++ {hl_lines=1}\na < b\n```\n\n    c\n"));
    }

    @Test
    void a_remark_has_its_kind_as_a_word() {
        assertEquals("""
                <div class="note warn">
                <p><strong dir="auto">Warning.</strong> Mind the gap.</p>
                <p>Still.</p>
                </div>
                <div class="note">
                <p><strong dir="auto">Tip.</strong> <em>Two</em> lines.</p>
                </div>
                <blockquote>
                <p>[!NOTE] on the same line</p>
                </blockquote>
                """, html("> [!WARNING]\n> Mind the gap.\n>\n> Still.\n\n> [!tip]\n>\n> *Two* lines.\n\n> [!NOTE] on the same line\n"));
    }

    @Test
    void a_table_can_be_reached_by_the_keyboard_and_keeps_its_alignment() {
        assertEquals("""
                <table tabindex="0">
                <thead>
                <tr>
                <td></td>
                <th class="end">Wait</th>
                <th class="center">C</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>a</td>
                <td class="end">b</td>
                <td class="center"></td>
                </tr>
                </tbody>
                </table>
                """, html("| | Wait | C |\n|:--|--:|:-:|\n| a | b |\n"));
    }

    @Test
    void tasks_say_whether_they_are_done() {
        assertEquals("""
                <ul>
                <li><input type="checkbox" disabled checked aria-label="Done"> a</li>
                <li><input type="checkbox" disabled aria-label="Not done"> <del>b</del></li>
                </ul>
                """, html("- [x] a\n- [ ] ~~b~~\n"));
    }

    @Test
    void footnotes_are_numbered_as_they_are_met_and_lead_there_and_back() {
        assertEquals("""
                <p>a<sup><a href="#fn-1" id="fnref-1" aria-label="Note 1">[1]</a></sup> b<sup><a href="#fn-2" id="fnref-2" aria-label="Note 2">[2]</a></sup>\
                 c<sup><a href="#fn-1" id="fnref-1-2" aria-label="Note 1">[1]</a></sup></p>
                <section class="footnotes" aria-label="Notes"><ol><li id="fn-1"><p>First. <a href="#fnref-1" aria-label="Back to the text">↩</a> <a href="#fnref-1-2" aria-label="Back to the text 2">↩2</a></p>
                </li><li id="fn-2"><p>Second. <a href="#fnref-2" aria-label="Back to the text">↩</a></p>
                </li></ol></section>""", html("a[^x] b[^y] c[^x]\n\n[^y]: Second.\n[^x]: First.\n[^unused]: Never.\n"));
    }

    @Test
    void a_footnote_stays_whole_whatever_the_text_before_it_left_open() {
        var html = html("a[^1]\n\n<div><table><tr><td>\n\n[^1]: b </li></ol><details>\n\n<!-- open");

        assertTrue(html.contains("<li id=\"fn-1\"><p>b "), html);
        assertTrue(html.endsWith("</li></ol></section>"), html);
    }

    @Test
    void addresses_in_running_text_are_links() {
        assertEquals("<p>See <a href=\"https://a.example/b?c=d\">https://a.example/b?c=d</a>.</p>\n", html("See https://a.example/b?c=d.\n"));
    }

    @Test
    void raw_html_of_real_posts_is_of_use() {
        assertEquals("""
                <table tabindex="0"><tbody><tr><td colspan="2">a</td></tr></tbody></table>
                <details open><summary>More</summary>
                <p>Inside <kbd>Ctrl</kbd> x<sup>2</sup></p>
                </details>
                <p><a href="https://video.example/embed/1">A talk</a></p>
                <p><a href="talk.mp4">talk.mp4</a></p>
                <figure><img src="media:a.png" width="640" alt="" height="200" loading="lazy"></figure>
                """.replaceAll("\n", ""), html("""
                <table border=1><tr><td colspan=2 style="color:red">a</table>

                <details open><summary>More</summary>

                Inside <kbd>Ctrl</kbd> x<sup>2</sup>

                </details>

                <div class="video"><iframe src="https://video.example/embed/1" title="A talk" allowfullscreen></iframe></div>

                <video controls><source src="talk.mp4">Your browser is old.</video>

                <center><img src="a.png" onerror="alert(1)" width="90%"></center>
                """).replaceAll("\n", ""));
    }

    @Test
    void a_placeholder_in_angle_brackets_is_text() {
        assertEquals("<p>kubectl -n &lt;namespace&gt; get &lt;your-pod&gt;</p>\n", html("kubectl -n <namespace> get <your-pod>\n"));
    }

    @Test
    void loose_text_between_divisions_becomes_paragraphs() {
        assertEquals("<p>a</p><p>b</p>", html("<div>a</div><div class=x>b</div>\n").replace("\n", ""));
    }

    @Test
    void a_remark_from_right_to_left_stays_so_behind_our_word() {
        assertEquals("""
                <div class="note">
                <p dir="auto"><strong dir="auto">Note.</strong> שלום world</p>
                </div>
                """, html("> [!NOTE]\n> שלום world\n"));
    }

    @Test
    void text_from_right_to_left_finds_its_direction_and_the_author_may_give_one() {
        assertEquals("""
                <p dir="auto">שלום world</p>
                <p>Hello</p>
                <div dir="rtl"><p>مرحبا</p></div>
                """, html("שלום world\n\nHello\n\n<div dir=rtl>مرحبا</div>\n"));
    }

    @Test
    void words_are_counted_by_dictionary_where_no_spaces_are_written() {
        assertEquals(3, rendered("One two-three.\n").words());
        assertEquals(2, rendered("東京大学\n").words());
        assertEquals(0, rendered("— … !\n").words());
    }

    @Test
    void the_plain_text_has_a_line_for_each_block_and_what_pictures_say() {
        assertEquals("Title\nOne two\na\nb\nx  y\nA bar", rendered("# Title\n\n*One*\ntwo[^1]\n\n- a\n- b\n\n```\nx  y\n```\n\n![A bar](a.png)\n\n[^1]:\n").text());
    }

    @Test
    void the_words_that_are_added_can_be_in_another_language() {
        var german = new Words("Anmerkung {0}", "Zurück", "Anmerkungen", "Link hierher", "Erledigt", "Offen", "Bild", "Hinweis.", "Tipp.", "Wichtig.", "Warnung.", "Vorsicht.");

        var html = MarkdownText.parse("a[^1]\n\n> [!CAUTION]\n> b\n\n[^1]: c\n").render(Optional.empty(), SomeMarkdown::asWritten, german).html();

        assertTrue(html.contains("aria-label=\"Anmerkung 1\"") && html.contains("<strong dir=\"auto\">Vorsicht.</strong> b") && html.contains("aria-label=\"Anmerkungen\""), html);
        assertFalse(html.contains("Note"), html);
    }

    @Test
    void an_empty_text_renders_as_nothing() {
        assertEquals(new Rendering("", "", false, List.of(), 0, ""), rendered(""));
    }
}
