package org.lectern.content.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Year;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;

import org.lectern.content.Slug;

class AddressesTest {

    private final Addresses root = new Addresses("");
    private final Addresses kb = new Addresses("https://example.org/kb/");

    @Test
    void addresses_begin_at_the_root_that_they_are_made_for() {
        assertEquals("/articles/leases/", root.article(new Slug("leases")));
        assertEquals("https://example.org/kb/articles/leases/", kb.article(new Slug("leases")));
        assertEquals("https://example.org/kb/", kb.home());
        assertEquals("/page/2/", root.home(2));
    }

    @Test
    void a_slash_and_a_plus_of_a_slug_stand_in_its_address_as_they_are() {
        assertEquals("/tags/ci/cd/", root.tag(new Slug("ci/cd")));
        assertEquals("/tags/c++/", root.tag(new Slug("c++")));
    }

    @Test
    void letters_beyond_ascii_are_encoded_as_utf_8() {
        assertEquals("/tags/caf%C3%A9/", root.tag(new Slug("café")));
        assertEquals("/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/page/3/", root.tag(new Slug("日本語"), 3));
    }

    @Test
    void a_year_has_four_digits() {
        assertEquals("/articles/0001/", root.articles(Year.of(1), 1));
        assertEquals("/articles/0001/02/page/2/", root.articles(YearMonth.of(1, 2), 2));
    }

    @Test
    void the_first_page_has_no_number() {
        assertEquals("/tags/java/", root.tag(new Slug("java"), 1));
        assertEquals("/tags/java/page/2/", root.tag(new Slug("java"), 2));
    }
}
