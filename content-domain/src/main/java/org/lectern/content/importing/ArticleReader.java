package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lectern.content.markdown.LeadingHeading;
import org.lectern.content.markdown.MarkdownBlocks;

/** Makes an article of each file of a source. */
final class ArticleReader {

    private static final Pattern MARKDOWN_ENDING = Pattern.compile("(?i)\\.(md|markdown|mkd)$");
    private static final Pattern LANGUAGE_ENDING = Pattern.compile("(.+)\\.([a-z]{2}(?:-[a-zA-Z]{2,4})?)");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int LONGEST_TITLE = 500;

    private final SourceFolder folder;
    private final Map<String, List<Named>> byKey;
    private final SourcePaths paths;
    private final TemplateLanguage language;
    private final ImportOptions options;
    private final Optional<Permalinks> permalinks;
    private final List<Remark> remarks;

    /** What the path of a file says of it. @param key the path without language and ending; @param language empty if it names none */
    private record Named(String key, Optional<String> language) {
    }

    /** @param remarks takes what a person should know about the files */
    ArticleReader(SourceFolder folder, TemplateLanguage language, ImportOptions options, List<Remark> remarks) {
        this.folder = folder;
        this.byKey = folder.texts().stream().map(ArticleReader::named).collect(Collectors.groupingBy(Named::key));
        this.paths = new SourcePaths(folder.texts(), folder.pictures());
        this.language = language;
        this.options = options;
        this.permalinks = options.permalinks().map(pattern -> new Permalinks(pattern, language, options.zone()));
        this.remarks = remarks;
    }

    SourceArticle read(String path, FrontMatter front) throws Fault {
        var fields = new ArticleFields(path, front, language, options, remarks);
        var translation = translation(path);
        var name = SourcePaths.lastSegment(translation.isPresent() ? SourcePaths.stem(translation.get().key() + ".md") : SourcePaths.stem(path));
        var named = SourceDates.named(name);
        if (named.isEmpty()) {
            SourceDates.likeDate(name).ifPresent(date -> remarks.add(Remark.noted(path, 0, "import.noted.name", date)));
        }
        var plainName = named.map(Map.Entry::getValue).orElse(name);
        var address = fields.address();
        var translator = new TemplateText(paths, path, language, front, remarks);
        var translated = translator.translate(front.body(), front.bodyLine());
        var body = new Body(translated.text(), translated.lines());
        var title = front.text("title").map(written -> written.replaceAll("\\s+", " ")).or(body::heading).orElseGet(() -> titleOf(plainName));
        if (title.length() > LONGEST_TITLE) {
            throw new Fault(front.line("title"), "import.refused.title", LONGEST_TITLE);
        }
        body.dropHeading(title);
        var slugGiven = front.written("slug");
        var slug = slugGiven.or(() -> address.map(ArticleReader::lastName).filter(last -> !last.text().isBlank())).orElse(new Written(plainName, 0));
        var day = named.map(Map.Entry::getKey);
        var date = fields.date(day.map(found -> found.atStartOfDay(options.zone()).toInstant()));
        var post = new Permalinks.Post(path, title, slug.text(), slugGiven.isPresent(), date, day, fields.categories());
        return new SourceArticle(path, title, slug, date, fields.lastmod(), fields.publishDate(), fields.expiryDate(), fields.draft(), fields.tags(), fields.tagsWeight(), fields.authors(),
                fields.number("weight"), fields.prose(translator, "summary"), fields.prose(translator, "excerpt"), fields.description(), fields.image(translator),
                address.or(() -> permalinks.flatMap(pattern -> pattern.address(post)).map(old -> new Written(old, 0))), fields.aliases(), fields.series(), front.text("translationKey").or(() -> translation.map(Named::key)),
                fields.language().or(() -> translation.flatMap(Named::language)), front.json(), folder.keep(body.text), body.lines, day);
    }

    private static Written lastName(Written address) {
        return new Written(SourcePaths.lastSegment(address.text().replaceFirst("/index\\.html?$", "").replaceFirst("\\.html?$", "").replaceFirst("(?<!/)/+$", "")), address.line());
    }

    /** What tells a translation, or what others translate: {@code posts/x.de.md} beside {@code posts/x.md}, which is in the site's own language, or beside another language's. */
    private Optional<Named> translation(String path) {
        var named = named(path);
        var isBundle = named.language().isPresent() && named.key().endsWith("/index");
        return Optional.of(named).filter(it -> isBundle || byKey.get(it.key()).stream().map(Named::language).distinct().count() > 1);
    }

    private static Named named(String path) {
        var stem = MARKDOWN_ENDING.matcher(path).replaceFirst("");
        var match = LANGUAGE_ENDING.matcher(stem);
        return match.matches() && LANGUAGES.contains(match.group(2).substring(0, 2)) ? new Named(match.group(1), Optional.of(match.group(2))) : new Named(stem, Optional.empty());
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
