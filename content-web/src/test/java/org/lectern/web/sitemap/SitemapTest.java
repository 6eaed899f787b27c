package org.lectern.web.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;

class SitemapTest {

    @Test
    void a_page_has_an_address_and_the_moment_of_its_last_change() {
        var sitemap = Sitemap.of(List.of(Sitemap.Place.of("https://kb.example.org/tags/c++/"),
                new Sitemap.Place("https://kb.example.org/articles/q&a/", Optional.of(Instant.parse("2026-03-01T12:00:00.123456Z")), List.of())));

        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"><url><loc>https://kb.example.org/tags/c++/</loc></url>"
                + "<url><loc>https://kb.example.org/articles/q&amp;a/</loc><lastmod>2026-03-01T12:00:00.123456Z</lastmod></url></urlset>", new String(sitemap, StandardCharsets.UTF_8));
    }

    @Test
    void a_page_names_its_languages_behind_all_else_as_the_schema_wants_it() throws Exception {
        var sitemap = Sitemap.of(List.of(new Sitemap.Place("https://kb.example.org/articles/door/", Optional.of(Instant.parse("2026-03-01T12:00:00Z")),
                List.of(new Sitemap.Translation("de-AT", "https://kb.example.org/articles/tuer/"), new Sitemap.Translation("en", "https://kb.example.org/articles/door/")))));

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(Path.of("../src/test/feeds/sitemap.xsd").toFile()).newValidator().validate(new StreamSource(new ByteArrayInputStream(sitemap)));
        assertTrue(new String(sitemap, StandardCharsets.UTF_8).contains("</lastmod><xhtml:link rel=\"alternate\" hreflang=\"de-AT\" href=\"https://kb.example.org/articles/tuer/\"/>"
                + "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://kb.example.org/articles/door/\"/></url>"));
    }

    @Test
    void an_index_names_its_parts() {
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://kb.example.org/sitemap-1.xml</loc></sitemap></sitemapindex>",
                new String(Sitemap.index(List.of("https://kb.example.org/sitemap-1.xml")), StandardCharsets.UTF_8));
    }

    @Test
    void there_are_as_many_parts_as_it_takes() {
        assertEquals(List.of(1, 1, 2, 3), List.of(Sitemaps.parts(1, 50_000), Sitemaps.parts(50_000, 50_000), Sitemaps.parts(50_001, 50_000), Sitemaps.parts(100_035, 50_000)));
    }
}
