package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class TagIndexIT {

    private final Site site = new Site(Server.shared());

    @Test
    void lists_all_tags_by_name_under_their_letters() {
        var page = site.get("/tags/");

        assertEquals("Tags", page.text("h1"));
        assertEquals("33 tags on 45 articles.", page.text(".lead .meta"));
        assertEquals(List.of("Caching 1", "CI/CD 3", "Concurrency 1", "Consistency 5", "Conventions 1", "CSP 1", "C# 2", "C++ 2").stream().sorted().toList(),
                page.document().selectFirst(".index section:has(h2:matchesOwn(^C$))").select("li").eachText().stream().sorted().toList());
        assertEquals(33, page.document().select(".index li").size());
    }

    @Test
    void lists_them_by_the_number_of_their_articles_too() {
        var page = site.get("/tags/?by=count");

        assertEquals(List.of("Distributed-Systems 32", "PostgreSQL 13", "Java 9", "Kubernetes 6"), page.texts(".index li").subList(0, 4));
        assertEquals("By number of articles", page.text(".order [aria-current=true]"));
    }

    @Test
    void readers_get_no_cookie() {
        var page = site.get("/tags/");

        assertEquals(200, page.status());
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
    }

    @ParameterizedTest
    @CsvSource({"320, tags/", "1280, tags/", "320, tags/?by=count"})
    void can_be_read_by_everybody_on_every_screen(int width, String address) {
        try (var browser = Browser.open(width)) {
            browser.page().navigate(Server.shared().url() + address);

            browser.assertAccessible();
            browser.assertFits();
        }
    }
}
