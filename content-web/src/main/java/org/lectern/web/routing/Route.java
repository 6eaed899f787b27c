package org.lectern.web.routing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import org.lectern.web.feed.FeedFormat;

/**
 * What a path asks for, read from its letters alone. Other spellings of an address (case, {@code //}, a missing slash, {@code /page/1/}, {@code index.html})
 * give the same route as the one canonical spelling; whether the thing is there, and how it is spelled, the archive knows.
 */
sealed interface Route {

    /** The articles, the newest first. @param page from 1 */
    record Newest(int page) implements Route {
    }

    /** An article. @param name as written, a slug or nearly so */
    record Article(String name) implements Route {
    }

    /** All articles by their months. */
    record Months() implements Route {
    }

    /** The articles of a year, or of a month. @param page from 1 */
    record Dated(Year year, Optional<YearMonth> month, int page) implements Route {
    }

    /** All authors. */
    record Authors() implements Route {
    }

    /** The articles of an author. @param name as written, a slug or nearly so; it may hold slashes; @param page from 1 */
    record Author(String name, int page) implements Route {
    }

    /** The feed of an author. @param name as written, a slug or nearly so */
    record AuthorFeed(String name, FeedFormat format) implements Route {
    }

    /** All tags. */
    record TagIndex() implements Route {
    }

    /** The articles of a tag. @param name as written, a slug or nearly so; it may hold slashes. @param page from 1 */
    record Tag(String name, int page) implements Route {
    }

    /** The bytes of a picture. @param hash the start of their hash */
    record Picture(String hash) implements Route {
    }

    /** A file of the look. @param path below {@code /assets/} */
    record Asset(String path) implements Route {
    }

    /** An article that readers do not see, or not so, under a secret address. */
    record Preview(String secret) implements Route {
    }

    /** A picture of such an article. @param hash the start of the hash of its bytes */
    record PreviewPicture(String secret, String hash) implements Route {
    }

    /** The feed of the site. */
    record SiteFeed(FeedFormat format) implements Route {
    }

    /** The feed of a tag or an expression. @param name as written; empty if the query names the tags */
    record TagFeed(String name, FeedFormat format) implements Route {
    }

    /** An article as Markdown. @param name as written, a slug or nearly so */
    record Source(String name) implements Route {
    }

    /** Where programs that read texts begin. */
    record Llms() implements Route {
    }

    /** The addresses of all pages. @param part from 1; 0 for the whole */
    record Sitemap(int part) implements Route {
    }

    record Icon() implements Route {
    }

    record Robots() implements Route {
    }

    /** Below {@code /admin}, {@code /api} or {@code /health}: not ours, and nobody else knew it. */
    record Elsewhere() implements Route {
    }

    /** None of our addresses: perhaps an old one. */
    record Other() implements Route {
    }

    Pattern PAGED = Pattern.compile("(?:(?<name>.+)/)?page/(?<number>[1-9][0-9]{0,8})", Pattern.CASE_INSENSITIVE);
    Pattern SITEMAP = Pattern.compile("sitemap(?:-(?<part>[1-9][0-9]{0,4}))?\\.xml");
    Pattern TAGS = Pattern.compile("(?i)tags(?:/(?<name>.+))?");
    Pattern AUTHOR = Pattern.compile("(?i)authors/(?<name>.+)");
    Pattern DATED = Pattern.compile("(?i)(?<year>[0-9]{4})(?:/(?<month>0?[1-9]|1[0-2]))?(?:/page/(?<page>[1-9][0-9]{0,8}))?");
    Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*+");       // possessive: a group that may give back recurses
    Pattern PREVIEW = Pattern.compile("(?<secret>[A-Za-z0-9_-]{32})(?:/media/(?<hash>[0-9a-f]{20})/[^/]+)?");
    List<String> OTHERS = List.of("admin", "api", "health");

