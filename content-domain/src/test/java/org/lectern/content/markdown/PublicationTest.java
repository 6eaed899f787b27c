package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class PublicationTest {

    @Test
    void destinations_are_exchanged_wherever_they_stand() {
        assertEquals("[a](https://kb/seen) ![b](https://kb/seen \"t\") <a href=\"https://kb/seen\">c</a> [d][1] and [^n]\n\n[1]: https://kb/seen\n\n[^n]: [e](https://kb/seen)\n",
                published("[a](/seen) ![b](/seen \"t\") <a href='/seen'>c</a> [d][1] and [^n]\n\n[1]: /seen\n\n[^n]: [e](/seen)\n"));
    }

    @Test
    void what_leads_nowhere_gives_way_to_its_text() {
        assertEquals("before *strong* `x` after", published("before [*strong* `x`](/secret) after"));
        assertEquals("before two bars after", published("before ![two bars](/secret \"t\") after"));
        assertEquals("the text and the picture ", published("[the text](/secret) and [![the picture](/secret)](/secret) ![](/secret)"));
        assertEquals("> over two\n> lines", published("> [over two\n> lines](/secret)"));
        assertEquals("| a | b |\n| - | - |\n| x | y |\n", published("| a | b |\n| - | - |\n| [x](/secret) | y |\n"));
        assertEquals("text\n\n[1]: #\n", published("[text][1]\n\n[1]: /secret\n"));
        assertEquals("[^n]\n\n[^n]: A word\n\n[^unused]: Another\n", published("[^n]\n\n[^n]: A [word](/secret)\n\n[^unused]: [Another](/secret)\n"));
        assertEquals("<a href=\"#\">c</a>", published("<a href=\"/secret\">c</a>"));
    }

    @Test
    void what_authors_tell_each_other_goes() {
        assertEquals("A text.\n\n<!--more-->\n\nMore.\n", published("A text<!-- ask legal -->.\n\n<!--more-->\n\n<!-- a\nlong one -->More.\n"));
        assertEquals("\nText\n", published("[//]: # (not for readers)\nText\n").replaceFirst("^\n*", "\n"));
        assertEquals("<div>\n\n</div>\n", published("<div>\n<!-- hidden -->\n</div>\n"));
        assertEquals("An end\n\n", published("An end\n\n<!-- that never ends\n\nsecret"));
    }

    @Test
    void code_and_all_else_stay_as_they_are() {
        var text = "# Heading\n\n`[a](/secret)` and `<!-- b -->`\n\n```html\n<!-- c --> [d](/secret)\n```\n\n[e](#part) [f](https://elsewhere.example.org/) \\[g](x\n";

        assertEquals(text, published(text));
    }

    private static String published(String source) {
        return MarkdownText.parse(source).publish(destination -> destination.equals("/secret") ? Optional.empty() : Optional.of(destination.equals("/seen") ? "https://kb/seen" : destination));
    }
}
