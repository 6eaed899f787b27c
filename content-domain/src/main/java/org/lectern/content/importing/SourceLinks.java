package org.lectern.content.importing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
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

    /** Such a place, named by its whole address: the link still leads there. */
    public record StillThere(String address) implements Target {
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
    private final OldAddresses addresses;
    private final OldSite site;
    private final String top;

    /** @param pictures the paths of the source's pictures; @param leftOut the top folder that all paths are told without, though links may name it; may be empty */
    public SourceLinks(List<SourceArticle> articles, SortedSet<String> pictures, String leftOut, ImportOptions options) {
        this.pictures = pictures;
        this.top = leftOut + "/";
        this.site = new OldSite(options.site().map(URI::create));
        this.addresses = new OldAddresses(articles, options.zone());
        pictures.forEach(path -> foldedPictures.putIfAbsent(SourcePaths.fold(path), path));
        for (var article : articles) {
            this.articles.put(article.path(), article);
        }
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
        return ofPath(from, site.withoutBase(destination), asPicture);
    }

    private Target ofSource(String written, boolean asPicture) {
        var path = PercentEncoding.decode(beforeFragment(written)).replaceAll("^/+", "");
        if (articles.containsKey(path) && !asPicture) {
            return new Article(path, fragment(written));
        }
        if (pictures.contains(path)) {
            return new PictureFile(path);
        }
        return asPicture ? new MissingPicture(path) : lost("/" + path, written);
    }

    private Target ofPath(String from, String written, boolean asPicture) {
        var path = PercentEncoding.decode(beforeFragment(written));
        if (path.isEmpty()) {
            return new AsWritten();
        }
        var candidates = candidates(from, path);
        for (var candidate : candidates) {
            var picture = picture(candidate).or(() -> withoutTop(candidate).flatMap(this::picture));
            if (picture.isPresent()) {
                return new PictureFile(picture.get());
            }
        }
        if (asPicture) {
            return new MissingPicture(candidates.get(0));
        }
        for (var candidate : candidates) {
            var article = article(candidate).or(() -> withoutTop(candidate).flatMap(this::article));
            if (article.isPresent()) {
                return new Article(article.get(), fragment(written));
            }
        }
        var absolute = "/" + candidates.get(candidates.size() - 1);
        if (OUR_OWN.contains(absolute.replaceAll("(?<!/)/+$", ""))) {
            return new AsWritten();
        }
        var tag = TAG_PAGE.matcher(absolute);
        return tag.matches() ? new TagPage(tag.group(1)) : lost(absolute, written);
    }

    /** What did not come along still stands on its own host. */
    private Target ofAddress(String from, String destination, boolean asPicture) {
        var target = site.pathOf(destination).map(path -> ofPath(from, path, asPicture));
        if (target.isEmpty() || target.get() instanceof MissingPicture || target.get() instanceof Lost) {
            return asPicture ? new RemotePicture(destination) : target.isPresent() ? new StillThere(destination) : new AsWritten();
        }
        return target.get();
    }

    private Lost lost(String path, String written) {
        var tail = written.substring(beforeFragment(written).length());
        var slash = beforeFragment(written).endsWith("/") && !path.endsWith("/") ? "/" : "";
        return new Lost(path, site.addressOf(path, slash + tail));
    }

    /** The paths from the root that may be meant, likeliest first: seen from the folder, from the file as a folder (Hugo), from the old address. */
    private List<String> candidates(String from, String path) {
        if (path.startsWith("/")) {
            return List.of(SourcePaths.resolve("", path));
        }
        var found = new ArrayList<String>();
        found.add(SourcePaths.resolve(SourcePaths.folder(from), path));
        found.add(SourcePaths.resolve(SourcePaths.stem(from) + "/", path));
        Optional.ofNullable(articles.get(from)).flatMap(SourceArticle::address).ifPresent(address -> found.add(SourcePaths.resolve(SourcePaths.folder(address.text()), path)));
        found.add(SourcePaths.resolve("", path));
        return found;
    }

    private Optional<String> withoutTop(String path) {
        return path.startsWith(top) ? Optional.of(path.substring(top.length())) : Optional.empty();
    }

    private Optional<String> picture(String path) {
        for (var root : STATIC_ROOTS) {
            if (pictures.contains(root + path)) {
                return Optional.of(root + path);
            }
        }
        for (var root : STATIC_ROOTS) {
            var folded = foldedPictures.get(SourcePaths.fold(root + path));
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
        return addresses.article(path);
    }

    private static Target ofData(String destination) {
        var data = DATA.matcher(destination);
        if (!data.matches()) {
            return new DataPicture(new byte[0]);
        }
        try {
            return new DataPicture(data.group(1).toLowerCase(Locale.ROOT).endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(PercentEncoding.decode(data.group(2))) : PercentEncoding.decodeBytes(data.group(2)));
        } catch (IllegalArgumentException e) {
            return new DataPicture(new byte[0]);
        }
    }

    private static String beforeFragment(String written) {
        return written.split("[?#]", 2)[0];
    }

    private static String fragment(String written) {
        return written.contains("#") ? written.substring(written.indexOf('#')) : "";
    }
}
