package org.lectern.web.feed;

import java.time.Instant;

import org.lectern.web.representation.Xml;

/** Atom 1.0 (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>). */
final class Atom {

    private Atom() {
    }

    static byte[] of(Feed feed) {
        var xml = new Xml("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed.language())
                .add("id", feed.id())
                .add("title", feed.title());
        feed.description().ifPresent(text -> xml.add("subtitle", text));
        xml.add("updated", feed.changedAt().orElse(Instant.EPOCH).toString())       // must be there, and must not change without reason
                .addEmpty("link", "rel", "self", "type", FeedFormat.ATOM.mediaType(), "href", feed.self())
                .addEmpty("link", "rel", "alternate", "type", "text/html", "href", feed.page())
                .open("author").add("name", feed.publisher()).close();
        for (var item : feed.items()) {
            var article = item.article();
            xml.open("entry", "xml:lang", article.language()).add("id", item.iri()).add("title", article.title())
                    .addEmpty("link", "rel", "alternate", "type", "text/html", "href", item.address())
                    .add("published", article.publishedAt().toString()).add("updated", article.changedAt().toString());
            article.authors().forEach(name -> xml.open("author").add("name", name).close());
            article.tags().forEach(tag -> xml.addEmpty("category", "term", tag.slug().value(), "label", tag.name()));
            if (feed.full()) {
                article.description().ifPresent(text -> xml.add("summary", text));
                xml.add("content", article.html(), "type", "html");
            } else {
                xml.add("summary", article.excerpt(), "type", "html");
            }
            xml.close();
        }
        return xml.bytes();
    }
}
