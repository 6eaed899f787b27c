package org.lectern.web.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.ArticleSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class MarkdownFileTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void front_matter_comes_before_the_text() {
        assertEquals("""
                ---
                title: "Leases"
                slug: "leases"
                canonical: "https://kb.example.org/articles/leases/"
                date: 2026-03-01T12:00:00Z
                description: "Why not locks"
                authors: ["Ada", "Bo"]
                tags: ["C++"]
                language: "en"
                ---

                Not *locks*.
                """, MarkdownFile.of(article("Leases"), "https://kb.example.org/articles/leases/"));
    }

    @Test
    void every_title_comes_back_as_it_was() {
        for (var title : List.of("---", "a: b # c", "\"quoted\" \\ back", "line\nfeed\ttab", "\u0000\u0007\u0085\u2028\uFEFF\uFFFE", "é𝒳日", "{{ x }} & *y*", "' \" %")) {
            var file = MarkdownFile.of(article(title), "https://kb.example.org/articles/leases/");

            var front = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(file.substring(4, file.indexOf("\n---\n")));

            assertEquals(title, front.get("title"));
            assertEquals(List.of("Ada", "Bo"), front.get("authors"));
        }
    }

    @Test
    void a_name_stays_a_name_in_a_list_of_links() {
        assertEquals("a \\[b\\](c) \\<d\\> \\`e\\` f", Machines.plain("a [b](c) <d> `e`\n f"));
    }

    private static ArticleSource article(String title) {
        return new ArticleSource(new Slug("leases"), title, "\nNot *locks*.\n\n", NOON, Optional.empty(), "en", Optional.of("Why not locks"), List.of("Ada", "Bo"), List.of(new TagRef(3, new Slug("c++"), "C++")));
    }
}
