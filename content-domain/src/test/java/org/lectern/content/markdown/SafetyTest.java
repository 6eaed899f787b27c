package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lectern.content.markdown.SomeMarkdown.english;
import static org.lectern.content.markdown.SomeMarkdown.html;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.lectern.content.Refusal;

class SafetyTest {

    @Test
    void scripts_styles_and_forms_vanish_and_the_text_around_them_stays() {
        assertEquals("<p>a</p><p>b</p><p>c</p>", html("""
                a

                <script>alert(1)</script>
                <style>p { color: red }</style>
                <svg><script>alert(1)</script><text>x</text></svg>

                b

                <form action=/admin><input name=q value=v><select><option>y</select></form>
                <object data=x></object><template><p>z</template><math><mi>m</math>

                c
                """).replace("\n", ""));
    }

    @Test
    void nothing_but_known_attributes_passes() {
        assertEquals("<p class=\"note\" lang=\"de\">a <span id=\"i\">b</span></p>\n",
                html("<p class=\"note admin site-head\" style=\"position:fixed\" onclick=alert(1) lang=de role=alert data-x=1>a <span id=i contenteditable tabindex=1 aria-label=x>b</span></p>\n"));
    }

    @Test
    void no_address_runs_script_or_brings_anything_from_elsewhere() {
        for (var address : List.of("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)", "\u0001javascript:alert(1)", " javascript:alert(1)",
                "vbscript:x", "data:text/html,<script>alert(1)</script>", "data:image/png;base64,AAAA", "file:///etc/passwd", "blob:x", "x:y", "article:", "media:../x", "article:1/../../admin")) {
            for (var source : List.of("[t](<" + address.replace("<", "\\<").replace(">", "\\>") + ">)", "<a href=\"" + address + "\">t</a>", "<iframe src=\"" + address + "\" title=t></iframe>")) {
                var html = MarkdownText.parse(source).render(Optional.empty(), use -> new Target.Link(use.destination())).html();

                assertTrue(Jsoup.parseBodyFragment(html).select("[href]").stream().allMatch(link -> link.attr("href").matches("%01.*|[^:]*")), html);
                assertTrue(html.contains("t"), html);
            }
        }
    }

    @Test
    void no_picture_comes_from_another_host() {
        for (var address : List.of("https://e.example/a.png", "//e.example/a.png", "/\\e.example/a.png", "\\\\e.example/a.png", "\\/e.example/a.png", "data:image/svg+xml,<svg/>", "article:12", "javascript:x")) {
            for (var source : List.of("![t](x)", "<img src=x alt=t>")) {
                var html = MarkdownText.parse(source).render(Optional.empty(), use -> new Target.Picture(address, 1, 1)).html();

                assertFalse(html.contains("src=\"//") || html.contains("src=\"\\") || html.contains("src=\"/\\") || html.contains("example/") && html.contains("src=\"http") || html.contains("src=\"data")
                        || html.contains("src=\"article") || html.contains("src=\"javascript"), html);
            }
        }
        assertEquals("<p>t</p>\n", MarkdownText.parse("x ![t](x)").render(Optional.empty(), use -> new Target.Picture("https://e.example/a.png", 1, 1)).html().replace("x ", ""));
    }

    @Test
    void whoever_types_a_token_is_answered_like_anybody_else() {
        var html = MarkdownText.parse("[a](article:7) ![b](media:k) <img src=media:k alt=c>").render(Optional.empty(), use -> new Target.TextAlone()).html();

        assertEquals("<p>a b c</p>\n", html);
    }

    @Test
    void whoever_types_our_own_marks_gets_no_more_than_markdown_gives() {
        var html = html("""
                a<sup data-note=1></sup><sup data-note=7></sup><sup data-note="x"></sup>

                <div data-mark=notes><ol><li>forged</ol></div>

                b<sup id=fnref-1>c</sup>[^1]

                [^1]: true
                """);

        assertEquals(1, html.split("id=\"fnref-1\"", -1).length - 1, html);
        assertEquals(1, html.split("id=\"fn-1\"", -1).length - 1, html);
        assertFalse(html.contains("data-"), html);
        assertTrue(html.contains("<li>forged</li>") && html.contains("<li id=\"fn-1\"><p>true"), html);
    }