    /** @param path decoded, below the context root */
    static Route of(String path) {
        var rest = path.replaceAll("/{2,}", "/").replaceFirst("(?i)/index\\.html?$", "/").replaceFirst("^/", "").replaceFirst("/$", "");
        var slash = rest.indexOf('/');
        var first = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        var below = slash < 0 ? "" : rest.substring(slash + 1);
        if (OTHERS.contains(first)) {
            return new Elsewhere();
        }
        var feed = FeedFormat.of(rest.substring(rest.lastIndexOf('/') + 1));
        if (feed.isPresent()) {
            return feed(rest.substring(0, Math.max(0, rest.lastIndexOf('/'))), feed.get());
        }
        return switch (first) {
            case "" -> new Newest(1);
            case "page" -> paged(rest, (name, page) -> name == null ? new Newest(page) : new Other()).orElseGet(Other::new);
            case "articles" -> articles(below);
            case "authors" -> below.isEmpty() ? new Authors() : paged(below, (name, page) -> name == null ? new Other() : new Author(name, page)).orElseGet(() -> new Author(below, 1));
            case "tags" -> below.isEmpty() ? new TagIndex() : paged(below, (name, page) -> name == null ? new Other() : new Tag(name, page)).orElseGet(() -> new Tag(below, 1));
            case "media" -> below.matches("[0-9a-f]+/[^/]+") ? new Picture(below.substring(0, below.indexOf('/'))) : new Other();
            case "preview" -> preview(below);
            case "assets" -> FILE.matcher(below).matches() ? new Asset(below) : new Other();
            case "favicon.svg", "favicon.ico" -> below.isEmpty() ? new Icon() : new Other();
            case "llms.txt" -> below.isEmpty() ? new Llms() : new Other();
            case "robots.txt" -> below.isEmpty() ? new Robots() : new Other();
            default -> sitemap(rest).orElseGet(Other::new);
        };
    }

    private static Route articles(String below) {
        if (below.isEmpty()) {
            return new Months();
        }
        var dated = DATED.matcher(below);
        if (dated.matches()) {
            var year = Year.of(Integer.parseInt(dated.group("year")));
            return new Dated(year, Optional.ofNullable(dated.group("month")).map(month -> year.atMonth(Integer.parseInt(month))), dated.group("page") == null ? 1 : Integer.parseInt(dated.group("page")));
        }
        if (below.indexOf('/') >= 0) {
            return new Other();
        }
        return below.endsWith(".md") ? new Source(below.substring(0, below.length() - 3)) : new Article(below);
    }

    private static Route feed(String page, FeedFormat format) {
        if (page.isEmpty() || page.equalsIgnoreCase("articles")) {
            return new SiteFeed(format);
        }
        var author = AUTHOR.matcher(page);
        if (author.matches()) {
            return new AuthorFeed(author.group("name"), format);
        }
        var tag = TAGS.matcher(page);
        return tag.matches() ? new TagFeed(tag.group("name") == null ? "" : tag.group("name"), format) : new Other();
    }

    private static Optional<Route> sitemap(String path) {
        var sitemap = SITEMAP.matcher(path);
        return sitemap.matches() ? Optional.of(new Sitemap(sitemap.group("part") == null ? 0 : Integer.parseInt(sitemap.group("part")))) : Optional.empty();
    }

    private static Route preview(String below) {
        var preview = PREVIEW.matcher(below);
        if (!preview.matches()) {
            return new Preview("");
        }
        return preview.group("hash") == null ? new Preview(preview.group("secret")) : new PreviewPicture(preview.group("secret"), preview.group("hash"));
    }

    /** What names the tag in the path of a tag's page, still as it was sent. @param path below the context root */
    static String tagAsSent(String path) {
        var plain = path.replaceAll("/{2,}", "/");       // first of all: a pattern that ends in slashes and the end looks at a run of slashes once for each of them
        return plain.replaceFirst("(?i)^/tags/", "").replaceFirst("/(index\\.xml|feed\\.(atom|json))/?$", "").replaceFirst("(?i)/index\\.html?$", "").replaceFirst("/$", "").replaceFirst("(?i)/page/[0-9]+$", "");
    }

    /** Undoes the percent-encoding of a path; a plus is a plus. Empty if what comes out is no UTF-8. */
    static Optional<String> decode(String path) {
        var octets = ByteBuffer.allocate(path.length() * 3);
        for (var i = 0; i < path.length(); i++) {
            var letter = path.charAt(i);
            if (letter == '%') {
                var high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
                var low = i + 2 < path.length() ? Character.digit(path.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                octets.put((byte) (high << 4 | low));
                i += 2;
            } else if (letter <= 0xFF) {
                octets.put((byte) letter);       // the server hands on what stood unencoded in the request octet by octet
            } else if (Character.isSurrogate(letter)) {
                return Optional.empty();
            } else {
                octets.put(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Route> paged(String path, BiFunction<String, Integer, Route> route) {
        var paged = PAGED.matcher(path);
        return paged.matches() ? Optional.of(route.apply(paged.group("name"), Integer.valueOf(paged.group("number")))) : Optional.empty();
    }
}
