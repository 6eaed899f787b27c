package org.lectern.web.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.lectern.web.representation.Xml;

/** RSS 2.0 (<a href="https://www.rssboard.org/rss-specification">RSS Advisory Board</a>), with whole articles and names of authors by the modules that all readers know. */
final class Rss {

    private Rss() {
    }

    static byte[] of(Feed feed) {
        var xml = new Xml("rss", "version", "2.0", "xmlns:atom", "http://www.w3.org/2005/Atom", "xmlns:content", "http://purl.org/rss/1.0/modules/content/", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .open("channel")
                .add("title", feed.title())
                .add("link", feed.page())
                .addEmpty("atom:link", "rel", "self", "type", FeedFormat.RSS.mediaType(), "href", feed.self())
                .add("description", feed.description().orElse(feed.title()))
                .add("language", feed.language());
        feed.changedAt().ifPresent(at -> xml.add("lastBuildDate", date(at)));
        for (var item : feed.items()) {
            var article = item.article();
            xml.open("item").add("title", article.title()).add("link", item.address()).add("guid", item.id(), "isPermaLink", "false").add("pubDate", date(article.publishedAt()));
            article.authors().forEach(name -> xml.add("dc:creator", name));
            article.tags().forEach(tag -> xml.add("category", tag.name()));
            xml.add("description", article.excerpt());
            if (feed.full()) {
                xml.add("content:encoded", article.html());
            }
            xml.close();
        }
        return xml.bytes();
    }

    /** RFC 822 with the year in full. */
    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
