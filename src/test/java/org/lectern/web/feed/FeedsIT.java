package org.lectern.web.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.json.JsonObject;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FeedsIT {

    private final Site site = new Site(Server.shared());
    private final String root = Server.shared().url().toString();

    @Test
    void a_feed_in_each_format_tells_of_the_same_articles_the_newest_first() throws Exception {
        for (var folder : List.of("/", "/tags/distributed-systems/", "/tags/c++/")) {
            var rss = xml(site.get(folder + "index.xml"));
            var atom = xml(site.get(folder + "feed.atom"));
            var json = site.get(folder + "feed.json").json();
            var items = json.getJsonArray("items").getValuesAs(JsonObject.class);
            var dates = items.stream().map(item -> item.getString("date_published")).toList();

            assertFalse(items.isEmpty());
            assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
            assertEquals(items.stream().map(item -> item.getString("id")).toList(), texts(rss, "item", "guid"));
            assertEquals(items.stream().map(item -> item.getString("id")).toList(), texts(atom, "entry", "id"));
            assertEquals(items.stream().map(item -> item.getString("url")).toList(), texts(rss, "item", "link"));
            assertEquals(site.get(folder).texts(".card").size(), items.size());
            assertEquals(root + folder.substring(1), json.getString("home_page_url"));
            assertEquals(root + folder.substring(1) + "feed.json", json.getString("feed_url"));
        }
    }

    @Test
    void ids_tell_of_no_host_and_each_feed_has_one_of_its_own() throws Exception {
        var feeds = new ArrayList<String>();
        for (var address : List.of("/feed.atom", "/tags/java/feed.atom", "/tags/distributed-systems+java/feed.atom", "/tags/feed.atom?not=java", "/authors/platform-team/feed.atom")) {
            var atom = xml(site.get(address));
            feeds.add(texts(atom, "feed", "id").get(0));
            texts(atom, "entry", "id").forEach(id -> assertTrue(id.matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), id));
        }

        assertTrue(feeds.stream().allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}")), feeds.toString());
        assertEquals(feeds.size(), feeds.stream().distinct().count(), feeds.toString());
    }

    @ParameterizedTest
    @CsvSource({"/index.xml, application/rss+xml;charset=UTF-8", "/feed.atom, application/atom+xml;charset=UTF-8", "/tags/java/feed.json, application/feed+json", "/tags/distributed-systems+java/feed.atom, application/atom+xml;charset=UTF-8"})
    void whoever_has_it_is_told_so_and_whoever_asks_for_its_headers_gets_no_more(String address, String type) {
        var feed = site.get(address);

        var again = site.get(address, "If-None-Match", "\"other\", " + feed.header("ETag"));
        var head = site.send("HEAD", address, BodyPublishers.noBody());

        assertEquals(200, feed.status());
        assertEquals(type.replace(" ", ""), feed.header("Content-Type").replace(" ", ""));
        assertEquals("no-cache", feed.header("Cache-Control"));
        assertEquals("304 " + feed.header("ETag"), again.status() + " " + again.header("ETag"));
        assertEquals(0, again.bytes().length);
        assertEquals("200 " + feed.header("ETag"), head.status() + " " + head.header("ETag"));
        assertEquals(0, head.bytes().length);
        assertTrue(feed.cookies().isEmpty(), feed.cookies().toString());
    }

    @Test
    void every_address_in_it_is_absolute_and_leads_somewhere() {
        var addresses = new ArrayList<String>();
        for (var item : site.get("/feed.json").json().getJsonArray("items").getValuesAs(JsonObject.class)) {
            addresses.add(item.getString("url"));
            for (var element : Jsoup.parseBodyFragment(item.getString("content_html")).select("[href], [src]")) {
                addresses.add(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
            }
            assertFalse(item.getString("content_html").contains("class=\"anchor\""), item.getString("url"));
        }

        assertTrue(addresses.size() > 45 && addresses.stream().allMatch(address -> address.matches("https?://.+|mailto:.+")), addresses.toString());
        addresses.stream().filter(address -> address.startsWith(root)).map(address -> address.substring(root.length() - 1).replaceFirst("#.*", "")).distinct()
                .forEach(address -> assertEquals(200, site.get(address).status(), address));
        assertTrue(addresses.stream().anyMatch(address -> address.startsWith(root + "media/")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"/tags/Java/index.xml /tags/java/index.xml", "/articles/index.xml /index.xml", "/tags/java+distributed-systems/feed.atom /tags/distributed-systems+java/feed.atom",
        "/tags/feed.atom?all=java&all=distributed-systems /tags/distributed-systems+java/feed.atom", "/tags/feed.atom?all=java /tags/java/feed.atom",
        "/tags/c%2B%2B+java/feed.atom /tags/feed.atom?all=c%2B%2B&all=java", "/tags/feed.json?all=java /tags/java/feed.json"})
    void a_feed_has_one_address(String asked, String address) {
        var page = site.get(asked);

        assertEquals("301 " + address, page.status() + " " + page.header("Location"));
        assertEquals(200, site.get(address).status(), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/distributed-systems+java/index.xml", "/tags/nothing-like-it/feed.atom", "/tags/feed.atom", "/posts/index.xml", "/tags/feed.atom?all=nothing-like-it", "/tags/java/page/2/feed.atom"})
    void a_feed_of_nothing_is_no_feed(String address) {
        assertEquals(404, site.get(address).status());
    }

    @Test
    void pages_name_their_feeds() throws Exception {
        var page = site.get("/tags/distributed-systems+java/");
        var named = page.document().select("link[rel=alternate][href^=/tags/]").attr("href");

        var atom = xml(site.get(named));

        assertEquals("/tags/distributed-systems+java/feed.atom", named);
        assertEquals(page.texts(".card").size(), atom.getElementsByTagName("entry").getLength());
        assertEquals("Articles tagged with \"Distributed-Systems\" and \"Java\" – Lectern", atom.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("noindex", site.get(named).header("X-Robots-Tag"));
        assertEquals(List.of("/tags/java/feed.atom", "/tags/java/index.xml", "/tags/java/feed.json"), site.get("/tags/java/").document().select("link[rel=alternate][href^=/tags/]").eachAttr("href"));
        assertEquals(List.of("/feed.atom", "/index.xml", "/feed.json"), site.get("/articles/leases/").document().select("link[rel=alternate][href~=^/(feed|index)]").eachAttr("href"));
    }

    private static Document xml(Page page) throws Exception {
        assertEquals(200, page.status(), page.response().uri().toString());
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page.bytes()));
    }

    /** The texts of the children of this name in all elements of that one. */
    private static List<String> texts(Document document, String parent, String name) {
        var found = new ArrayList<String>();
        var parents = document.getElementsByTagName(parent);
        for (var at = 0; at < parents.getLength(); at++) {
            found.add(((Element) parents.item(at)).getElementsByTagName(name).item(0).getTextContent());
        }
        return found;
    }
}
