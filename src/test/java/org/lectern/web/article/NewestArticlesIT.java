package org.lectern.web.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class NewestArticlesIT {

    private final Site site = new Site(Server.shared());

    @Test
    void the_front_page_lists_the_articles() {
        var page = site.get("/");

        assertEquals("Articles", page.text("h1"));
        assertEquals("45 articles under 33 tags.", page.text(".lead .meta"));
        assertEquals(45, page.document().select(".card").size());
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
    }

    @Test
    void the_fullest_tags_stand_beside_them() {
        assertEquals("Distributed-Systems 32", site.get("/").texts(".side li").get(0));
    }

    @Test
    void an_empty_site_says_what_would_stand_there() {
        try (var server = Server.start("empty", Map.of("LECTERN_SITE_NAME", "Handbook"))) {
            var visitor = new Site(server);

            assertEquals("No article has been published yet. The first one will stand here.", visitor.get("/").text(".lead p:last-child"));
            assertEquals("Articles – Handbook", visitor.get("/").text("title"));
            assertEquals("A tag will stand here as soon as an article with it is published.", visitor.get("/tags/").text(".lead p:last-child"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/page/1/, /", "/page/1, /", "//, /", "/index.html, /"})
    void every_other_spelling_leads_to_the_front_page(String address, String canonical) {
        var page = site.get(address);

        assertEquals(301, page.status());
        assertEquals(canonical, page.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void can_be_read_by_everybody_on_every_screen(int width) {
        try (var browser = Browser.open(width)) {
            browser.page().navigate(Server.shared().url().toString());

            browser.assertAccessible();
            browser.assertFits();
        }
    }
}
