package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lectern.content.importing.SomeSources.BLOG;
import static org.lectern.content.importing.SomeSources.article;
import static org.lectern.content.importing.SomeSources.remarks;
import static org.lectern.content.importing.SomeSources.remarksOn;
import static org.lectern.content.importing.SomeSources.zip;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SourceReadingTest {

    @Test
    void takes_every_field_of_a_hugo_post() {
        var article = article("""
                ---
                title: "Leases,
                  not locks"
                date: 2024-03-01T10:00:00+01:00
                lastmod: 2024-03-02
                publishDate: 2024-03-01 09:30
                expiryDate: 2030-01-01
                slug: leases
                url: /2024/leases/
                aliases: [/old/leases.html, older]
                tags: [Go, "CI/CD", go, 3.10]
                tags_weight: 5
                authors: [Ada, Grace]
                weight: -3
                summary: Short.
                description: For machines.
                image: /a.png
                series: [Locks]
                translationKey: leases
                language: en
                draft: true
                params: {nested: [1, true, null]}
                ---
                Body.
                """);

        assertEquals("Leases, not locks", article.title());
        assertEquals(new Written("leases", 8), article.slug());
        assertEquals(Optional.of(Instant.parse("2024-03-01T09:00:00Z")), article.date());
        assertEquals(Optional.of(Instant.parse("2024-03-02T00:00:00Z")), article.lastmod());
        assertEquals(Optional.of(Instant.parse("2024-03-01T09:30:00Z")), article.publishDate());
        assertEquals(Optional.of(Instant.parse("2030-01-01T00:00:00Z")), article.expiryDate());
        assertEquals(Optional.of(new Written("/2024/leases/", 9)), article.address());
        assertEquals(List.of(new Written("/old/leases.html", 10), new Written("/older", 10)), article.aliases());
        assertEquals(List.of("Go", "CI/CD", "3.10"), article.tags());
        assertEquals(OptionalInt.of(5), article.tagsWeight());
        assertEquals(List.of("Ada", "Grace"), article.authors());
        assertEquals(OptionalInt.of(-3), article.weight());
        assertEquals(Optional.of(new Written("Short.", 15)), article.summary());
        assertEquals(Optional.of("For machines."), article.description());
        assertEquals(Optional.of(new Written("/a.png", 17)), article.image());
        assertEquals(Optional.of("Locks"), article.series());
        assertEquals(Optional.of("leases"), article.translationKey());
        assertEquals(Optional.of("en"), article.language());
        assertTrue(article.draft());
        assertTrue(article.frontMatter().contains("\"params\":{\"nested\":[1,true,null]}"), article.frontMatter());
        assertEquals("Body.\n", article.body());
        assertEquals(24, article.fileLine(1));
    }

    @Test
    void reads_toml_and_json_alike() {
        var toml = article("+++\ntitle = 'A'\ndate = 2024-03-01T10:00:00Z\ntags = ['x', 'y']\n+++\nBody");
        var json = article("{\n \"title\": \"A\", \"date\": \"2024-03-01T10:00:00Z\",\n \"tags\": [\"x\", \"y\"]\n}\nBody");

        for (var article : List.of(toml, json)) {
            assertEquals("A", article.title());
            assertEquals(Optional.of(Instant.parse("2024-03-01T10:00:00Z")), article.date());
            assertEquals(List.of("x", "y"), article.tags());
            assertEquals("Body", article.body());
        }
        assertEquals(6, toml.fileLine(1));
        assertEquals(5, json.fileLine(1));
    }

    @Test
    void a_fault_names_the_line_of_the_file_and_the_rest_comes_in() {
        var reading = zip().file("good.md", "---\ntitle: Good\n---\n").file("yaml.md", "---\ntitle: A\ntags: [a, b\ndraft: false\n---\n")
                .file("toml.md", "+++\ntitle = 'A'\ndraft = maybe\n+++\n").file("json.md", "{\n\"title\": \"A\",\n\"tags\" [1]\n}\n").file("date.md", "---\ntitle: A\ndate: 2024-02-30\n---\n").read(BLOG);

        assertEquals(List.of("Good"), reading.articles().stream().map(SourceArticle::title).toList());
        var lines = reading.remarks().stream().map(remark -> remark.path() + ":" + remark.line() + " " + remark.kind()).toList();
        assertEquals(List.of("date.md:3 REFUSED", "json.md:3 REFUSED", "toml.md:3 REFUSED", "yaml.md:4 REFUSED"), lines);
        assertEquals("date.md:3 The field date holds \"2024-02-30\", which is no date. Write it as 2026-11-24 or 2026-11-24T09:30:00+01:00.", remarks(reading).get(0));
    }

    @Test
    void nothing_is_published_because_draft_was_misspelt() {
        assertEquals(List.of("a.md:3 The field draft holds \"ture\". It must be true or false: nothing may be published by mistake."), remarksOn("---\ntitle: A\ndraft: ture\n---\n"));
    }

    @Test
    void front_matter_without_an_end_is_refused_but_a_rule_is_no_front_matter() {
        assertEquals(List.of("a.md:1 The front matter that --- begins never ends. Close it with the line ---."), remarksOn("---\ntitle: A\n\nText\n"));
        assertEquals(List.of("a.md:0 The file has no front matter. With the option \"plain\" such files are articles too."), remarksOn("---\n\nText\n"));
    }

    @Test
    void trailing_tabs_a_byte_order_mark_and_windows_line_ends_are_fine() {
        var article = article("\uFEFF---\r\ntitle: A\t\r\ntags:\r\n- x\t\r\n---\r\nOne\r\nTwo\r\n");

        assertEquals("A", article.title());
        assertEquals(List.of("x"), article.tags());
        assertEquals("One\nTwo\n", article.body());
    }

    @Test
    void invalid_utf_8_and_null_characters_are_refused_with_their_line() {
        var latin1 = zip().file("a.md", "---\ntitle: A\n---\n\ncaf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1)).read(BLOG);

        assertEquals(List.of("a.md:5 The file is not valid UTF-8 here. Save it as UTF-8."), remarks(latin1));
        assertEquals(List.of("a.md:4 The file holds the character U+0000, which no text may hold. Remove it."), remarksOn("---\ntitle: A\n---\nx\0y"));
        assertEquals(List.of("a.md:1 The file holds the character U+0000, which no text may hold. Remove it."), remarksOn("---\ntitle: \"A\\0B\"\n---\n"));
        assertEquals(List.of("a.md:1 The front matter names half a character, such as one surrogate without the other. Write the character itself."), remarksOn("{\"title\": \"A\\ud83d\"}\n"));
    }

    @Test
    void a_text_that_would_take_too_long_is_refused_and_the_rest_comes_in() {
        var lines = IntStream.range(0, 50_000).mapToObj(i -> "(" + i * 7919).collect(Collectors.joining("\n"));

        var reading = zip().file("long.md", "---\ntitle: Long\n---\n" + lines).file("short.md", "---\ntitle: Short\n---\nBody.\n").read(BLOG);

        assertEquals(List.of("Short"), reading.articles().stream().map(SourceArticle::title).toList());
        assertEquals(List.of("long.md REFUSED markdown.too.many.lines"), reading.remarks().stream().map(remark -> remark.path() + " " + remark.kind() + " " + remark.key()).toList());
    }

    @Test
    void aliases_that_explode_and_brackets_without_end_are_refused() {
        var laughs = new StringBuilder("---\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertEquals("REFUSED", kind(laughs + "---\n"));
        assertEquals("REFUSED", kind("---\na: " + "[".repeat(100_000) + "\n---\n"));
        assertEquals("REFUSED", kind("---\n" + "- ".repeat(20_000) + "x\n---\n"));
        assertEquals("REFUSED", kind("---\na: &a [*a]\n---\n"));
        assertEquals("REFUSED", kind("+++\na = " + "[".repeat(20_000) + "\n+++\n"));
        assertEquals("REFUSED", kind("{\"a\": " + "[".repeat(20_000) + "}\n"));
    }

    private static String kind(String text) {
        return zip().file("a.md", text).read(BLOG).remarks().get(0).kind().name();
    }

    @Test
    void bodies_that_nest_without_end_harm_nobody_else() {
        var reading = zip().file("a.md", "---\ntitle: A\n---\n{{ x }}" + "> ".repeat(50_000) + "x\n").file("b.md", "---\ntitle: B\n---\n{{ x }}\n\n" + ">".repeat(50_000) + "x\n")
                .file("c.md", "---\ntitle: C\n---\n{{ x }}" + "**a _b ".repeat(20_000) + "[".repeat(50_000) + "\n").file("d.md", "---\ntitle: D\n---\n").read(BLOG);

        assertEquals("D", reading.articles().get(reading.articles().size() - 1).title());
    }

    @Test
    void a_field_that_stands_twice_is_refused_at_its_second_line() {
        var remark = zip().file("a.md", "---\ntitle: A\ntags: x\ntitle: B\n---\n").read(BLOG).remarks().get(0);

        assertEquals("a.md:4 REFUSED", remark.path() + ":" + remark.line() + " " + remark.kind());
    }

    @Test
    void yaml_cannot_make_objects() {
        assertEquals("REFUSED", kind("---\ntitle: !!java.net.URL [http://example.org]\n---\n"));
    }

    @Test
    void tags_may_be_a_list_a_comma_string_one_value_or_a_number() {
        assertEquals(List.of("a", "b c"), article("---\ntags: a, b c\n---\n").tags());
        assertEquals(List.of("a b"), article("---\ntags: a b\n---\n").tags());
        assertEquals(List.of("2019"), article("---\ntags: 2019\n---\n").tags());
        assertEquals(List.of("a", "b, c"), article("---\ntags:\n- a\n-\n- b, c\n---\n").tags());
        assertEquals(List.of(), article("---\ntags:\n---\n").tags());
        assertEquals(List.of("a"), article("---\ntag: a\n---\n").tags());
    }

    @Test
    void another_field_or_the_folder_may_hold_the_tags() {
        var source = zip().file("java/a.md", "---\ntags: [x]\ncategories: [y]\n---\n").file("b.md", "---\ncategory: z\n---\n").bytes();

        assertEquals(List.of(List.of("z"), List.of("y")), tags(source, "categories"));
        assertEquals(List.of(List.of(), List.of("java")), tags(source, "folder"));
    }

    private static List<List<String>> tags(byte[] source, String field) {
        var options = new ImportOptions("blog", Optional.of(field), false, Optional.empty(), Optional.empty(), ZoneId.of("UTC"));
        try (var folder = SourceFolder.read(source, Bounds.SAFE)) {
            return SourceReading.of(folder, options).articles().stream().map(SourceArticle::tags).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void date_title_and_slug_come_from_the_file_name_as_jekyll_has_it() {
        var article = article("_posts/2018-05-4-Deploying-KubeVirt.markdown", "---\n---\nText");

        assertEquals("Deploying KubeVirt", article.title());
        assertEquals(new Written("Deploying-KubeVirt", 0), article.slug());
        assertEquals(Optional.of(Instant.parse("2018-05-04T00:00:00Z")), article.date());
    }

    @Test
    void a_page_bundle_is_named_by_its_folder_and_a_section_is_passed_over() {
        var reading = zip().file("content/posts/2020-01-02-leases/index.md", "---\ntitle: L\n---\n").file("content/posts/_index.md", "---\ntitle: Posts\n---\n").file("content/posts/leases/x.png", "").read(BLOG);

        assertEquals(List.of(new Written("leases", 0)), reading.articles().stream().map(SourceArticle::slug).toList());
        assertEquals(List.of("posts/_index.md:0 This is the page of a section, not an article."), remarks(reading));
    }

    @Test
    void a_leading_heading_becomes_the_title_and_leaves_the_body() {
        var article = article("---\ntags: x\n---\n\n# The *first* heading\n\nText\n\n## More\n");

        assertEquals("The first heading", article.title());
        assertEquals("Text\n\n## More\n", article.body());
        assertEquals(7, article.fileLine(1));
        assertEquals(9, article.fileLine(3));
    }

    @Test
    void several_headings_of_level_1_are_sections_and_give_no_title() {
        var article = article("posts/live-migration.md", "---\ntags: x\n---\n# Introduction\n\nText\n\n# Conclusion\n");

        assertEquals("Live Migration", article.title());
        assertTrue(article.body().startsWith("# Introduction"));
    }

    @Test
    void a_heading_that_repeats_the_title_leaves_the_body() {
        var article = article("---\ntitle: Leases\n---\n<!-- note -->\n\nLeases\n======\n\nText\n");

        assertEquals("<!-- note -->\n\n\nText\n", article.body());
        assertEquals(9, article.fileLine(4));
    }

    @Test
    void a_file_with_too_many_names_is_refused_with_the_line_of_the_field() {
        var many = IntStream.range(0, 101).mapToObj(number -> "x" + number).collect(Collectors.joining(", "));

        for (var field : List.of("tags", "authors", "aliases")) {
            assertEquals(List.of("a.md:3 The field " + field + " names 101; an article may have 100. Take some out."), remarks(zip().file("a.md", "---\ntitle: A\n" + field + ": [" + many + "]\n---\n").read(BLOG)));
        }
    }

    @Test
    void a_number_of_any_length_is_kept_as_it_is_written() {
        var number = "9".repeat(5_000);

        assertTrue(article("+++\ntitle = 'A'\nsmall = 12\n+++\n").frontMatter().contains("\"small\":12"));
        assertTrue(FeedId.of(article("---\ntitle: A\nx: " + number + "\nguid: known\n---\n").frontMatter()).isPresent());
    }

    @Test
    void drafts_are_told_by_field_or_folder() {
        assertTrue(article("---\npublished: false\n---\n").draft());
        assertTrue(article("_drafts/a.md", "---\n---\n").draft());
        assertFalse(article("---\ndraft: false\n---\n").draft());
    }

    @Test
    void files_without_front_matter_come_in_only_when_asked_for() {
        var source = zip().file("README.md", "# Hello\n\nWorld\n");

        var reading = source.read(new ImportOptions("blog", Optional.empty(), true, Optional.empty(), Optional.empty(), ZoneId.of("UTC")));

        assertEquals("Hello", reading.articles().get(0).title());
    }

    @Test
    void authors_are_split_at_commas_and_may_be_people() {
        assertEquals(List.of("Ada Lovelace", "Bob Smith, Jr."), article("---\nauthor: Ada Lovelace, Bob Smith, Jr.\n---\n").authors());
        assertEquals(List.of("Ada"), article("---\nauthors:\n- name: Ada\n  url: x\n---\n").authors());
    }

    @Test
    void a_translation_is_known_by_its_ending_beside_its_sibling() {
        var reading = zip().file("posts/lease.md", "---\ntitle: L\n---\n").file("posts/lease.de.md", "---\ntitle: L\n---\n").file("posts/kubernetes.io.md", "---\ntitle: K\n---\n").read(BLOG);

        assertEquals(List.of(Optional.empty(), Optional.of("de"), Optional.empty()), reading.articles().stream().map(SourceArticle::language).toList());
        assertEquals(List.of(Optional.empty(), Optional.of("lease"), Optional.of("lease")), reading.articles().stream().map(SourceArticle::translationKey).toList());
    }

    @Test
    void a_file_goes_before_its_translations_so_that_it_gets_the_slug_that_all_wish_for() {
        var reading = zip().file("posts/tr.ar.md", "---\ntitle: L\n---\n").file("posts/tr.de.md", "---\ntitle: L\n---\n").file("posts/tr.md", "---\ntitle: L\n---\n").file("posts/x/index.fr.md", "---\ntitle: X\n---\n")
                .file("posts/x/index.md", "---\ntitle: X\n---\n").read(BLOG);

        var ordered = AddressPlanning.translationsLast(reading.articles());

        assertEquals(List.of("tr.md", "tr.ar.md", "tr.de.md", "x/index.md", "x/index.fr.md"), ordered.stream().map(SourceArticle::path).toList());
        assertEquals(List.of("tr", "tr", "tr", "x", "x"), ordered.stream().map(article -> article.slug().text()).toList());
        assertEquals(List.of("tr", "tr", "tr", "x/index", "x/index"), ordered.stream().map(article -> article.translationKey().orElse("")).toList());
    }

    @Test
    void an_alias_on_a_foreign_host_is_noted_and_left_out() {
        var reading = zip().file("a.md", "---\ntitle: A\nredirect_from:\n- https://example.org/x/\n- https://other.org/y/\n---\n").read(SomeSources.site("https://example.org", null));

        assertEquals(List.of(new Written("/x/", 3)), reading.articles().get(0).aliases());
        assertEquals(List.of("a.md:3 The old address https://other.org/y/ does not lie on this source's site and is left out. Write it as a path such as /2016/leases.html, or name its host by the option \"site\"."), remarks(reading));
    }
}
