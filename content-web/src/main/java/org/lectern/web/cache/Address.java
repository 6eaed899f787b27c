package org.lectern.web.cache;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Under which address a page is looked up: the path letter for letter, but for how escapes are written, and of the query what makes it another page. All other parameters, such as those that
 * newsletters add, are left out; a page that depends on one has to be named here.
 */
final class Address {

    private static final String TAGS = "/tags/";
    private static final String FEED = "/tags/feed.atom";
    private static final Set<String> OF_TAGS = Set.of("all", "any", "not", "page", "by", "q");

    private Address() {
    }

    /** @param sent the path with the context root; @param query may be null, else {@linkplain #isReadable readable} */
    static String of(String contextPath, String sent, String query) {
        var path = written(sent);
        var below = sent.length() - contextPath.length();
        if (query == null || !(below == TAGS.length() && path.endsWith(TAGS) || below == FEED.length() && path.endsWith(FEED))) {
            return path;
        }
        var kept = new StringBuilder(path);
        var sign = '?';
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0 && OF_TAGS.contains(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8))) {
                kept.append(sign).append(pair);
                sign = '&';
            }
        }
        return kept.toString();
    }

    /** As we write escapes: with capitals, and for all that is not ASCII, which browsers escape and some programs do not. What stands for a letter of ASCII stays: it is another spelling. */
    private static String written(String path) {
        for (var at = 0; at < path.length(); at++) {
            if (path.charAt(at) == '%' || path.charAt(at) > '~') {
                return escaped(path);
            }
        }
        return path;
    }

    private static String escaped(String path) {
        var escaped = new StringBuilder(2 * path.length());
        for (var at = 0; at < path.length(); at++) {
            var letter = path.charAt(at);
            if (letter == '%' && at + 2 < path.length()) {
                escaped.append('%').append(Character.toUpperCase(path.charAt(++at))).append(Character.toUpperCase(path.charAt(++at)));
            } else if (letter <= '~') {
                escaped.append(letter);
            } else if (letter <= 0xff) {             // a byte, as the server takes what comes unescaped
                escaped.append('%').append(String.format("%02X", (int) letter));
            } else {
                return path;
            }
        }
        return escaped.toString();
    }

    /** The value of a parameter that holds a number of at most 18 digits; -1 if there is none. @param query may be null */
    static long number(String query, String name) {
        if (query == null || !query.contains(name)) {
            return -1;
        }
        for (var pair : query.split("&")) {
            if (pair.startsWith(name + "=") && pair.substring(name.length() + 1).matches("[0-9]{1,18}")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        return -1;
    }

    /** Whether every percent sign of a query begins an escape. @param query may be null */
    static boolean isReadable(String query) {
        for (var sign = query == null ? -1 : query.indexOf('%'); sign >= 0; sign = query.indexOf('%', sign + 1)) {
            if (sign + 2 >= query.length() || Character.digit(query.charAt(sign + 1), 16) < 0 || Character.digit(query.charAt(sign + 2), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
