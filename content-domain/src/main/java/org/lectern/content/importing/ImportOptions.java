package org.lectern.content.importing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import org.lectern.content.Refusal;

/**
 * How somebody wants a source to be read.
 *
 * @param source the name of the place that the files come from; articles are known again by it and their path
 * @param tagsField the front matter's field that holds the tags, or {@code folder}: the top folder is the tag; empty: {@code tags}
 * @param plain whether files without front matter are articles too
 * @param site the source's own address, such as {@code https://example.org/blog}, whose absolute links become ours
 * @param permalinks the pattern of the source's addresses, such as {@code /:year/:title.html}
 * @param zone of dates that name none
 */
public record ImportOptions(String source, Optional<String> tagsField, boolean plain, Optional<String> site, Optional<String> permalinks, ZoneId zone) {

    private static final int LONGEST = 100;

    /** @throws Refusal if an option cannot be understood */
    public ImportOptions {
        source = source == null ? "" : source.strip();
        if (source.isEmpty() || source.length() > LONGEST || source.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("import.option.source", LONGEST);
        }
        tagsField = tagsField.map(String::strip).filter(field -> !field.isEmpty());
        site = site.map(String::strip).filter(address -> !address.isEmpty());
        permalinks = permalinks.map(String::strip).filter(pattern -> !pattern.isEmpty());
        if (site.isPresent() && !isSite(site.get())) {
            throw new Refusal("import.option.site", site.get());
        }
        if (permalinks.isPresent()) {
            Permalinks.check(permalinks.get());
        }
    }

    /** Nothing but the source's name, and the zone UTC. */
    public static ImportOptions of(String source) {
        return new ImportOptions(source, Optional.empty(), false, Optional.empty(), Optional.empty(), ZoneId.of("UTC"));
    }

    private static boolean isSite(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() != null && uri.getScheme().toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
