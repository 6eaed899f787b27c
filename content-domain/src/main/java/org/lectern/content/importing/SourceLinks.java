package org.lectern.content.importing;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * Where a destination that an author wrote leads: to an article or a picture of the same source, or elsewhere.
 *
 * <p>Understood are paths relative to the file and to its old address, paths from the root of the old site (by {@code url}, {@code permalink}, aliases and the
 * permalinks option; failing those by Jekyll's and Hugo's default addresses, where only one article can be meant), with or without
 * {@code .html}, {@code index.html} or slash at the end and in any case, absolute addresses on the old site's host, pictures under the roots from
 * which generators serve files, and {@code source:/path#fragment}, the form in which translated {@code post_url}, {@code link}, {@code ref} and
 * {@code relref} name a file of the source.
 */
public final class SourceLinks {

    /** What a destination leads to. */
    public sealed interface Target {
    }

    /** An article of this source. {@code fragment} is empty, or begins with {@code #}, as written. */
    public record Article(String path, String fragment) implements Target {
    }

    /** A picture file of this source. */
    public record PictureFile(String path) implements Target {
    }

    /** A picture that should lie in this source, under this path or one like it, and does not. */
    public record MissingPicture(String path) implements Target {
    }

    /** A picture on another host, which is never fetched. */
    public record RemotePicture(String address) implements Target {
    }

    /** A picture whose bytes stand in the text. */
    public record DataPicture(byte[] bytes) implements Target {
    }

    /** A tag's page on the old site: what stands behind {@code /tags/}, decoded. */
    public record TagPage(String tag) implements Target {
    }

    /** A place on the old site that did not come along: its path, and its address where the site option tells the host. */
    public record Lost(String path, Optional<String> address) implements Target {
    }

    /** Any other destination, which stays as it is: another host, another scheme, a place on the same page, the front page. */
    public record AsWritten() implements Target {
    }

    private static final List<String> STATIC_ROOTS = List.of("", "static/", "public/", "content/", "src/", "docs/", "assets/", "source/");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("(?is)data:([^,]*),(.*)");
    private static final Pattern TAG_PAGE = Pattern.compile("/tags?/([^/].*?)/?(index\\.html)?");
    private static final Set<String> OUR_OWN = Set.of("", "/tags", "/tag");

    private final Map<String, SourceArticle> articles = new HashMap<>();
    private final SortedSet<String> pictures;
    private final Map<String, String> foldedPictures = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Optional<URI> site;

    /** @param pictures the paths of the source's pictures */
    public SourceLinks(List<SourceArticle> articles, SortedSet<String> pictures, ImportOptions options) {
        this.pictures = pictures;
        this.site = options.site().map(URI::create);
        pictures.forEach(path -> foldedPictures.putIfAbsent(fold(path), path));
        for (var article : articles) {
            this.articles.put(article.path(), article);
        }
        articles.forEach(article -> article.address().ifPresent(address -> addresses.putIfAbsent(key(address), article.path())));
        articles.forEach(article -> article.aliases().forEach(alias -> addresses.putIfAbsent(key(alias), article.path())));
        addGuesses(articles, options.zone());
    }

    /** Where a link leads. */
    public Target link(String from, String destination) {
        return resolve(from, destination.strip(), false);
    }

    /** Where the destination of an image leads. */
    public Target picture(String from, String destination) {
        return resolve(from, destination.strip(), true);
    }

    private Target resolve(String from, String destination, boolean asPicture) {
        if (destination.isEmpty() || destination.startsWith("#")) {
            return asPicture ? new MissingPicture(destination) : new AsWritten();
        }
        if (destination.startsWith("//")) {
            return resolve(from, "https:" + destination, asPicture);
        }
        var scheme = SCHEME.matcher(destination);
        if (scheme.matches()) {
            return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
                case "source" -> ofSource(scheme.group(2), asPicture);
                case "data" -> asPicture ? ofData(destination) : new AsWritten();
                case "http", "https" -> ofAddress(from, destination, asPicture);
                default -> asPicture ? new MissingPicture(destination) : new AsWritten();
            };
        }
        return ofPath(from, withoutBase(destination), asPicture);
    }

    private Target ofSource(String written, boolean asPicture) {
        var path = decode(beforeFragment(written)).replaceAll("^/+", "");
        if (articles.containsKey(path) && !asPicture) {
            return new Article(path, fragment(written));
        }
        if (pictures.contains(path)) {
            return new PictureFile(path);
        }
        return asPicture ? new MissingPicture(path) : lost("/" + path, written);
    }

    private Target ofPath(String from, String written, boolean asPicture) {
        var path = decode(beforeFragment(written));
        if (path.isEmpty()) {
            return new AsWritten();
        }
        var candidates = candidates(from, path);
        for (var candidate : candidates) {
            var picture = picture(candidate);
            if (picture.isPresent()) {
                return new PictureFile(picture.get());
            }
        }
        if (asPicture) {
            return new MissingPicture(candidates.get(0));
        }
        for (var candidate : candidates) {
            var article = article(candidate);
            if (article.isPresent()) {
                return new Article(article.get(), fragment(written));
            }
        }
        var absolute = "/" + candidates.get(candidates.size() - 1);
        if (OUR_OWN.contains(absolute.replaceAll("/+$", ""))) {
            return new AsWritten();
        }
        var tag = TAG_PAGE.matcher(absolute);
        return tag.matches() ? new TagPage(tag.group(1)) : lost(absolute, written);
    }

    /** What did not come along still stands on its own host. */
    private Target ofAddress(String from, String destination, boolean asPicture) {
        var target = pathOnSite(destination).map(path -> ofPath(from, path, asPicture));
        if (target.isEmpty() || target.get() instanceof MissingPicture || target.get() instanceof Lost) {
            return asPicture ? new RemotePicture(destination) : new AsWritten();
        }
        return target.get();
    }

    private Lost lost(String path, String written) {
        var tail = written.substring(beforeFragment(written).length());
        var slash = beforeFragment(written).endsWith("/") && !path.endsWith("/") ? "/" : "";
        return new Lost(path, site.map(uri -> uri.getScheme() + "://" + uri.getAuthority() + base() + encode(path) + slash + tail));
    }

    private static String encode(String path) {
        return SourcePaths.destination(path).substring("source:".length());
    }

    /** The paths from the root that may be meant, likeliest first: seen from the folder, from the file as a folder (Hugo), from the old address. */
    private List<String> candidates(String from, String path) {
        if (path.startsWith("/")) {
            return List.of(SourcePaths.resolve("", path));
        }
        var found = new ArrayList<String>();
        found.add(SourcePaths.resolve(folder(from), path));
        found.add(SourcePaths.resolve(SourcePaths.stem(from) + "/", path));
        Optional.ofNullable(articles.get(from)).flatMap(SourceArticle::address).ifPresent(address -> found.add(SourcePaths.resolve(folder(address), path)));
        found.add(SourcePaths.resolve("", path));
        return found;
    }

    private Optional<String> picture(String path) {
        for (var root : STATIC_ROOTS) {
            if (pictures.contains(root + path)) {
                return Optional.of(root + path);
            }
        }
        for (var root : STATIC_ROOTS) {
            var folded = foldedPictures.get(fold(root + path));
            if (folded != null) {
                return Optional.of(folded);
            }
        }
        return Optional.empty();
    }

    private Optional<String> article(String path) {
        for (var candidate : List.of(path, path + ".md", path + ".markdown", path + ".mkd", path + "/index.md", "content/" + path, "content/" + path + ".md")) {
            if (articles.containsKey(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.ofNullable(addresses.get(key(path)));
    }

    /** Jekyll's and Hugo's default addresses, each where it can mean but one article and no address is known to be another's. */
    private void addGuesses(List<SourceArticle> all, ZoneId zone) {
        var guesses = new HashMap<String, Set<String>>();
        for (var article : all) {
            for (var guess : guesses(article, zone)) {
                guesses.computeIfAbsent(key(guess), address -> new HashSet<>()).add(article.path());
            }
        }
        guesses.forEach((address, paths) -> {
            if (paths.size() == 1) {
                addresses.putIfAbsent(address, paths.iterator().next());
            }
        });
    }

    private static Set<String> guesses(SourceArticle article, ZoneId zone) {
        var guesses = new HashSet<String>();
        var stem = SourcePaths.stem(article.path()).replaceFirst("^(content|src|docs)/", "");
        var section = stem.contains("/") ? stem.substring(0, stem.lastIndexOf('/') + 1).replaceAll("(^|/)(_posts|_drafts)/", "$1") : "";
        var names = new HashSet<>(List.of(SourcePaths.nameOf(article.path()), article.slug(), SourcePaths.lastSegment(stem)));
        var days = new HashSet<LocalDate>();
        article.named().ifPresent(days::add);
        article.date().ifPresent(date -> days.add(LocalDate.ofInstant(date, zone)));
        for (var name : names) {
            guesses.add(section + name);
            for (var day : days) {
                guesses.add("%04d/%02d/%02d/%s".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), name));
            }
        }
        return guesses;
    }

    private Optional<String> pathOnSite(String address) {
        if (site.isEmpty()) {
            return Optional.empty();
        }
        var rest = address.substring(address.indexOf("//") + 2);
        var end = rest.split("[/?#]", 2)[0].length();
        if (!host(rest.substring(0, end)).equals(host(site.get().getAuthority()))) {
            return Optional.empty();
        }
        var path = rest.substring(end);
        var base = base();
        if (!base.isEmpty() && !path.equals(base) && !path.startsWith(base + "/")) {
            return Optional.empty();
        }
        var inside = path.substring(base.length());
        return Optional.of(inside.startsWith("/") ? inside : "/" + inside);
    }

    private String withoutBase(String path) {
        var base = base();
        return !base.isEmpty() && (path.equals(base) || path.startsWith(base + "/")) ? "/" + path.substring(base.length()).replaceAll("^/+", "") : path;
    }

    /** The path of the old site's front page without a slash at its end: empty, or {@code /blog}. */
    private String base() {
        return site.map(URI::getPath).map(path -> path.replaceAll("/+$", "")).orElse("");
    }

    private static String host(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "").replaceFirst(":(80|443)$", "");
    }

    private static Target ofData(String destination) {
        var data = DATA.matcher(destination);
        if (!data.matches()) {
            return new DataPicture(new byte[0]);
        }
        try {
            return new DataPicture(data.group(1).toLowerCase(Locale.ROOT).endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(decode(data.group(2))) : decodeBytes(data.group(2)));
        } catch (IllegalArgumentException e) {
            return new DataPicture(new byte[0]);
        }
    }

    private static String key(String address) {
        var path = fold(SourcePaths.resolve("", beforeFragment(address)));
        return path.replaceFirst("(^|/)index\\.(html?|md)$", "").replaceFirst("\\.(html?|md|markdown)$", "");
    }

    private static String fold(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String beforeFragment(String written) {
        return written.split("[?#]", 2)[0];
    }

    private static String fragment(String written) {
        return written.contains("#") ? written.substring(written.indexOf('#')) : "";
    }

    /** Percent signs resolved where they make valid UTF-8; NFC. */
    static String decode(String written) {
        if (!written.contains("%")) {
            return Normalizer.normalize(written, Normalizer.Form.NFC);
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decodeBytes(written))).toString();
            return Normalizer.normalize(decoded, Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            return written;
        }
    }

    private static byte[] decodeBytes(String written) {
        var bytes = new ByteArrayOutputStream();
        var raw = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            var high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            var low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
