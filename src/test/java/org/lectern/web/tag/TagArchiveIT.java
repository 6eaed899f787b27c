package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class TagArchiveIT {

    private final Site site = new Site(Server.shared());

    @Test
    void names_the_tag_and_counts_its_articles() {
        var page = site.get("/tags/distributed-systems/");

        assertEquals(200, page.status());
        assertEquals("Articles tagged with \"Distributed-Systems\"", page.text("h1"));
        assertEquals("Showing 32 articles with this tag.", page.text(".lead .meta"));
        assertEquals("Articles tagged with \"Distributed-Systems\" – Lectern", page.text("title"));
    }

    @Test
    void a_single_article_is_not_many() {
        var page = site.get("/tags/.net/");

        assertEquals("Articles tagged with \".NET\"", page.text("h1"));
        assertEquals("Showing 1 article with this tag.", page.text(".lead .meta"));
    }

    @Test
    void shows_of_each_article_what_helps_to_choose() {
        var card = site.get("/tags/replication/").document().select(".card").stream().filter(each -> each.text().contains("lagging replica")).findFirst().orElseThrow();

        assertEquals("/articles/replication-lag/", card.selectFirst("h2 a").attr("href"));
        assertEquals("2026-11-18", card.selectFirst("time").attr("datetime"));
        assertEquals("18 November 2026", card.selectFirst("time").text());
        assertTrue(card.select(".meta").text().contains("Platform team"), card.select(".meta").text());
        assertEquals(List.of("Distributed-Systems", "PostgreSQL", "Consistency", "Replication"), card.select(".tag").eachText());
        assertEquals("What the writer sees in the two seconds in between", card.select("figcaption").text());
        assertEquals("Read more →", card.selectFirst(".more").text());
        assertEquals("Read more: Reading your own writes behind a lagging replica", card.selectFirst(".more").attr("aria-label"));
    }

    @Test
    void readers_get_no_cookie_and_need_no_script() {
        var page = site.get("/tags/distributed-systems/");

        assertEquals(200, page.status());
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
        assertTrue(page.document().select("script:not([type=application/ld+json]), form:not([method=get]), [style], [onclick]").isEmpty());
    }

    @Test
    void a_list_of_several_pages_can_be_turned_over() {
        try (var server = Server.start("small-pages", Map.of("LECTERN_SAMPLES", "true", "LECTERN_PAGE_SIZE", "10", "LECTERN_URL", "https://kb.example.org"))) {
            var visitor = new Site(server);

            var second = visitor.get("/tags/distributed-systems/page/2/");

            assertEquals("Showing 32 articles with this tag.", second.text(".lead .meta"));
            assertEquals(10, second.document().select(".card").size());
            assertEquals("Articles tagged with \"Distributed-Systems\" (page 2 of 4) – Lectern", second.text("title"));
            assertEquals("https://kb.example.org/tags/distributed-systems/page/2/", second.document().selectFirst("link[rel=canonical]").attr("href"));
            assertEquals("/tags/distributed-systems/", second.document().selectFirst(".pager a[rel=prev]").attr("href"));
            assertEquals("/tags/distributed-systems/page/3/", second.document().selectFirst(".pager a[rel=next]").attr("href"));
            assertEquals("2", second.text(".pager a[aria-current=true]"));
            assertEquals(2, visitor.get("/tags/distributed-systems/page/4/").document().select(".card").size());
            assertEquals(404, visitor.get("/tags/distributed-systems/page/5/").status());
        }
    }

    @ParameterizedTest
    @CsvSource({"/tags/c++/, C++", "/tags/c%2B%2B/, C++", "/tags/c-sharp/, C#", "/tags/.net/, .NET", "/tags/ci/cd/, CI/CD", "/tags/node.js/, Node.js", "/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/, 日本語",
            "/tags/%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9/, العربية"})
    void every_tag_has_a_page_of_its_own(String address, String name) {
        assertEquals("Articles tagged with \"" + name + "\"", site.get(address).text("h1"));
    }

    @ParameterizedTest
    @CsvSource({"/tags/distributed-systems, /tags/distributed-systems/", "/tags/Distributed-Systems/, /tags/distributed-systems/", "/tags/distributed-systems/page/1/, /tags/distributed-systems/",
            "/tags//CI/CD/Page/1, /tags/ci/cd/", "/Tags/C++, /tags/c++/", "/tags/jakarta%20ee/, /tags/jakarta-ee/", "/tags/java/index.html, /tags/java/", "/tags/java?from=mail, /tags/java/?from=mail"})
    void every_other_spelling_leads_to_the_canonical_address_at_once(String address, String canonical) {
        var page = site.get(address);

        assertEquals(301, page.status());
        assertEquals(canonical, page.header("Location"));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals(200, site.get(canonical).status());
    }

    @ParameterizedTest
    @CsvSource({"/tags/distributed-systems/page/2/", "/tags/distributed-systems/page/0/", "/tags/distributed-systems/page/two/", "/tags/caf%E9/", "/tags/none/"})
    void what_is_not_there_is_not_found(String address) {
        assertEquals(404, site.get(address).status());
    }

    @Test
    void an_unknown_tag_leads_to_those_that_are_spelled_alike() {
        var page = site.get("/tags/kubernets/");

        assertEquals(404, page.status());
        assertEquals("There is nothing at this address", page.text("h1"));
        assertEquals(List.of("Kubernetes"), page.texts(".similar .tag"));
        assertFalse(page.document().select("main a[href=/tags/]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void can_be_read_by_everybody_on_every_screen(int width) {
        try (var browser = Browser.open(width)) {
            browser.page().navigate(Server.shared().url() + "tags/distributed-systems/");

            browser.assertAccessible();
            browser.assertFits();
        }
    }
}
