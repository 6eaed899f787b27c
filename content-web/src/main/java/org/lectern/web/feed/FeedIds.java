package org.lectern.web.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

import org.lectern.content.reading.PublicArticle;

/**
 * By what feed readers tell one thing from another: UUIDs (<a href="https://www.rfc-editor.org/rfc/rfc9562">RFC 9562</a>) made of the site's identity and the number of the thing in its
 * database, which neither a new title nor a new slug nor another host changes; or for an article the id that it had where it came from.
 *
 * @param site its identity
 */
record FeedIds(UUID site) {

    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");

    String ofSite() {
        return urn(site);
    }

    String ofTag(long id) {
        return own("tag/" + id);
    }

    String ofAuthor(long id) {
        return own("author/" + id);
    }

    /** Of what has no number, since its address says all that it is. @param address of its page, below the root of the site */
    String ofPage(String address) {
        return own(address);
    }

    String of(PublicArticle article) {
        return article.feedId().orElseGet(() -> ofArticle(article.id()));
    }

    /** One that is an IRI whatever the id that came along looked like. */
    String iriOf(PublicArticle article) {
        return article.feedId().filter(id -> IRI.matcher(id).matches()).orElseGet(() -> ofArticle(article.id()));
    }

    private String ofArticle(long id) {
        return own("article/" + id);
    }

    /** Version 5: by the hash of a name within the site. */
    private String own(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-1");
            hash.update(ByteBuffer.allocate(16).putLong(site.getMostSignificantBits()).putLong(site.getLeastSignificantBits()).array());
            var made = ByteBuffer.wrap(hash.digest(name.getBytes(StandardCharsets.UTF_8)));
            return urn(new UUID(made.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L, made.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);       // every Java has it
        }
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
