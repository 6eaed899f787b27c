package org.lectern.web.sitemap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.lectern.web.representation.Xml;

/** Writes the two documents of the sitemap protocol. */
final class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {
    }

    /** A page. @param address absolute; @param changedAt empty if nobody knows */
    record Place(String address, Optional<Instant> changedAt) {
    }

    /** A list of pages. */
    static byte[] of(List<Place> places) {
        var xml = new Xml("urlset", "xmlns", NAMESPACE);
        for (var place : places) {
            xml.open("url").add("loc", place.address());
            place.changedAt().ifPresent(at -> xml.add("lastmod", at.toString()));
            xml.close();
        }
        return xml.bytes();
    }

    /** A list of such lists. @param addresses absolute */
    static byte[] index(List<String> addresses) {
        var xml = new Xml("sitemapindex", "xmlns", NAMESPACE);
        addresses.forEach(address -> xml.open("sitemap").add("loc", address).close());
        return xml.bytes();
    }
}
