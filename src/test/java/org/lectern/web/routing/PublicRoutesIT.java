package org.lectern.web.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import nu.validator.client.EmbeddedValidator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Crawl;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class PublicRoutesIT {

    private final Site site = new Site(Server.shared());

    @Test
    void every_link_and_picture_of_the_site_leads_somewhere() {
        var crawl = Crawl.of(Server.shared());

        assertEquals(Map.of(), crawl.broken());
        assertEquals(Map.of(), crawl.foreign());
        assertEquals(Map.of(), crawl.wrong());
        assertEquals(Map.of(), crawl.doubles());
        assertTrue(crawl.pages().size() > 45 + 33, crawl.pages().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/", "/tags/?by=count", "/tags/distributed-systems/", "/articles/replication-lag/", "/articles/right-to-left-text/", "/tags/none/", "/authors/", "/authors/platform-team/", "/articles/", "/articles/2026/10/", "/tags/distributed-systems+java/"})
    void pages_are_valid_html(String address) throws Exception {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);

        var findings = checker.validate(new ByteArrayInputStream(site.get(address).bytes()));

        assertEquals(List.of(), findings.lines().filter(line -> line.contains("error")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/", "/tags/java/", "/articles/leases/", "/authors/", "/authors/platform-team/", "/tags/none/"})
    void a_page_can_be_asked_for_its_headers_alone(String address) {
        var page = site.send("HEAD", address, BodyPublishers.noBody());

        assertEquals(site.get(address).status(), page.status());
        assertEquals("", page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void pages_can_only_be_read(String method) {
        var origin = Server.shared().url().toString().replaceFirst("/$", "");

        var page = site.send(method, "/tags/java/", BodyPublishers.ofString("a=b"), "Origin", origin, "Content-Type", "application/x-www-form-urlencoded");

        assertEquals(405, page.status());
        assertEquals("GET, HEAD", page.header("Allow"));
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
    }

    @Test
    void the_sheet_of_the_look_may_be_kept_for_ever_under_the_address_that_pages_name() {
        var address = site.get("/").document().selectFirst("link[rel=stylesheet]").attr("href");

        var sheet = site.get(address);

        assertEquals(200, sheet.status());
        assertEquals("public, max-age=31536000, immutable", sheet.header("Cache-Control"));
        assertTrue(sheet.body().contains("--paper:") && sheet.body().contains(".card"), sheet.body());
        assertEquals("no-cache", site.get("/assets/0123456789abcdef/site.css").header("Cache-Control"));
    }

    @Test
    void the_sheet_travels_packed_to_those_who_can_unpack_it() throws IOException {
        var packed = site.get("/assets/site.css", "Accept-Encoding", "gzip");

        assertEquals("gzip", packed.header("Content-Encoding"));
        assertArrayEquals(site.get("/assets/site.css").bytes(), new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes());
        assertEquals(304, site.get("/assets/site.css", "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag")).status());
        assertEquals(200, site.get("/assets/site.css", "If-None-Match", packed.header("ETag")).status());
        assertEquals("Accept-Encoding", site.get("/assets/site.css").header("Vary"));
    }

    @Test
    void robots_are_kept_from_the_desk_and_told_of_all_pages() {
        assertEquals("User-agent: *\nDisallow: /admin/\nDisallow: /api/\n\nSitemap: " + Server.shared().url() + "sitemap.xml\n", site.get("/robots.txt").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF/web/tag/archive.xhtml", "/web/tag/archive.xhtml", "/faces/WEB-INF/web/tag/archive.xhtml", "/tag/archive.xhtml"})
    void views_have_no_address(String address) {
        assertEquals(404, site.get(address).status());
    }
}
