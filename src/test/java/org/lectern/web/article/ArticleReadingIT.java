package org.lectern.web.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class ArticleReadingIT {

    private final Site site = new Site(Server.shared());

    @Test
    void shows_the_whole_article_with_a_way_through_it() {
        var page = site.get("/articles/replication-lag/");

        assertEquals(200, page.status());
        assertEquals("Reading your own writes behind a lagging replica", page.text("h1"));
        assertEquals("Three ways to let a writer see their own write when reads go to a replica, and what each costs.", page.document().selectFirst("meta[name=description]").attr("content"));
        assertEquals("Where the two seconds come from", page.texts(".toc li").get(0));
        for (var entry : page.document().select(".toc a")) {
            assertEquals(1, page.document().select("[id=" + entry.attr("href").substring(1) + "]").size(), entry.attr("href"));
        }
        assertEquals("en", page.header("Content-Language"));
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
    }

    @Test
    void leads_to_the_article_before_and_to_the_one_behind() {
        var page = site.get("/articles/replication-lag/");

        assertEquals("Previous among all articles How we name services", page.text(".neighbours [rel=prev]"));
        assertEquals("Next among all articles Leases, not locks", page.text(".neighbours [rel=next]"));
        assertEquals("/articles/leases/", page.document().selectFirst(".neighbours [rel=next]").attr("href"));
    }

    @Test
    void a_picture_of_it_may_be_kept_for_ever_and_cannot_act_as_a_page_of_ours() {
        var address = site.get("/articles/replication-lag/").document().selectFirst("figure img").attr("src");

        var picture = site.get(address);

        assertEquals(200, picture.status());
        assertEquals("image/svg+xml", picture.header("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", picture.header("Cache-Control"));
        assertTrue(picture.header("Content-Security-Policy").startsWith("default-src 'none'"), picture.header("Content-Security-Policy"));
        assertEquals("default-src 'none'; sandbox; frame-ancestors 'none'", picture.header("Content-Security-Policy"));
        assertEquals(304, site.get(address, "If-None-Match", picture.header("ETag")).status());
        assertEquals(404, site.get("/media/00000000000000000000/none.svg").status());
    }

    @Test
    void an_article_has_the_direction_of_its_language() {
        var page = site.get("/articles/right-to-left-text/");

        assertEquals("ar", page.document().selectFirst("main article").attr("lang"));
        assertEquals("rtl", page.document().selectFirst("main article").attr("dir"));
        assertEquals("ltr", page.document().selectFirst("html").attr("dir"));
        assertEquals("ar", page.header("Content-Language"));
    }

    @ParameterizedTest
    @CsvSource({"/articles/Replication-Lag/, /articles/replication-lag/", "/articles/replication-lag, /articles/replication-lag/", "/articles/locks-that-expire/, /articles/leases/",
            "/articles/password-hashing?a=b, /articles/password-storage/?a=b"})
    void other_spellings_and_old_addresses_lead_to_it_at_once(String address, String canonical) {
        var page = site.get(address);

        assertEquals(301, page.status());
        assertEquals(canonical, page.header("Location"));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals(200, site.get(canonical).status());
    }

    @Test
    void an_unknown_article_helps_to_go_on() {
        var page = site.get("/articles/kubernetes-for-beginners/");

        assertEquals(404, page.status());
        assertTrue(page.texts(".similar .tag").contains("Kubernetes"), page.body());
        assertFalse(page.document().select("main a[href=/]").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1280, replication-lag", "320, replication-lag", "320, right-to-left-text"})
    void can_be_read_by_everybody_on_every_screen(int width, String slug) {
        try (var browser = Browser.open(width)) {
            browser.page().navigate(Server.shared().url() + "articles/" + slug + "/");

            browser.assertAccessible();
            browser.assertFits();
        }
    }
}
