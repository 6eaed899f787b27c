package org.lectern.web.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class MachinesIT {

    private final Site site = new Site(Server.shared());
    private final String root = Server.shared().url().toString();

    @Test
    void an_article_names_its_source_whose_links_lead_somewhere() {
        var named = site.get("/articles/replication-lag/").document().select("link[rel=alternate][type=text/markdown]").attr("href");
        var file = site.get(named);

        assertEquals("/articles/replication-lag.md", named);
        assertEquals("text/markdown;charset=UTF-8", file.header("Content-Type").replace(" ", ""));
        assertEquals("<" + root + "articles/replication-lag/>; rel=\"canonical\"", file.header("Link"));
        assertTrue(file.body().startsWith("---\ntitle: \"Reading your own writes behind a lagging replica\"\nslug: \"replication-lag\"\n"), file.body());
        var links = Pattern.compile("\\]\\((" + Pattern.quote(root) + "[^) ]*)").matcher(file.body()).results().map(link -> link.group(1)).toList();
        assertTrue(links.stream().anyMatch(link -> link.contains("/media/")), file.body());
        links.forEach(link -> assertEquals(200, site.get(link.replace(root, "/").replaceFirst("#.*", "")).status(), link));
        assertFalse(file.body().contains("media:") || file.body().contains("](/"), file.body());
        assertEquals(304, site.get(named, "If-None-Match", file.header("ETag")).status());
    }

    @Test
    void a_source_has_one_address() {
        assertEquals("301 /articles/leases.md", site.get("/articles/locks-that-expire.md").status() + " " + site.get("/articles/locks-that-expire.md").header("Location"));
        assertEquals("301 /articles/leases.md", site.get("/articles/Leases.md").status() + " " + site.get("/articles/Leases.md").header("Location"));
        assertEquals(404, site.get("/articles/nothing-like-it.md").status());
    }

    @Test
    void llms_txt_leads_to_tags_and_sources() {
        var text = site.get("/llms.txt");

        assertTrue(text.body().startsWith("# Lectern\n\n> A technical knowledge base with 45 articles under 33 tags.\n"), text.body());
        assertTrue(text.body().contains("- [Distributed-Systems](" + root + "tags/distributed-systems/): 32 articles\n"), text.body());
        assertEquals(45, text.body().lines().filter(line -> line.contains(".md)")).count());
    }

    @Test
    void pages_tell_search_engines_what_they_are_and_browsers_have_nothing_to_stop() {
        assertEquals(List.of("CollectionPage"), types("/"));
        assertEquals(List.of("CollectionPage", "BreadcrumbList"), types("/tags/java/"));
        assertEquals(List.of("TechArticle", "BreadcrumbList"), types("/articles/replication-lag/"));
        assertEquals(List.of("BreadcrumbList"), types("/tags/distributed-systems+java/"));
        assertEquals(List.of("CollectionPage"), types("/authors/"));
        var article = data("/articles/replication-lag/").get(0);
        assertEquals(root + "articles/replication-lag/", article.getString("url"));
        assertEquals("Reading your own writes behind a lagging replica", article.getString("headline"));

        var stopped = new ArrayList<String>();
        try (var browser = Browser.open(1280)) {
            var page = browser.page();
            page.exposeFunction("stopped", violation -> stopped.add(page.url() + ": " + violation[0]));
            page.addInitScript("document.addEventListener('securitypolicyviolation', event => stopped(event.violatedDirective))");
            page.onConsoleMessage(message -> stopped.add(message.text()));
            page.navigate(root + "articles/replication-lag/");
            page.navigate(root + "tags/java/");
        }
        assertEquals(List.of(), stopped);
    }

    private List<String> types(String address) {
        return data(address).stream().map(thing -> thing.getString("@type")).toList();
    }

    private List<JsonObject> data(String address) {
        return site.get(address).document().select("head script[type=application/ld+json]").stream().map(Element::data).map(text -> {
            assertFalse(text.contains("<"), text);
            try (var reader = Json.createReader(new java.io.StringReader(text))) {
                return reader.readObject();
            }
        }).toList();
    }
}
