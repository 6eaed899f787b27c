package org.lectern.content;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

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
    @CsvSource({"page/2, page-2", "x/page/2, x/page-2", "page, page-", "index.xml, index-xml", "feed.atom, feed-atom", "a/index.xml, a/index-xml", "a/../b, a/b", "/a//b/, a/b",
        "x/page/page, x/page/page-", "page/1/page, page/1/page-", "page/1/page/2, page/1/page-2", "homepage/2, homepage/2"})
    void a_slug_never_collides_with_a_route(String name, String slug) {
        assertEquals(slug, Slug.from(name).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "🚀", "", "   ", "..", "."})
    void a_slug_is_never_empty(String name) {
        assertFalse(Slug.from(name).value().isEmpty());
    }

    @Test
    void what_vanishes_between_a_letter_and_its_accent_does_not_part_them() {
        assertEquals("café", Slug.from("cafe\u200B\u0301").value());
        assertEquals("café", Slug.from("cafe\u00AD\u0301").value());
    }

    @Test
    void a_slug_that_needs_a_sign_more_has_room_for_it() {
        assertEquals("a".repeat(114) + "/page-", Slug.from("a".repeat(114) + "/page").value());
        assertEquals("a".repeat(115) + "/pag", Slug.from("a".repeat(115) + "/page").value());
        assertEquals("article-" + "1".repeat(112), Slug.forArticle("1".repeat(120)).value());
    }

    @Test
    void every_text_has_a_slug() {
        var parts = List.of("a", "É", "Σ", "İ", "ß", "page", "Page", "1", "²", "٣", "/", "//", ".", "..", "-", " ", "+", "#", "index.xml", "feed.atom", ".md", "\u0301", "\u0323", "\u0345", "\u200B", "\u00AD",
                "\u212B", "\u1100", "\u1161", "\uD800", "\uDC00", "\0", "\n", "🚀", "日", "𝒜", "x".repeat(59), "y".repeat(115), "7".repeat(118));
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++) {
            var text = random.ints(1 + random.nextInt(8), 0, parts.size()).mapToObj(parts::get).collect(Collectors.joining());

            for (var slug : List.of(assertDoesNotThrow(() -> Slug.from(text), text), assertDoesNotThrow(() -> Slug.forArticle(text), text))) {
                assertEquals(slug, Slug.from(slug.value()), text);
                assertDoesNotThrow(() -> slug.numbered(12), text);
            }
        }
    }

    @Test
    void every_letter_has_a_slug() {
        for (var codePoint = 0; codePoint < 0x10000; codePoint++) {
            var letter = Character.toString(codePoint);

            assertDoesNotThrow(() -> Slug.from(letter), letter);
            assertDoesNotThrow(() -> Slug.from("a" + letter + "\u0301"), letter);
        }
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
