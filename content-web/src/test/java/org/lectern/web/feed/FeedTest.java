package org.lectern.web.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.PublicArticle;
import org.w3c.dom.Document;

class FeedTest {

    private static final UUID SITE = UUID.fromString("0192f5c8-6d3e-4b1a-9c57-3f2a8e4d6b10");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String HOSTILE = "]]> <b>&amp;\u0000\u000B\uFFFE é𝒳 --> <?x?> <![CDATA[ \"'";
    private static final String SAFE = "]]> <b>&amp; é𝒳 --> <?x?> <![CDATA[ \"'";

    @Test
    void rss_tells_what_was_published_and_when() throws Exception {
        var rss = xml(Rss.of(feed(true, article(7, "Leases", Optional.empty()))));

        assertEquals("2.0", rss.getDocumentElement().getAttribute("version"));
        assertEquals("https://kb.example.org/", texts(rss, null, "link").get(0));
        assertEquals("https://kb.example.org/index.xml", ((org.w3c.dom.Element) rss.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href"));
        assertEquals(List.of("Sun, 1 Mar 2026 13:00:00 GMT"), texts(rss, null, "lastBuildDate"));
        assertEquals(List.of("Site", "Leases"), texts(rss, null, "title"));
        assertEquals(List.of("Sun, 1 Mar 2026 12:00:00 GMT"), texts(rss, null, "pubDate"));
        assertEquals(List.of("urn:uuid:15108b64-b786-55ad-a56b-25a7d57b1d2d"), texts(rss, null, "guid"));
        assertEquals(List.of("Ada", "Bo"), texts(rss, "http://purl.org/dc/elements/1.1/", "creator"));
        assertEquals(List.of("C++"), texts(rss, null, "category"));
        assertEquals(List.of("<p>All of it</p>"), texts(rss, CONTENT, "encoded"));
    }

    @Test
    void atom_has_all_that_its_standard_demands() throws Exception {
        var atom = xml(Atom.of(feed(true, article(7, "Leases", Optional.of("Why not locks")))));

        assertEquals(List.of("urn:uuid:0192f5c8-6d3e-4b1a-9c57-3f2a8e4d6b10", "urn:uuid:15108b64-b786-55ad-a56b-25a7d57b1d2d"), texts(atom, ATOM, "id"));
        assertEquals(List.of("2026-03-01T13:00:00Z", "2026-03-01T13:00:00Z"), texts(atom, ATOM, "updated"));
        assertEquals(List.of("2026-03-01T12:00:00Z"), texts(atom, ATOM, "published"));
        assertEquals(List.of("Lectern", "Ada", "Bo"), texts(atom, ATOM, "name"));
        assertEquals(List.of("<p>All of it</p>"), texts(atom, ATOM, "content"));
        assertEquals(List.of("Why not locks"), texts(atom, ATOM, "summary"));
    }

    @Test
    void a_feed_of_nothing_is_a_feed() throws Exception {
        assertEquals(List.of("1970-01-01T00:00:00Z"), texts(xml(Atom.of(feed(true))), ATOM, "updated"));
        assertEquals(List.of(), texts(xml(Rss.of(feed(true))), null, "item"));
        assertEquals(0, json(JsonFeed.of(feed(true))).getJsonArray("items").size());
    }

    @Test
    void excerpts_stand_alone_if_whole_articles_are_not_wanted() throws Exception {
        var feed = feed(false, article(7, "Leases", Optional.empty()));

        assertEquals(List.of("<p>First</p>"), texts(xml(Rss.of(feed)), null, "description").subList(1, 2));
        assertEquals(List.of(), texts(xml(Rss.of(feed)), CONTENT, "encoded"));
        assertEquals(List.of("<p>First</p>"), texts(xml(Atom.of(feed)), ATOM, "summary"));
        assertEquals(List.of(), texts(xml(Atom.of(feed)), ATOM, "content"));
        assertEquals("<p>First</p>", json(JsonFeed.of(feed)).getJsonArray("items").getJsonObject(0).getString("content_html"));
    }

    @Test
    void hostile_text_stays_text_in_every_format() throws Exception {
        var feed = feed(true, article(7, HOSTILE, Optional.of(HOSTILE)));

        assertEquals(SAFE, texts(xml(Rss.of(feed)), null, "title").get(1));
        assertEquals(SAFE, texts(xml(Atom.of(feed)), ATOM, "title").get(1));
        assertEquals(List.of(SAFE), texts(xml(Atom.of(feed)), ATOM, "summary"));
        assertEquals(HOSTILE, json(JsonFeed.of(feed)).getJsonArray("items").getJsonObject(0).getString("title"));
    }

    @Test
    void json_feed_tells_authors_as_its_second_version_wants_them() {
        var item = json(JsonFeed.of(feed(true, article(7, "Leases", Optional.empty())))).getJsonArray("items").getJsonObject(0);

        assertEquals("[{\"name\":\"Ada\"},{\"name\":\"Bo\"}]", item.getJsonArray("authors").toString());
        assertEquals("urn:uuid:15108b64-b786-55ad-a56b-25a7d57b1d2d", item.getString("id"));
        assertEquals("2026-03-01T13:00:00Z", item.getString("date_modified"));
        assertEquals("[\"C++\"]", item.getJsonArray("tags").toString());
    }

    @Test
    void every_format_tells_what_the_feed_is_about() throws Exception {
        assertEquals("About leases", texts(xml(Rss.of(feed(true))), null, "description").get(0));
        assertEquals(List.of("About leases"), texts(xml(Atom.of(feed(true))), ATOM, "subtitle"));
        assertEquals("About leases", json(JsonFeed.of(feed(true))).getString("description"));
    }

    @Test
    void an_imported_id_is_kept_and_one_that_is_no_iri_stands_in_atom_for_nothing() {
        var ids = new FeedIds(SITE);

        assertEquals("http://old.example.org/?p=7", ids.iriOf(imported("http://old.example.org/?p=7")));
        assertEquals("number 7", ids.of(imported("number 7")));
        assertEquals("urn:uuid:15108b64-b786-55ad-a56b-25a7d57b1d2d", ids.iriOf(imported("number 7")));
        assertNotEquals(ids.ofTag(7), ids.of(article(7, "Leases", Optional.empty())));
    }

    /** The example of RFC 9562, A.4. */
    @Test
    void ids_are_uuids_as_everybody_makes_them_of_names() {
        assertEquals("urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2", new FeedIds(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8")).ofPage("www.example.com"));
    }

    private static Feed feed(boolean full, PublicArticle... articles) {
        var ids = new FeedIds(SITE);
        return new Feed(ids.ofSite(), "Site", Optional.of("About leases"), "https://kb.example.org/", "https://kb.example.org/index.xml", "Lectern", "en", full,
                List.of(articles).stream().map(article -> new Feed.Item(ids.of(article), ids.iriOf(article), "https://kb.example.org/articles/" + article.slug() + "/", article)).toList());
    }

    private static PublicArticle article(long id, String title, Optional<String> description) {
        return new PublicArticle(id, Optional.empty(), new Slug("leases"), title, "<p>All of it</p>", "<p>First</p>", NOON, Optional.of(NOON.plusSeconds(3_600)), 3, "en", description,
                List.of("Ada", "Bo"), List.of(new TagRef(3, new Slug("c++"), "C++")));
    }

    private static PublicArticle imported(String feedId) {
        return new PublicArticle(7, Optional.of(feedId), new Slug("leases"), "Leases", "", "", NOON, Optional.empty(), 3, "en", Optional.empty(), List.of(), List.of());
    }

    private static Document xml(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static JsonObject json(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private static List<String> texts(Document document, String namespace, String name) {
        var found = document.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> found.item(at).getTextContent()).toList();
    }
}
