package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.lectern.content.Slug;
import org.lectern.content.archive.TagCount;

class LetterTest {

    @Test
    void tags_stand_under_their_first_letter_whatever_its_case_and_accents() {
        assertEquals("B: beta | C: C++, café, CI/CD | D: design | E: Étude", index("beta", "C++", "café", "CI/CD", "design", "Étude"));
    }

    @Test
    void what_begins_with_no_letter_stands_together_at_the_start() {
        assertEquals("0–9: ++, 2FA | J: Java", index("++", "2FA", "Java"));
    }

    @Test
    void signs_before_the_first_letter_do_not_count() {
        assertEquals("0–9: #2 | N: .NET, Node | Р: «Работа»", index(".NET", "#2", "Node", "«Работа»"));
    }

    @Test
    void other_scripts_have_their_own_letters() {
        assertEquals("J: Java | Р: Работа | א: אבטחה | …: 日本語", index("Java", "Работа", "אבטחה", "日本語"));
    }

    private static String index(String... names) {
        var ids = new AtomicLong();
        var tags = Stream.of(names).map(name -> new TagCount(Slug.from(name), name, ids.incrementAndGet(), 1)).toList();
        return Letter.divide(tags, Locale.ENGLISH).stream().map(letter -> letter.name() + ": " + letter.tags().stream().map(TagCount::name).collect(Collectors.joining(", "))).collect(Collectors.joining(" | "));
    }
}
