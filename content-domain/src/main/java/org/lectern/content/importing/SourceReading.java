package org.lectern.content.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.markdown.LeadingHeading;
import org.lectern.content.markdown.MarkdownBlocks;

/**
 * A source read: its articles in the order of their paths, and everything that a person should know about its files. Reads nothing but the
 * {@link SourceFolder} and decides nothing about what is stored already.
 */
public final class SourceReading {

    private static final Pattern SECTION = Pattern.compile("(.*/)?_index(\\.[\\w-]+)?\\.(md|markdown|mkd)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRUE = Pattern.compile("(?i)true|yes|on|1");
    private static final Pattern FALSE = Pattern.compile("(?i)false|no|off|0");
    private static final Pattern LANGUAGE_ENDING = Pattern.compile("(.+)\\.([a-z]{2}(?:-[a-zA-Z]{2,4})?)");
    private static final Pattern BYLINE = Pattern.compile("\\s*,\\s*+(?!(?:jr|sr|ii|iii|iv|phd|ph\\.d|md|m\\.d|esq)\\.?\\s*(?:,|$))", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int LONGEST_TITLE = 500;

    private final ImportOptions options;
    private final SourceFolder folder;
    private final List<SourceArticle> articles = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final SourcePaths paths;
    private TemplateLanguage language = TemplateLanguage.PLAIN;
    private Optional<Permalinks> permalinks = Optional.empty();

    private SourceReading(SourceFolder folder, ImportOptions options) {
        this.folder = folder;
        this.options = options;
        this.paths = new SourcePaths(folder.texts(), folder.pictures());
        remarks.addAll(folder.remarks());
    }

    /** Reads all articles of an open folder. Its pictures stay where they are until somebody asks for their bytes. */
    public static SourceReading of(SourceFolder folder, ImportOptions options) throws IOException {
        var reading = new SourceReading(folder, options);
        reading.readAll();
        return reading;
    }

    public List<SourceArticle> articles() {
        return List.copyOf(articles);
    }

    /** By path and line. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Says where the destinations in these articles lead. */
    public SourceLinks links() {
        return new SourceLinks(articles, folder.pictures(), options);
    }

    private void readAll() throws IOException {
        var files = new LinkedHashMap<String, FrontMatter>();
        for (var path : folder.texts()) {
            try {
                readable(path).ifPresent(frontMatter -> files.put(path, frontMatter));
            } catch (Fault fault) {
                remarks.add(fault.at(path));
            } catch (Refusal refusal) {
                remarks.add(Remark.refused(path, 0, refusal.key(), refusal.values().toArray()));
            }
        }
        var names = new HashSet<>(folder.others());
        names.addAll(folder.texts());
        language = TemplateLanguage.of(new TreeSet<>(names), files.values().stream().map(FrontMatter::body).toList());
        permalinks = options.permalinks().map(pattern -> new Permalinks(pattern, language, options.zone()));
        files.forEach((path, frontMatter) -> {
            try {
                articles.add(article(path, frontMatter));
            } catch (Fault fault) {
                remarks.add(fault.at(path));
            } catch (StackOverflowError e) {        // visitors of Markdown recurse
                remarks.add(Remark.refused(path, frontMatter.bodyLine(), "import.refused.nested"));
            }
        });
        remarks.sort(Comparator.comparing(Remark::path).thenComparingInt(Remark::line));
    }

    /** Empty if the file is passed over, which is remarked. */
    private Optional<FrontMatter> readable(String path) throws IOException, Fault {
        var text = text(folder.bytes(path));
        if (SECTION.matcher(path).matches()) {
            remarks.add(Remark.skipped(path, "import.skipped.section"));
            return Optional.empty();
        }
        var frontMatter = FrontMatterParser.parse(text);
        if (frontMatter.isEmpty() && !options.plain()) {
            remarks.add(Remark.skipped(path, "import.skipped.plain"));
            return Optional.empty();
        }
        return Optional.of(frontMatter.orElseGet(() -> FrontMatter.none(text)));
    }

    /** UTF-8 without byte order mark, lines ended by {@code \n}. */
    private static String text(byte[] bytes) throws Fault {
        var hasMark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        var input = hasMark ? ByteBuffer.wrap(bytes, 3, bytes.length - 3).slice() : ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        String text;
        try {
            text = decoder.decode(input).toString();
        } catch (CharacterCodingException e) {
            throw new Fault(lineAt(new String(bytes, 0, bytes.length - input.remaining(), StandardCharsets.ISO_8859_1)), "import.refused.encoding");
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('\0') >= 0) {
            throw new Fault(lineAt(text.substring(0, text.indexOf('\0'))), "import.refused.null");
        }
        return text;
    }

    private static int lineAt(String before) {
        return 1 + (int) before.replace("\r\n", "\n").chars().filter(letter -> letter == '\n' || letter == '\r').count();
    }

    private SourceArticle article(String path, FrontMatter front) throws Fault {
        var translation = translation(path);
        var name = SourcePaths.lastSegment(translation.isPresent() ? SourcePaths.stem(translation.get().getKey() + ".md") : SourcePaths.stem(path));
        var named = SourceDates.named(name);
        var plainName = named.map(Map.Entry::getValue).orElse(name);
        var address = address(front);
        var translator = new TemplateText(paths, path, language, front, remarks);
        var translated = translator.translate(front.body(), front.bodyLine());
        var body = new Body(translated.text(), translated.lines());
        var title = front.text("title").map(written -> written.replaceAll("\\s+", " ")).or(body::heading).orElseGet(() -> titleOf(plainName));
        if (title.length() > LONGEST_TITLE) {
            throw new Fault(front.line("title"), "import.refused.title", LONGEST_TITLE);
        }
        body.dropHeading(title);
        var slugGiven = front.text("slug");
        var slug = slugGiven.or(() -> address.map(SourceReading::lastName).filter(last -> !last.isBlank())).orElse(plainName);
        var published = front.text("published").filter(value -> !TRUE.matcher(value).matches() && !FALSE.matcher(value).matches());
        var publishDate = date(front, "publishDate").or(() -> published.flatMap(value -> SourceDates.parse(value, options.zone())));
        var lastmod = first(date(front, "lastmod"), date(front, "last_modified_at"));
        var date = date(front, "date").or(() -> named.map(found -> found.getKey().atStartOfDay(options.zone()).toInstant())).or(() -> publishDate).or(() -> lastmod);
        var article = new SourceArticle(path, title, slug, date, lastmod, publishDate, first(date(front, "expiryDate"), date(front, "unpublishDate")), draft(path, front), tags(path, front),
                number(path, front, options.tagsField().filter(field -> !field.equals("folder")).orElse("tags") + "_weight"), authors(front), number(path, front, "weight"),
                prose(translator, front, "summary"), prose(translator, front, "excerpt"), front.text("description").map(text -> text.replaceAll("\\s+", " ")), image(translator, front),
                address, aliases(path, front), front.all("series").stream().filter(String.class::isInstance).map(String.class::cast).findFirst(),
                front.text("translationKey").or(() -> translation.map(Map.Entry::getKey)),
                front.text("language").or(() -> front.text("lang")).or(() -> front.text("locale")).or(() -> translation.map(Map.Entry::getValue)),
                front.json(), body.text, body.lines, named.map(Map.Entry::getKey));
        var byPattern = address.isPresent() ? address : permalinks.flatMap(pattern -> pattern.address(article, categories(front), slugGiven.isPresent()));
        return byPattern.equals(address) ? article : withAddress(article, byPattern);
    }

    private static SourceArticle withAddress(SourceArticle a, Optional<String> address) {
        return new SourceArticle(a.path(), a.title(), a.slug(), a.date(), a.lastmod(), a.publishDate(), a.expiryDate(), a.draft(), a.tags(), a.tagsWeight(), a.authors(), a.weight(), a.summary(), a.excerpt(),
                a.description(), a.image(), address, a.aliases(), a.series(), a.translationKey(), a.language(), a.frontMatter(), a.body(), a.lines(), a.named());
    }

    private static <T> Optional<T> first(Optional<T> one, Optional<T> other) {
        return one.isPresent() ? one : other;
    }

    private Optional<Instant> date(FrontMatter front, String field) throws Fault {
        var written = front.text(field);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var date = SourceDates.parse(written.get(), options.zone());
        if (date.isEmpty()) {
            throw new Fault(front.line(field), "import.refused.date", field, written.get());
        }
        return date;
    }

    private static boolean draft(String path, FrontMatter front) throws Fault {
        var draft = front.text("draft");
        if (draft.isPresent() && !TRUE.matcher(draft.get()).matches() && !FALSE.matcher(draft.get()).matches()) {
            throw new Fault(front.line("draft"), "import.refused.draft", draft.get());
        }
        return draft.filter(value -> TRUE.matcher(value).matches()).isPresent()
                || front.text("published").filter(value -> FALSE.matcher(value).matches()).isPresent()
                || ("/" + path).contains("/_drafts/");
    }

    private List<String> tags(String path, FrontMatter front) {
        if (options.tagsField().filter("folder"::equals).isPresent()) {
            return path.contains("/") ? List.of(path.substring(0, path.indexOf('/'))) : List.of();
        }
        var field = options.tagsField().orElse("tags");
        var single = field.endsWith("ies") ? field.substring(0, field.length() - 3) + "y" : field.replaceFirst("s$", "");
        var written = new LinkedHashMap<Slug, String>();
        for (var found : front.has(field) || field.equals(single) ? List.of(field) : List.of(single)) {
            var all = front.all(found);
            for (var tag : all) {
                if (!(tag instanceof String text)) {
                    remarks.add(Remark.noted(path, front.line(found), "import.noted.tag", found));
                    continue;
                }
                for (var one : all.size() == 1 ? List.of(text.split(",")) : List.of(text)) {
                    var name = one.strip().replaceAll("\\s+", " ");
                    if (!name.isEmpty()) {
                        written.putIfAbsent(Slug.from(name), name);
                    }
                }
            }
        }
        return List.copyOf(written.values());
    }

    private static List<String> categories(FrontMatter front) {
        var all = front.has("categories") ? front.all("categories") : front.all("category");
        return all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private static List<String> authors(FrontMatter front) {
        var names = new LinkedHashSet<String>();
        for (var field : List.of("authors", "author")) {
            for (var author : front.all(field)) {
                if (author instanceof Map<?, ?> person) {
                    var name = person.get("name") != null ? person.get("name") : person.get("display_name");
                    if (name instanceof String text && !text.isBlank()) {
                        names.add(text.strip());
                    }
                } else if (author instanceof String text) {
                    Arrays.stream(BYLINE.split(text)).map(String::strip).filter(name -> !name.isEmpty()).forEach(names::add);
                }
            }
        }
        return List.copyOf(names);
    }

    private OptionalInt number(String path, FrontMatter front, String field) {
        var written = front.text(field);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(written.get()));
        } catch (NumberFormatException e) {
            remarks.add(Remark.noted(path, front.line(field), "import.noted.number", field, written.get()));
            return OptionalInt.empty();
        }
    }

    private static Optional<String> prose(TemplateText translator, FrontMatter front, String field) {
        return front.text(field).map(text -> translator.translate(text, front.line(field)).text().strip()).filter(text -> !text.isEmpty());
    }

    /** One picture: a destination, the first of a list, or the place within a map of settings. */
    private static Optional<String> image(TemplateText translator, FrontMatter front) {
        for (var field : List.of("image", "images")) {
            for (var image : front.all(field)) {
                var written = image instanceof Map<?, ?> settings
                        ? List.of("src", "url", "path", "feature").stream().map(settings::get).filter(String.class::isInstance).findFirst() : Optional.of(image);
                if (written.isPresent() && written.get() instanceof String text && !text.isBlank()) {
                    return Optional.of(translator.translate(text.strip(), front.line(field)).text());
                }
            }
        }
        return Optional.empty();
    }

    /** What {@code url} or {@code permalink} say of the address, unless it is a pattern or a switch. */
    private Optional<String> address(FrontMatter front) {
        return front.text("url").or(() -> front.text("permalink"))
                .filter(written -> !FALSE.matcher(written).matches() && !TRUE.matcher(written).matches() && !written.contains("{{") && !written.contains("/:"))
                .flatMap(this::oldPath);
    }

    private List<String> aliases(String path, FrontMatter front) {
        var aliases = new LinkedHashSet<String>();
        for (var field : List.of("aliases", "alias", "redirect_from")) {
            for (var written : front.all(field)) {
                var alias = written instanceof String text ? oldPath(text) : Optional.<String>empty();
                if (alias.isPresent()) {
                    aliases.add(alias.get());
                } else {
                    remarks.add(Remark.noted(path, front.line(field), "import.noted.alias", String.valueOf(written)));
                }
            }
        }
        return List.copyOf(aliases);
    }

    /** A path of the old site, decoded, with a leading slash; empty if it lies on another host or is none. */
    private Optional<String> oldPath(String written) {
        var path = written.split("[?#]", 2)[0];
        if (path.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
            var site = options.site().map(address -> address.replaceFirst("(?i)^https?:", "").replaceAll("/+$", ""));
            var rest = path.replaceFirst("(?i)^https?:", "");
            if (site.isEmpty() || !(rest + "/").toLowerCase(Locale.ROOT).startsWith(site.get().toLowerCase(Locale.ROOT) + "/")) {
                return Optional.empty();
            }
            path = rest.substring(site.get().length());
        }
        var decoded = SourceLinks.decode(path);
        if (decoded.isBlank() || decoded.chars().anyMatch(Character::isISOControl) || decoded.contains("\\")) {
            return Optional.empty();
        }
        return Optional.of(("/" + decoded).replaceAll("/{2,}", "/"));
    }

    private static String lastName(String address) {
        return SourcePaths.lastSegment(address.replaceFirst("/index\\.html?$", "").replaceFirst("\\.html?$", "").replaceFirst("/+$", ""));
    }

    /** The file's path without language and ending, and the language: {@code posts/x.de.md}, beside {@code posts/x.md} or another language's. */
    private Optional<Map.Entry<String, String>> translation(String path) {
        var match = LANGUAGE_ENDING.matcher(path.replaceAll("(?i)\\.(md|markdown|mkd)$", ""));
        if (!match.matches() || !LANGUAGES.contains(match.group(2).substring(0, 2))) {
            return Optional.empty();
        }
        var stem = match.group(1);
        var hasSibling = folder.texts().stream().anyMatch(other -> !other.equals(path) && other.matches(Pattern.quote(stem) + "(\\.[a-z]{2}(-[a-zA-Z]{2,4})?)?\\.(md|markdown|mkd)"));
        return hasSibling || stem.endsWith("/index") ? Optional.of(Map.entry(stem, match.group(2))) : Optional.empty();
    }

    /** The name of a post without date and ending: {@code x} of {@code _posts/2019-02-1-x.md} and of {@code posts/x/index.md}. */
    static String nameOf(String path) {
        var name = SourcePaths.lastSegment(SourcePaths.stem(path));
        return SourceDates.named(name).map(Map.Entry::getValue).orElse(name);
    }

    /** Jekyll's way: {@code Deploying-KubeVirt} is "Deploying KubeVirt", {@code use-cases} is "Use Cases". */
    private static String titleOf(String name) {
        var title = Arrays.stream(name.split("[-_\\s]+")).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + word.substring(word.offsetByCodePoints(0, 1))).collect(Collectors.joining(" "));
        return title.isBlank() ? name : title;
    }

