package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lectern.trips.Crawl;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** The same WAR below an address of its own, with a name of its own and without a password for admin, on a server of its own: two applications cannot share one database. */
class ContextRootIT {

    private static Server server;

    private final Site site = new Site(server);

    @BeforeAll
    static void start() {
        server = Server.start("kb", Map.of("LECTERN_CONTEXT_ROOT", "/kb", "LECTERN_SITE_NAME", "Handbook <&> Höhe", "LECTERN_SAMPLES", "true", "LECTERN_ADMIN_PASSWORD", ""));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_link_and_picture_stays_below_kb_and_leads_somewhere() {
        var crawl = Crawl.of(server);

        assertEquals(Map.of(), crawl.broken());
        assertEquals(Map.of(), crawl.foreign());
        assertTrue(crawl.pages().size() > 45 + 33, crawl.pages().toString());
    }

    @Test
    void addresses_that_lead_on_and_pages_that_help_stay_below_kb() {
        var missing = site.get("/nowhere").document();

        assertEquals("/kb/tags/java/", site.get("/tags/Java").header("Location"));
        assertEquals(server.url() + "tags/java/", site.get("/tags/java/").document().selectFirst("link[rel=canonical]").attr("href"));
        assertEquals("/kb/", missing.selectFirst(".wordmark").attr("href"));
        assertFalse(missing.select("main a[href=/kb/tags/]").isEmpty(), missing.html());
        assertTrue(site.get("/robots.txt").body().contains("Disallow: /kb/admin/\n"), site.get("/robots.txt").body());
        assertTrue(site.get("/robots.txt").body().endsWith("\nSitemap: " + server.url() + "sitemap.xml\n"), site.get("/robots.txt").body());
        assertEquals(server.url() + "tags/java/", site.get("/tags/java/feed.json").json().getString("home_page_url"));
        assertEquals("/kb/tags/java/feed.atom", site.get("/tags/Java/feed.atom").header("Location"));
        assertEquals(server.url() + "api/v1/tags/java", site.get("/api/v1/tags/Java").header("Location"));
    }

    @Test
    void the_site_goes_by_its_own_name() {
        assertTrue(site.get("/tags/").text("title").endsWith("Handbook <&> Höhe"), site.get("/tags/").text("title"));
        assertEquals("Handbook <&> Höhe", site.get("/tags/").text(".wordmark"));
        assertTrue(site.get("/sign-in").text("title").endsWith("Handbook <&> Höhe"), site.get("/sign-in").text("title"));
    }

    @Test
    void staff_sign_in_and_out_below_kb() {
        var staff = Site.signedIn(server, "anna");

        assertEquals(404, staff.get("/admin/nowhere").status());
        assertFalse(staff.cookies().isEmpty());
        assertTrue(staff.cookies().stream().allMatch(cookie -> cookie.getPath().startsWith("/kb")), staff.cookies().toString());
        assertEquals("/kb/", staff.post("/sign-out", Map.of()).header("Location"));
        assertEquals(302, staff.get("/admin/nowhere").status());
    }

    @Test
    void without_a_password_nobody_signs_in_as_admin_and_the_log_says_so_once() {
        for (var password : new String[] {"", "${lectern.admin.password}", "admin"}) {
            var answer = new Site(server).signIn("admin", password);

            assertTrue(answer.header("Location").endsWith("/sign-in/failed"), answer.header("Location"));
        }
        assertEquals(401, site.get("/api/v1/imports/1", "Authorization", Site.basic("admin", "")).status());
        assertEquals(1, server.log().lines().filter(line -> line.contains("Nobody can sign in: user admin has no password.")).count(), server.log());
    }
}
