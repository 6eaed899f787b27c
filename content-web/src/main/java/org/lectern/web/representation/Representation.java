package org.lectern.web.representation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Sha256;
import org.lectern.web.cache.Offer;

/**
 * A finished answer for programs. It may be kept and must be asked for again: its entity tag is made of the bytes alone, so whoever has them is told so by a 304.
 * It has no {@code Last-Modified}: an article that is withdrawn changes a feed and makes nothing newer.
 *
 * @param type with the charset where it has one
 */
public record Representation(String type, byte[] bytes) {

    /** Text in UTF-8. */
    public static Representation of(String type, String text) {
        return new Representation(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@code ETag} writes it (RFC 9110, 8.8.3). */
    public String entityTag() {
        return "\"" + Sha256.of(bytes).substring(0, 32) + "\"";
    }

    /** The same of its packed bytes, which are others. */
    public String packedEntityTag() {
        return entityTag().replaceFirst("\"$", "-gzip\"");
    }

    /** Sends it, or for {@code HEAD} its headers alone, or that it is what the asker has. Headers that were set before stay. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        if (Offer.isTaken(request)) {
            response.setContentType(type);
            response.getOutputStream().write(bytes);
            return;
        }
        var tag = entityTag();
        response.setHeader("ETag", tag);
        if (isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** @param known the value of {@code If-None-Match}, a list of entity tags or a star; may be null */
    static boolean isKnown(String known, String tag) {
        return known != null && Stream.of(known.split(",")).map(String::strip).map(each -> each.replaceFirst("^W/", "")).anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
