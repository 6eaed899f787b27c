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

    /** How a page says in which languages it is there (<a href="https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap">Google</a>). */
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** A page. @param address absolute; @param changedAt empty if nobody knows; @param translations each language that it is there in, its own among them; empty if there is no other */
    record Place(String address, Optional<Instant> changedAt, List<Translation> translations) {

        static Place of(String address) {
            return new Place(address, Optional.empty(), List.of());
        }
    }

    /** @param language a BCP 47 tag; @param address absolute */
    record Translation(String language, String address) {
    }

    /** A list of pages. */
    static byte[] of(List<Place> places) {
        var xml = new Xml("urlset", "xmlns", NAMESPACE, "xmlns:xhtml", XHTML);
        for (var place : places) {
            xml.open("url").add("loc", place.address());
            place.changedAt().ifPresent(at -> xml.add("lastmod", at.toString()));
            place.translations().forEach(translation -> xml.addEmpty("xhtml:link", "rel", "alternate", "hreflang", translation.language(), "href", translation.address()));
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
