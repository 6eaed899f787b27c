package org.lectern.content.redirect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/**
 * An address below the context root as redirects are found by: decoded, normal form C, with a slash at its start and none at its end, without query and fragment.
 * {@code /2016/05/leases.html}.
 */
public record OldAddress(String path) {

    /** The longest, in characters. */
    public static final int LONGEST = 1000;

    private static final List<String> OURS = List.of("/admin", "/api", "/health", "/articles", "/tags", "/media", "/sign-in", "/assets", "/page", "/preview");

    public OldAddress {
        if (!path.startsWith("/") || path.length() > 1 && path.endsWith("/") || path.length() > LONGEST) {
            throw new IllegalArgumentException("Not an old address: " + path);
        }
    }

    /** The address that this text writes, whole URL or path; empty if it writes none, for instance because it is broken or too long. */
    public static Optional<OldAddress> parse(String text) {
        var path = text.strip().replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "").replaceFirst("[?#].*$", "");
        try {
            path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
        path = Normalizer.normalize("/" + path, Normalizer.Form.NFC).replaceAll("/{2,}", "/").replaceFirst("/index\\.html?$", "/");
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        var broken = path.length() > LONGEST || path.indexOf('\u0000') >= 0 || path.indexOf('\uFFFD') >= 0 || path.contains("/../") || path.endsWith("/..");
        return broken ? Optional.empty() : Optional.of(new OldAddress(path));
    }

    /**
     * Why it cannot lead elsewhere, whatever lives here: it is the front page or belongs to a part of the site that answers by itself. {@code /articles/x} and
     * {@code /tags/x} may be old addresses unless something lives there.
     */
    public Optional<Refusal> obstacle() {
        if (path.equals("/")) {
            return Optional.of(new Refusal("redirect.front"));
        }
        for (var prefix : OURS) {
            var below = path.startsWith(prefix + "/");
            if (path.equals(prefix) || below && !prefix.equals("/articles") && !prefix.equals("/tags")) {
                return Optional.of(new Refusal("redirect.ours", path));
            }
        }
        return Optional.empty();
    }

    /** What it names below a folder such as {@code /tags/}; empty if it does not lie there, or names nothing. */
    public Optional<Slug> below(String folder) {
        return path.startsWith(folder) ? Slug.parse(path.substring(folder.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return path;
    }
}
