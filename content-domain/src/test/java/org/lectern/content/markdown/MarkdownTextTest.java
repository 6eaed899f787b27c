package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void uses_are_told_in_the_order_of_the_source_with_their_lines() {
        var text = MarkdownText.parse("""
                See [the *guide*](guide.md "Guide") and [it again][g].

                ![A bar](bar.png)
                <a href='raw.html?a=1&amp;b=2'>raw</a> <https://a.example/> and https://b.example/.

                > <img alt="Deep"
                >   src=deep.png>

                [g]: <the guide.md>
                [nobody]: lost.md
                """);

        assertEquals(List.of(
                new Use("guide.md", false, "the guide", 1),
                new Use("the guide.md", false, "it again", 1),
                new Use("bar.png", true, "A bar", 3),
                new Use("raw.html?a=1&b=2", false, "", 4),
                new Use("https://a.example/", false, "https://a.example/", 4),
                new Use("https://b.example/", false, "https://b.example/", 4),
                new Use("deep.png", true, "Deep", 7),
                new Use("lost.md", false, "", 10)), text.uses());
    }

    @Test
    void what_stands_in_code_or_in_a_comment_or_leads_into_the_same_text_is_no_use() {
        var text = MarkdownText.parse("`[a](b)` [here](#there) [](c)\n\n    [d](e)\n\n<!-- <a href=f> --> <script>'<img src=g>'</script>\n");

        assertEquals(List.of(new Use("c", false, "", 1)), text.uses());
    }

    @Test
    void a_rewrite_that_changes_nothing_keeps_every_character() {
        var source = "\uFEFF# A\r\n[a]( <b c>  'd' )\t[e][f]\r\n\r\n* ![g](h\\)i)\r\n\r\n> [f]:\r\n> /j 'k'\r\n\r\n<IMG SRC = l.png>\r\nhttps://m.example\u0000\r\n";

        assertEquals(source, MarkdownText.parse(source).rewrite(destination -> destination));
    }

    @Test
    void a_rewrite_exchanges_destinations_and_keeps_all_else() {
        var source = """
                [a](one.md "T (x)") ![b]( <two three.png> ) [c][d] [d] <https://e.example/>  www.f.example
                > - [g [h]](four.md)
                >   <a title="x > y" href=five.md>i</a>

                | k | l |
                |---|---|
                | [m](six.md) | `[n](no.md)` |

                [d]:
                  seven.md  'Title'
                """;

        var rewritten = MarkdownText.parse(source).rewrite(destination -> "/new/" + destination.replaceAll("^https?://", ""));

        assertEquals("""
                [a](/new/one.md "T (x)") ![b]( </new/two three.png> ) [c][d] [d] [https://e.example/](/new/e.example/)  [www.f.example](/new/www.f.example)
                > - [g [h]](/new/four.md)
                >   <a title="x > y" href="/new/five.md">i</a>

                | k | l |
                |---|---|
                | [m](/new/six.md) | `[n](no.md)` |

                [d]:
                  /new/seven.md  'Title'
                """, rewritten);
    }

    @Test
    void a_rewritten_destination_means_the_same_after_parsing_whatever_it_holds() {
        for (var destination : List.of("a b", "(", ")(", "a\\b", "x&amp;y", "<z>", "é?q=1&r=2#s", "media:k.png", "(balanced)", "ends\\", "*_~`", "!\"'")) {
            for (var source : List.of("[t](old)", "![t](old \"title\")", "[t](<old>)", "[t]\n\n[t]: old", "[t]\n\n[t]: old 'title'", "<a href=old>t</a>", "<img alt='' src='old'>")) {
                var rewritten = MarkdownText.parse(source).rewrite(old -> destination);

                assertEquals(List.of(destination), MarkdownText.parse(rewritten).uses().stream().map(Use::destination).toList(), rewritten);
            }
        }
    }

    @Test
    void an_empty_destination_can_be_filled() {
        assertEquals("[a](b) ![](b)", MarkdownText.parse("[a]() ![](<>)").rewrite(old -> old.isEmpty() ? "b" : old));
    }

    @Test
    void the_same_text_renders_the_same_every_time() {
        var text = MarkdownText.parse("# A\n\nb[^1] ![c](d.png)\n\n[^1]: e[^2]\n[^2]: f\n");

        var first = text.render(Optional.empty(), SomeMarkdown::asWritten);

        assertEquals(first, text.render(Optional.empty(), SomeMarkdown::asWritten));
        assertTrue(first.html().contains("fn-2"));
    }
}
