package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "/articles/leases/ utm_source=letter /articles/leases/",
            "/articles/leases/ by=count&page=2 /articles/leases/",
            "/tags/ by=count /tags/?by=count",
            "/tags/ utm_source=letter&all=c%2B%2B&x&all=java&=&edition=7 /tags/?all=c%2B%2B&all=java",
            "/tags/ nonsense=1 /tags/",
            "/tags/ %61ll=java /tags/?%61ll=java",
            "/tags/feed.atom utm=1&all=java&not=go /tags/feed.atom?all=java&not=go",
            "/tags/java/ all=go /tags/java/"})
    void parameters_that_make_no_other_page_do_not_count(String path, String query, String address) {
        assertEquals(address, Address.of("", path, query));
        assertEquals("/kb" + address, Address.of("/kb", "/kb" + path, query));
    }

    @Test
    void an_address_without_a_query_is_taken_letter_for_letter() {
        assertEquals("/Tags//%6Aava%2B", Address.of("", "/Tags//%6aava%2B", null));
        assertEquals("/kb/tags/", Address.of("", "/kb/tags/", "all=java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/caf%C3%A9/", "/tags/caf%c3%a9/", "/tags/caf\u00c3\u00a9/"})
    void letters_beyond_ascii_are_one_address_however_they_are_escaped(String sent) {
        assertEquals("/tags/caf%C3%A9/", Address.of("", sent, null));
    }

    @Test
    void what_is_no_escape_stays() {
        assertEquals("/tags/100%", Address.of("", "/tags/100%", null));
        assertEquals("/tags/\u2192%c3", Address.of("", "/tags/\u2192%c3", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "%41%4"})
    void a_query_that_is_no_percent_encoding_is_left_to_those_who_refuse_it(String query) {
        assertFalse(Address.isReadable(query));
    }

    @Test
    void every_other_query_is_readable() {
        assertTrue(Address.isReadable(null));
        assertTrue(Address.isReadable("a=%2b%2B+c&d"));
    }

    @Test
    void finds_the_number_that_a_parameter_holds() {
        assertEquals(12, Address.number("x=1&edition=12", "edition"));
        assertEquals(-1, Address.number("edition=-1", "edition"));
        assertEquals(-1, Address.number("edition=1234567890123456789", "edition"));
        assertEquals(-1, Address.number("myedition=3", "edition"));
        assertEquals(-1, Address.number(null, "edition"));
    }
}