    /** A body whose title's heading may leave it. */
    private static final class Body {

        private String text;
        private List<Integer> lines;
        private final Optional<LeadingHeading> leading;
        private final boolean hasOneTop;

        Body(String text, List<Integer> lines) {
            this.text = text;
            this.lines = lines;
            var blocks = new MarkdownBlocks(text);
            leading = blocks.leadingHeading();
            hasOneTop = blocks.topHeadings() == 1;
        }

        /** The title that the body gives itself: its leading heading, if that is the only one of level 1. Where several are, they are its sections. */
        Optional<String> heading() {
            return leading.filter(heading -> heading.level() == 1 && hasOneTop && !heading.text().isBlank()).map(LeadingHeading::text);
        }

        void dropHeading(String title) {
            if (leading.isEmpty() || !leading.get().text().equalsIgnoreCase(title)) {
                return;
            }
            var written = new ArrayList<>(List.of(text.split("\n", -1)));
            var kept = new ArrayList<>(lines);
            written.subList(leading.get().firstLine(), leading.get().lastLine() + 1).clear();
            kept.subList(leading.get().firstLine(), leading.get().lastLine() + 1).clear();
            while (written.size() > 1 && written.get(0).isBlank()) {
                written.remove(0);
                kept.remove(0);
            }
            text = String.join("\n", written);
            lines = kept;
        }
    }
}
