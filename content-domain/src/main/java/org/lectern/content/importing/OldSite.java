package org.lectern.content.importing;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The host and the base path, such as {@code /blog}, under which a source was read until now, where the site option tells them. */
record OldSite(Optional<URI> address) {

    /** The path below the front page that an absolute {@code http} address means; empty if it is another site's. */
    Optional<String> pathOf(String destination) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var rest = destination.substring(destination.indexOf("//") + 2);
        var end = rest.split("[/?#]", 2)[0].length();
        if (!host(rest.substring(0, end)).equals(host(address.get().getAuthority()))) {
            return Optional.empty();
        }
        var path = rest.substring(end);
        var base = base();
        if (!base.isEmpty() && !isBelow(base, path)) {
            return Optional.empty();
        }
        var inside = path.substring(base.length());
        return Optional.of(inside.startsWith("/") ? inside : "/" + inside);
    }

    /** A path that may have been written with the base before it, without it. */
    String withoutBase(String path) {
        var base = base();
        return !base.isEmpty() && isBelow(base, path) ? "/" + path.substring(base.length()).replaceAll("^/+", "") : path;
    }

    /** The absolute address of a path below the front page; empty if nobody knows the host. @param tail query and fragment, as written */
    Optional<String> addressOf(String path, String tail) {
        return address.map(uri -> uri.getScheme() + "://" + uri.getAuthority() + base() + "/" + PercentEncoding.encode(SourcePaths.strip(path)) + tail);
    }

    /** The path of the front page without a slash at its end: empty, or {@code /blog}. */
    private String base() {
        return address.map(URI::getPath).map(path -> path.replaceAll("(?<!/)/+$", "")).orElse("");
    }

    private static boolean isBelow(String base, String path) {
        return path.equals(base) || path.startsWith(base + "/");
    }

    private static String host(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "").replaceFirst(":(80|443)$", "");
    }
}
