package org.lectern.content.redirect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/2016/05/leases.html, /2016/05/leases.html", "2016/leases/, /2016/leases", "https://example.org/old/?a=b#c, /old", "/old/index.html, /old",
        "//a//b/, /a/b", "/caf%C3%A9/, /café", "/c++/, /c++", "https://example.org, /"})
    void the_same_address_has_one_form(String written, String path) {
        assertEquals(Optional.of(new OldAddress(path)), OldAddress.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken%ZZ", "/caf%E9", "/a/../../b", "/null%00"})
    void a_broken_address_is_none(String written) {
        assertEquals(Optional.empty(), OldAddress.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin", "/admin/articles", "/api/v1/imports", "/health", "/articles", "/tags", "/media/x/y.png", "/page/2", "/sign-in"})
    void the_front_page_and_our_own_parts_lead_nowhere_else(String written) {
        assertTrue(OldAddress.parse(written).orElseThrow().obstacle().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/administration", "/articles/old-slug", "/tags/old-tag", "/2016/05/leases.html"})
    void any_other_address_may_lead_to_an_article(String written) {
        assertEquals(Optional.empty(), OldAddress.parse(written).orElseThrow().obstacle());
    }
}
