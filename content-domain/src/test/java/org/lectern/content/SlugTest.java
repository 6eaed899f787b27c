package org.lectern.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Distributed-Systems, distributed-systems", "Distributed Systems, distributed-systems", "a - b, a-b", "end--to--end, end--to--end",
        "C++, c++", "C#, c-sharp", "F# and C#, f-sharp-and-c-sharp", ".NET, .net", "Node.js, node.js", "CI/CD, ci/cd", "R&D, rd", "O'Reilly, oreilly",
        "café, café", "日本語, 日本語", "snake_case, snake_case", "#hashtag, hashtag", "100%, 100", "2016, 2016", "'  padded  ', padded"})
    void a_tag_gets_hugos_slug_without_the_number_sign(String name, String slug) {
        assertEquals(slug, Slug.from(name).value());
    }

    @Test
    void a_letter_with_its_accent_apart_is_the_same_tag() {
        assertEquals(Slug.from("caf\u00e9"), Slug.from("cafe\u0301"));
    }

    @ParameterizedTest
    @CsvSource({"page/2, page-2", "x/page/2, x/page-2", "page, page-", "index.xml, index-xml", "feed.atom, feed-atom", "a/index.xml, a/index-xml", "a/../b, a/b", "/a//b/, a/b"})
    void a_slug_never_collides_with_a_route(String name, String slug) {
        assertEquals(slug, Slug.from(name).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "🚀", "", "   ", "..", "."})
    void a_slug_is_never_empty(String name) {
        assertFalse(Slug.from(name).value().isEmpty());
    }

    @Test
    void texts_of_which_nothing_may_stay_get_slugs_of_their_own() {
        assertNotEquals(Slug.from("🚀"), Slug.from("🔥"));
    }

    @ParameterizedTest
    @CsvSource({"404, article-404", "CI/CD at scale, ci-cd-at-scale", "readme.md, readme-md", "Node.js, node-js", "Node.js in production, node.js-in-production", "What a pod sees, what-a-pod-sees", "feed.json, feed-json"})
    void an_articles_slug_is_one_segment_that_promises_no_file_and_is_no_number(String title, String slug) {
        assertEquals(slug, Slug.forArticle(title).value());
    }

    @Test
    void a_long_title_is_cut_at_a_word() {
        var title = "a very long title that goes on and on ".repeat(10);

        var slug = Slug.forArticle(title).value();

        assertTrue(slug.length() <= Slug.MOST);
        assertTrue(title.replace(' ', '-').startsWith(slug + "-"));
    }

    @Test
    void a_number_fits_behind_the_longest_slug() {
        var slug = new Slug("x".repeat(Slug.MOST));

        assertEquals("x".repeat(Slug.MOST - 3) + "-12", slug.numbered(12).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a/", "/a", "a//b", "a/../b", ".", "..", "page/2", "a/page/2", "page", "index.xml", "a#b", "a?b", "a%20b", "a,b", "a:b", "a;b", "cafe\u0301"})
    void what_is_no_slug_is_not_taken_for_one(String text) {
        assertEquals(Optional.empty(), Slug.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new Slug(text));
    }

    @Test
    void a_text_of_any_length_is_looked_at_in_vain() {
        assertEquals(Optional.of(new Slug("a/".repeat(59) + "ab")), Slug.parse("a/".repeat(59) + "ab"));
        assertEquals(Optional.empty(), Slug.parse("a/".repeat(60) + "a"));
        assertEquals(Optional.empty(), Slug.parseLeniently("A/".repeat(1_000_000) + "x"));
    }

    @Test
    void another_case_is_understood_but_is_not_the_slug() {
        assertEquals(Optional.empty(), Slug.parse("CI/CD"));
        assertEquals(Optional.of(new Slug("ci/cd")), Slug.parseLeniently("CI/CD"));
    }
}
