package org.lectern.web.sitemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class SitemapIT {

    private final Site site = new Site(Server.shared());

    @Test
    void names_every_page_that_may_be_indexed_once_and_no_other() throws Exception {
        var root = Server.shared().url().toString();
        var sitemap = site.get("/sitemap.xml");
        var expected = new TreeSet<String>();
        expected.add(root);
        expected.add(root + "tags/");
        expected.add(root + "articles/");
        expected.add(root + "authors/");
        site.get("/articles/").document().select(".index a").eachAttr("href").forEach(address -> expected.add(root + address.substring(1)));
        site.get("/authors/").document().select(".index a").eachAttr("href").forEach(address -> expected.add(root + address.substring(1)));
        site.get("/tags/").document().select(".index a[href^=/tags/]").eachAttr("href").forEach(address -> expected.add(root + address.substring(1)));
        site.get("/").document().select(".card h2 a").eachAttr("href").forEach(address -> expected.add(root + address.substring(1)));

        var named = Jsoup.parse(sitemap.body(), "", Parser.xmlParser()).select("loc").eachText();

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(Path.of("test/feeds/sitemap.xsd").toFile()).newValidator().validate(new StreamSource(new ByteArrayInputStream(sitemap.bytes())));
        assertEquals(expected.size(), named.size());
        assertTrue(named.containsAll(List.of(root + "authors/platform-team/", root + "articles/2026/", root + "articles/2026/10/")), named.toString());
        assertEquals(expected, named.stream().collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(sitemap.header("Content-Type").startsWith("application/xml"), sitemap.header("Content-Type"));
        assertEquals(304, site.get("/sitemap.xml", "If-None-Match", sitemap.header("ETag")).status());
        assertEquals(404, site.get("/sitemap-1.xml").status());
    }
}
