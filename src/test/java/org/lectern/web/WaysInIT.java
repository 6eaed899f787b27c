package org.lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** What leads to articles besides tags: their authors, their months, their series, and articles like them. */
class WaysInIT {

    private final Site site = new Site(Server.shared());

    @Test
    void a_name_under_an_article_leads_to_all_articles_under_it_and_to_their_feeds() {
        var name = site.get("/articles/retries/").document().select(".meta a[rel=author]");
        assertEquals("/authors/platform-team/", name.attr("href"));

        var page = site.get(name.attr("href"));

        assertEquals("Articles by Platform team", page.text("h1"));
        assertEquals("Showing " + page.document().select(".card").size() + " articles by this author.", page.text(".lead .meta"));
        page.document().select(".card").forEach(card -> assertTrue(card.select(".meta").text().contains("Platform team"), card.text()));
        assertFalse(page.document().select("link[href$=/authors/platform-team/feed.atom]").isEmpty());
        assertEquals(page.document().select(".card").size(), site.get("/authors/platform-team/feed.atom").document().select("entry").size());
    }

    @Test
    void the_index_of_authors_leads_to_each_of_them_with_the_number_of_articles_there() {
        var index = site.get("/authors/");
        var names = index.texts(".index li span");

        assertEquals("Authors", index.text("h1"));
        assertEquals(names.size() + " authors", index.text(".lead .meta"));
        assertTrue(names.containsAll(List.of("Data team", "Ines Marlow", "Platform team")), names.toString());
        assertEquals(names.stream().sorted().toList(), names);
        index.document().select(".index li a").forEach(author -> {
            var page = site.get(author.attr("href"));
            assertEquals("Articles by " + author.select("span").text(), page.text("h1"));
            assertEquals("Showing " + author.select("b").text() + " " + (author.select("b").text().equals("1") ? "article" : "articles") + " by this author.", page.text(".lead .meta"));
        });
        assertEquals(Server.shared().url() + "authors/", index.document().select("link[rel=canonical]").attr("href"));
        assertEquals("All authors", site.get("/").text(".side a[href=/authors/]"));
        assertEquals("lectern; hit", site.get("/authors/").header("Cache-Status"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/articles/retries/ | Articles by month /articles/, 2025 /articles/2025/, November /articles/2025/11/", "/articles/2026/10/ | Articles by month /articles/, 2026 /articles/2026/",
        "/articles/2026/ | Articles by month /articles/", "/tags/java/ | Tags /tags/", "/tags/distributed-systems+java/ | Tags /tags/", "/authors/platform-team/ | Authors /authors/"})
    void the_way_to_a_page_is_shown_and_told_to_machines_alike(String address, String way) {
        var page = site.get(address);
        var shown = page.document().select("nav.trail[aria-label] a").stream().map(step -> step.text() + " " + step.attr("href")).toList();
        var told = page.document().select("script[type=application/ld+json]").stream().map(Element::data).filter(data -> data.contains("BreadcrumbList")).map(WaysInIT::steps).findFirst().orElse(List.of());

        assertEquals(List.of(way.split(", ")), shown);
        assertEquals(shown, told.subList(0, told.size() - 1));
        assertTrue(told.get(told.size() - 1).endsWith(" " + address), told.toString());
    }

    private static List<String> steps(String data) {
        try (var reader = Json.createReader(new StringReader(data))) {
            return reader.readObject().getJsonArray("itemListElement").getValuesAs(JsonObject.class).stream().map(step -> step.getString("name") + " " + step.getString("item").replace(Server.shared().url().toString(), "/")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/", "/articles/", "/authors/", "/tags/nothing-like-it/"})
    void what_has_nothing_above_it_shows_no_way(String address) {
        var page = site.get(address);

        assertTrue(page.document().select(".trail").isEmpty(), page.body());
        assertFalse(page.body().contains("BreadcrumbList"), page.body());
    }

    @Test
    void months_add_up_to_all_articles_and_each_shows_its_own() {
        var index = site.get("/articles/");
        var counts = index.document().select(".index b").eachText().stream().mapToInt(Integer::parseInt).sum();

        assertEquals(45, counts);
        index.document().select(".index section").forEach(year -> year.select("li a").forEach(month -> {
            var page = site.get(month.attr("href"));
            assertEquals(month.select("b").text(), Integer.toString(page.document().select(".card").size()), month.attr("href"));
            page.document().select(".card time:first-child").forEach(time -> assertTrue(month.attr("href").contains(time.attr("datetime").substring(0, 7).replace('-', '/')), month.attr("href")));
        }));
    }

    @Test
    void a_part_of_a_series_leads_to_the_others_in_their_order() {
        var page = site.get("/articles/retries/");

        assertEquals("Part 3 of 3 of the series “Calling other services”", page.text(".series summary"));
        assertEquals(List.of("false", "false", "page"), page.document().select(".series li a").eachAttr("aria-current"));
        var parts = page.document().select(".series li a").eachAttr("href");
        assertEquals(List.of("Previous part " + page.texts(".series li").get(1)), page.texts(".series .steps a"));
        assertEquals(List.of(parts.get(1)), page.document().select(".neighbours a").eachAttr("href"));
        assertEquals(List.of("Previous part " + page.texts(".series li").get(0), "Next part " + page.texts(".series li").get(2)), site.get(parts.get(1)).texts(".series .steps a"));
        assertTrue(page.document().select(".related a").eachAttr("href").stream().noneMatch(parts::contains), page.text(".related"));
    }

    @Test
    void an_article_ends_with_those_that_are_like_it_and_a_tag_begins_with_tags_that_go_with_it() {
        assertTrue(site.get("/articles/leases/").texts(".related a").contains("Leader election with the Lease object"));
        assertTrue(site.get("/tags/locking/").texts(".related-tags .tag").contains("Distributed-Systems"));
    }

    @Test
    void tags_are_filtered_by_a_part_of_their_names_with_and_without_a_script() {
        var filtered = site.get("/tags/?q=SYSTEMS");
        assertEquals(List.of("Distributed-Systems"), filtered.texts(".index li:not([hidden]) span"));
        assertEquals("33 tags on 45 articles.", filtered.text(".lead .meta"));
        assertEquals("1 tag", filtered.text("#found"));
        assertEquals(33, filtered.document().select("#names option").size());
        assertEquals("Show all tags", filtered.text(".filter a[href=/tags/]"));
        assertEquals("noindex", filtered.document().select("meta[name=robots]").attr("content"));
        var none = site.get("/tags/?by=count&q=nothing-like-it");
        assertEquals(List.of(), none.texts(".index li:not([hidden]) span"));
        assertEquals("No tag has this in its name.", none.text("#found"));

        try (var browser = Browser.open(1280)) {
            browser.page().navigate(Server.shared().url() + "tags/");
            browser.page().locator("#q").pressSequentially("systems");

            assertThat(browser.page().locator(".index li:visible span")).hasText("Distributed-Systems");
            assertThat(browser.page().locator(".index h2:visible")).hasCount(1);
            assertThat(browser.page().locator("#found")).hasText("1 tag");
            browser.page().fill("#q", "");
            assertThat(browser.page().locator(".index li:visible")).hasCount(site.get("/tags/").document().select(".index li").size());

            browser.page().navigate(Server.shared().url() + "tags/?q=systems");
            assertThat(browser.page().locator(".index li:visible span")).hasText("Distributed-Systems");
            browser.page().fill("#q", "java");
            assertThat(browser.page().locator(".index li:visible span")).hasText("Java");
        }
    }

    @ParameterizedTest
    @CsvSource({"/Authors/Platform-Team, /authors/platform-team/", "/authors, /authors/", "/Authors//index.html, /authors/", "/articles/2026, /articles/2026/", "/articles/2026/10/page/1/, /articles/2026/10/"})
    void every_other_spelling_leads_to_the_canonical_address(String address, String canonical) {
        var page = site.get(address);

        assertEquals(301, page.status());
        assertEquals(canonical, page.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors/nobody/", "/authors/page/2/", "/authors/index.xml", "/articles/1999/", "/articles/2026/10/page/2/", "/authors/nobody/feed.atom"})
    void what_is_not_there_is_not_found(String address) {
        assertEquals(404, site.get(address).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"authors/", "authors/platform-team/", "articles/", "articles/2026/10/", "articles/retries/", "tags/distributed-systems+java/"})
    void can_be_read_by_everybody_on_every_screen(String address) {
        try (var browser = Browser.open(320)) {
            browser.page().navigate(Server.shared().url() + address);

            browser.assertAccessible();
            browser.assertFits(320, 1280);
        }
    }
}
