package org.lectern.web.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class ReadApiIT {

    private final Site site = new Site(Server.shared());
    private final String root = Server.shared().url().toString();

    @Test
    void whoever_follows_next_meets_every_article_once_the_newest_first() {
        var met = new ArrayList<JsonObject>();
        for (var next = "/api/v1/articles?limit=7"; !next.isEmpty();) {
            var page = site.get(next).json();
            assertEquals(45, page.getInt("total"));
            met.addAll(page.getJsonArray("articles").getValuesAs(JsonObject.class));
            next = page.getString("next", "").replace(root, "/");
        }
        var slugs = met.stream().map(article -> article.getString("slug")).toList();
        var dates = met.stream().map(article -> article.getString("published")).toList();

        assertEquals(45, slugs.size());
        assertEquals(45, new HashSet<>(slugs).size());
        assertEquals(dates.stream().sorted(java.util.Comparator.reverseOrder()).toList(), dates);
    }

    @Test
    void an_expression_of_tags_chooses_as_it_does_on_its_page() {
        for (var query : List.of("all=distributed-systems&all=java", "any=java&any=kubernetes", "all=Distributed-Systems&not=java", "all=c%2B%2B")) {
            var page = site.get("/api/v1/articles?limit=100&" + query).json();
            var shown = site.get("/tags/?" + query);
            shown = shown.status() == 301 ? site.get(shown.header("Location")) : shown;

            assertEquals(shown.document().select(".card").size(), page.getInt("total"), query);
            assertEquals(page.getInt("total"), site.get(shown.document().select("link[type=application/json]").attr("href")).json().getInt("total"), query);
            assertEquals(page.getInt("total"), page.getJsonArray("articles").size());
        }
        assertEquals(root + "api/v1/articles?all=distributed-systems&not=java&limit=2&cursor=", site.get("/api/v1/articles?limit=2&all=distributed-systems&not=java").json().getString("next").replaceFirst("(?<=cursor=).*", ""));
    }

    @Test
    void an_article_is_told_as_a_whole_with_absolute_addresses() {
        var article = site.get("/api/v1/articles/replication-lag").json();

        assertEquals("Reading your own writes behind a lagging replica", article.getString("title"));
        assertEquals(root + "articles/replication-lag/", article.getString("url"));
        assertEquals(200, site.get(article.getString("markdown").replace(root, "/")).status());
        assertTrue(article.getString("html").contains("src=\"" + root + "media/"), article.getString("html"));
        assertFalse(article.getString("html").contains("article:") || article.getString("html").contains("href=\"/"), article.getString("html"));
    }

    @Test
    void it_travels_packed_to_who_takes_that_and_not_again_to_who_has_it() throws IOException {
        var plain = site.get("/api/v1/articles");
        var packed = site.get("/api/v1/articles", "Accept-Encoding", "gzip");
        var known = site.get("/api/v1/articles", "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag"));

        assertEquals(List.of("", "gzip", ""), Stream.of(plain, packed, known).map(answer -> answer.header("Content-Encoding")).toList());
        assertArrayEquals(plain.bytes(), new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes());
        assertNotEquals(plain.header("ETag"), packed.header("ETag"));
        assertEquals(List.of(200, 200, 304), Stream.of(plain, packed, known).map(Page::status).toList());
        assertEquals(List.of("Accept-Encoding", "Accept-Encoding", "Accept-Encoding"), Stream.of(plain, packed, known).map(answer -> answer.header("Vary")).toList());
    }

    @Test
    void a_tag_is_told_with_what_narrows_it() {
        var tag = site.get("/api/v1/tags/distributed-systems").json();
        var all = site.get("/api/v1/tags?limit=1000").json();
        var first = site.get("/api/v1/tags?limit=2").json();

        assertEquals(32, tag.getInt("count"));
        assertEquals(site.get("/tags/distributed-systems/").texts(".side li").size(), tag.getJsonArray("narrower").size());
        assertEquals(33, all.getJsonArray("tags").size());
        assertEquals(all.getJsonArray("tags").getJsonObject(2), site.get(first.getString("next").replace(root, "/")).json().getJsonArray("tags").getJsonObject(0));
        assertEquals("C++", site.get("/api/v1/tags/c++").json().getString("name"));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/articles?limit=0, 400", "/api/v1/articles?limit=101, 400", "/api/v1/articles?limit=x, 400", "/api/v1/articles?cursor=x, 400", "/api/v1/articles?cursor=%24, 400", "/api/v1/articles?all=nothing-like-it, 404",
        "/api/v1/articles/nothing-like-it, 404", "/api/v1/tags/nothing-like-it, 404", "/api/v1/nosuch, 404", "/api/v1/tags?limit=1001, 400", "/api/v1/tags?cursor=%24, 400"})
    void what_cannot_be_answered_is_a_problem(String address, int status) {
        var page = site.get(address);

        assertEquals(status, page.status(), page.body());
        assertEquals("application/problem+json", page.header("Content-Type").replaceFirst(";.*", ""));
        assertEquals(status, page.json().getInt("status"));
        assertFalse(page.json().getString("title").isBlank());
        assertFalse(page.json().getString("detail").isBlank());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/articles/Replication-Lag, api/v1/articles/replication-lag", "/api/v1/articles/locks-that-expire, api/v1/articles/leases", "/api/v1/tags/Java, api/v1/tags/java"})
    void other_names_lead_there(String asked, String address) {
        assertEquals("301 " + root + address, site.get(asked).status() + " " + site.get(asked).header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/articles", "/api/v1/articles/leases", "/api/v1/tags", "/api/v1/tags/java", "/api/v1/openapi.json"})
    void it_can_be_read_again_without_being_sent_again_and_keeps_no_memory_of_anybody(String address) {
        var page = site.get(address);
        var again = site.get(address, "If-None-Match", page.header("ETag"));

        assertEquals("application/json", page.header("Content-Type"));
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals("304 " + page.header("ETag"), again.status() + " " + again.header("ETag"));
        assertEquals("", page.header("Access-Control-Allow-Origin"));
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
        assertEquals(405, site.send("DELETE", address, BodyPublishers.noBody(), "Origin", root.replaceFirst("/$", "")).status());
    }

    @Test
    void every_answer_has_the_fields_that_its_description_demands() {
        var described = site.get("/api/v1/openapi.json").json();
        var schemas = described.getJsonObject("components").getJsonObject("schemas");

        assertEquals(root + "api/v1", described.getJsonArray("servers").getJsonObject(0).getString("url"));
        assertFields(schemas.getJsonObject("Articles"), site.get("/api/v1/articles").json());
        assertFields(schemas.getJsonObject("Article"), site.get("/api/v1/articles").json().getJsonArray("articles").getJsonObject(0));
        assertFields(schemas.getJsonObject("WholeArticle").getJsonArray("allOf").getJsonObject(1), site.get("/api/v1/articles/leases").json());
        assertFields(schemas.getJsonObject("Tag"), site.get("/api/v1/tags").json().getJsonArray("tags").getJsonObject(0));
        assertFields(schemas.getJsonObject("WholeTag").getJsonArray("allOf").getJsonObject(1), site.get("/api/v1/tags/java").json());
    }

    private static void assertFields(JsonObject schema, JsonObject answer) {
        schema.getJsonArray("required").forEach(name -> assertTrue(answer.containsKey(((jakarta.json.JsonString) name).getString()), name + " is missing in " + answer));
    }
}
