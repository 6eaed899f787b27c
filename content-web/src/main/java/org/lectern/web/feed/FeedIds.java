package org.lectern.web.feed;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import org.lectern.content.reading.PublicArticle;

/**
 * By what feed readers tell one thing from another: {@code tag:} URIs (<a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a>) of the site's public address and the number
 * of the thing in its database, which neither a new title nor a new slug changes; or for an article the id that it had where it came from.
 *
 * @param site its public address
 */
record FeedIds(URI site) {

    /** Of this way to make them, not of the articles: an editor may move those to another date. */
    private static final String YEAR = "2026";

    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");

    String ofSite() {
        return own("/");
    }

    String ofTag(long id) {
        return own("/tag/" + id);
    }

    String ofAuthor(long id) {
        return own("/author/" + id);
    }

    String of(PublicArticle article) {
        return article.feedId().orElseGet(() -> ofArticle(article.id()));
    }

    /** One that is an IRI whatever the id that came along looked like. */
    String iriOf(PublicArticle article) {
        return article.feedId().filter(id -> IRI.matcher(id).matches()).orElseGet(() -> ofArticle(article.id()));
    }

    private String ofArticle(long id) {
        return own("/article/" + id);
    }

    private String own(String path) {
        var host = site.getHost().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^-|-$", "");
        return "tag:" + host + "," + YEAR + ":" + site.getRawPath() + path;
    }
}