    @Test
    void what_is_not_closed_is_closed() {
        for (var source : List.of("<b>a", "<div><p>a", "<!-- a", "<a href=b>c", "<table><tr><td>d", "<details><summary>e", "<textarea>f", "<title>g", "<plaintext>h", "<pre>i", "</div></article></main>j", "<p", "<img src='")) {
            var html = html(source);

            assertEquals(html, Jsoup.parseBodyFragment(html).outputSettings(new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false)).body().html(), source);
        }
    }

    @Test
    void a_text_that_stands_too_deep_in_itself_is_refused_in_words() {
        for (var source : List.of(">".repeat(10_000) + "a", "- ".repeat(10_000) + "a", "1. ".repeat(10_000) + "a", "[^a]: ".repeat(10_000), "- ".repeat(10_000) + "a\n" + "\n".repeat(10_000))) {
            var refusal = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(Refusal.class, () -> MarkdownText.parse("x\n\n" + source)));

            assertEquals("In line 3, quotes, lists or emphasis stand more than 100 levels deep in each other. Write this part flatter.", english(refusal));
        }
        assertTrue(html(">".repeat(50) + "a").contains("a"));
    }

    @Test
    void a_paragraph_of_nothing_but_signs_is_refused_in_words() {
        for (var source : List.of("[".repeat(10_000), "![".repeat(10_000) + "a" + "](b)".repeat(10_000), "*".repeat(10_000) + "a" + "*".repeat(10_000), "*a _b ".repeat(10_000), "x <!-- ".repeat(10_000))) {
            var refusal = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(Refusal.class, () -> MarkdownText.parse(source)));

            assertEquals("The paragraph in line 1 has more than 2,000 brackets and emphasis signs. Divide it, or put it into a code block.", english(refusal));
        }
        assertTrue(html("_".repeat(10_000) + "\na\n").contains("a"));
    }

    @Test
    void a_paragraph_of_lines_without_end_is_refused_in_words() {
        for (var line : List.of(".\n", "a\n*\n", "a\n|-\n", "> .\n")) {
            var source = "x\n\n" + line.repeat(50_000);

            for (Executable parsing : List.<Executable>of(() -> MarkdownText.parse(source), () -> new MarkdownBlocks(source))) {
                var refusal = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(Refusal.class, parsing));

                assertEquals("The paragraph in line 3 has too many lines. Divide it by blank lines, or put it into a code block.", english(refusal));
            }
        }
        assertTrue(html(".\n".repeat(5_000)).contains("."));
        assertTrue(html("```\n" + ".\n".repeat(50_000)).contains("."));
        assertTrue(html("1. a\n".repeat(10_000)).contains("a"));
    }

    @Test
    void a_table_that_would_be_filled_up_to_a_giant_is_refused_in_words() {
        var source = "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|b|\n".repeat(1_000);

        var refusal = assertThrows(Refusal.class, () -> MarkdownText.parse(source));

        assertEquals("Up to line 102 this text's tables have more than 100,000 cells. Give the table fewer columns or rows, or offer it as a file.", english(refusal));
    }

    @Test
    void raw_html_without_end_is_refused_in_words() {
        for (var source : List.of("<div>\n" + "<span>\n".repeat(40_000), "<a href=x>x\n\n".repeat(40_000), "<img src=https://a.example/b>\n\n".repeat(40_000))) {
            var refusal = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(Refusal.class, () -> MarkdownText.parse(source)));

            assertTrue(english(refusal).endsWith("this text has more than 20,000 tags of raw HTML. Write it in Markdown, or divide it into several articles."), english(refusal));
        }
        assertTrue(html("<div>\n" + "<span>a</span>\n".repeat(9_000)).contains("a"));
    }

    @Test
    void a_text_that_is_too_long_is_refused_in_words() {
        var refusal = assertThrows(Refusal.class, () -> MarkdownText.parse("a".repeat(2_000_001)));

        assertEquals("This text has 2,000,001 characters, and at most 2,000,000 are allowed. Divide it into several articles.", english(refusal));
    }

    @Test
    void deep_and_crooked_text_renders_in_bounded_time() {
        for (var source : List.of("<div>".repeat(10_000), "<blockquote>".repeat(10_000) + "a", "<table><tr><td>".repeat(1_000), "<div>" + "<b><p>".repeat(1_000), "<p>".repeat(10_000),
                "<details><summary>a</summary>\n\n".repeat(1_000), "## a\n".repeat(1_000), "`a``".repeat(2_000), "![a](b)\n\n".repeat(1_000), "[](http://a" + "/".repeat(200_000) + "b)")) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> html(source), () -> source.substring(0, 8));
        }
    }
}
