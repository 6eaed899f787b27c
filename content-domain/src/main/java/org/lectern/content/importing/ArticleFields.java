package org.lectern.content.importing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;

/** What the front matter of one file says about its article, in the names and habits of Hugo, Jekyll and Eleventy. What is odd and can be left out is remarked. */
record ArticleFields(String path, FrontMatter front, TemplateLanguage habits, ImportOptions options, List<Remark> remarks) {

    private static final Pattern TRUE = Pattern.compile("(?i)true|yes|on|1");
    private static final Pattern FALSE = Pattern.compile("(?i)false|no|off|0");
    private static final Pattern LOOKED_UP = Pattern.compile("(?i)(git )?(last modified|created)");
    private static final Pattern BYLINE = Pattern.compile("\\s*,\\s*+(?!(?:jr|sr|ii|iii|iv|phd|ph\\.d|md|m\\.d|esq)\\.?\\s*(?:,|$))", Pattern.CASE_INSENSITIVE);

    /** The moment of publication; empty if no field tells one and the name of the file neither. */
    Optional<Instant> date(Optional<Instant> named) throws Fault {
        return first(List.of(isLookedUp() ? Optional.empty() : date("date"), named, publishDate(), lastmod()));
    }

    /** Eleventy asks the file system or git, which did not come along. */
    private boolean isLookedUp() {
        var order = front.written("date").filter(written -> LOOKED_UP.matcher(written.text()).matches());
        order.ifPresent(written -> remarks.add(Remark.noted(path, written.line(), "import.noted.date", written.text())));
        return order.isPresent();
    }

    Optional<Instant> lastmod() throws Fault {
        return first(List.of(date("lastmod"), date("last_modified_at")));
    }

    /** Jekyll's {@code published} is a switch, others write a moment there. */
    Optional<Instant> publishDate() throws Fault {
        var published = front.text("published").filter(value -> !isSwitch(value));
        return first(List.of(date("publishDate"), published.flatMap(value -> SourceDates.parse(value, options.zone()))));
    }

    Optional<Instant> expiryDate() throws Fault {
        return first(List.of(date("expiryDate"), date("unpublishDate")));
    }

    private static Optional<Instant> first(List<Optional<Instant>> wishes) {
        return wishes.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<Instant> date(String field) throws Fault {
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

    private static boolean isSwitch(String value) {
        return TRUE.matcher(value).matches() || FALSE.matcher(value).matches();
    }

    boolean draft() throws Fault {
        var draft = front.text("draft");
        if (draft.isPresent() && !isSwitch(draft.get())) {
            throw new Fault(front.line("draft"), "import.refused.draft", draft.get());
        }
        return draft.filter(value -> TRUE.matcher(value).matches()).isPresent()
                || front.text("published").filter(value -> FALSE.matcher(value).matches()).isPresent()
                || ("/" + path).contains("/_drafts/");
    }

    List<String> tags() throws Fault {
        if (options.tagsField().filter("folder"::equals).isPresent()) {
            return path.contains("/") ? List.of(path.substring(0, path.indexOf('/'))) : List.of();
        }
        var field = options.tagsField().orElse("tags");
        var found = spellings(field).stream().filter(front::has).findFirst().orElse(field);
        var written = new LinkedHashMap<Slug, String>();
        var all = front.all(found);
        for (var tag : all) {
            if (!(tag instanceof String text)) {
                remarks.add(Remark.noted(path, front.line(found), "import.noted.tag", found));
                continue;
            }
            for (var one : all.size() > 1 ? List.of(text) : isListOfWords(found) ? words(text) : List.of(text.split(","))) {
                var name = one.strip().replaceAll("\\s+", " ");
                if (!name.isEmpty()) {
                    written.putIfAbsent(Slug.from(name), name);
                }
            }
        }
        return bounded(field, written.values());
    }

    /** A field, and its singular: {@code categories}, {@code category}. */
    static List<String> spellings(String field) {
        return List.of(field, field.endsWith("ies") ? field.substring(0, field.length() - 3) + "y" : field.replaceFirst("s$", ""));
    }

    /** Jekyll takes a single text in these as several words. One with a comma was meant otherwise. */
    private boolean isListOfWords(String field) {
        return habits == TemplateLanguage.JEKYLL && (field.equals("tags") || field.equals("categories")) && front.text(field).filter(text -> !text.contains(",")).isPresent();
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    OptionalInt tagsWeight() {
        return number(options.tagsField().filter(field -> !field.equals("folder")).orElse("tags") + "_weight");
    }

    Optional<String> series() {
        return front.all("series").stream().filter(String.class::isInstance).map(String.class::cast).findFirst();
    }

    Optional<String> language() {
        return front.text("language").or(() -> front.text("lang")).or(() -> front.text("locale"));
    }

    Optional<String> description() {
        return front.text("description").or(() -> front.params().text("description")).map(text -> text.replaceAll("\\s+", " "));
    }

    List<String> categories() {
        if (isListOfWords("categories")) {
            return words(front.text("categories").orElseThrow());
        }
        var all = front.has("categories") ? front.all("categories") : front.all("category");
        return all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    List<String> authors() throws Fault {
        var names = authors(front);
        return bounded("authors", names.isEmpty() ? authors(front.params()) : names);
    }

    private static Set<String> authors(FrontMatter front) {
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
        return names;
    }

    OptionalInt number(String field) {
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

    /** Markdown. */
    Optional<Written> prose(TemplateText translator, String field) {
        return front.written(field).or(() -> front.params().written(field)).map(written -> translated(translator, written)).filter(written -> !written.text().isEmpty());
    }

    private static Written translated(TemplateText translator, Written written) {
        return new Written(translator.translate(written.text(), written.line()).text().strip(), written.line());
    }

    /** One picture: a destination, the first of a list, or the place within a map of settings. */
    Optional<Written> image(TemplateText translator) {
        for (var field : List.of("image", "images")) {
            for (var image : front.all(field)) {
                var written = image instanceof Map<?, ?> settings
                        ? List.of("src", "url", "path", "feature").stream().map(settings::get).filter(String.class::isInstance).findFirst() : Optional.of(image);
                if (written.isPresent() && written.get() instanceof String text && !text.isBlank()) {
                    return Optional.of(translated(translator, new Written(text, front.line(field))));
                }
            }
        }
        return Optional.empty();
    }

    /** What {@code url} or {@code permalink} say of the address, unless it is a pattern or a switch. */
    Optional<Written> address() {
        return front.written("url").or(() -> front.written("permalink"))
                .filter(written -> !isSwitch(written.text()) && !written.text().contains("{{") && !written.text().contains("/:"))
                .flatMap(written -> oldPath(written.text()).map(path -> new Written(path, written.line())));
    }

    List<Written> aliases() throws Fault {
        var aliases = new LinkedHashMap<String, Written>();
        for (var field : List.of("aliases", "alias", "redirect_from")) {
            for (var written : front.all(field)) {
                var alias = written instanceof String text ? oldPath(text) : Optional.<String>empty();
                if (alias.isPresent()) {
                    aliases.putIfAbsent(alias.get(), new Written(alias.get(), front.line(field)));
                } else {
                    remarks.add(Remark.noted(path, front.line(field), "import.noted.alias", String.valueOf(written)));
                }
            }
        }
        return bounded("aliases", aliases.values());
    }

    private <T> List<T> bounded(String field, Collection<T> names) throws Fault {
        if (names.size() > ArticleContent.MOST_NAMES) {
            throw new Fault(front.line(field), "import.refused.names", field, names.size(), ArticleContent.MOST_NAMES);
        }
        return List.copyOf(names);
    }

    /** A path of the old site, decoded, with a leading slash; empty if it lies on another host or is none. */
    private Optional<String> oldPath(String written) {
        var path = written.split("[?#]", 2)[0];
        if (path.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
            var site = options.site().map(address -> address.replaceFirst("(?i)^https?:", "").replaceAll("(?<!/)/+$", ""));
            var rest = path.replaceFirst("(?i)^https?:", "");
            if (site.isEmpty() || !(rest + "/").toLowerCase(Locale.ROOT).startsWith(site.get().toLowerCase(Locale.ROOT) + "/")) {
                return Optional.empty();
            }
            path = rest.substring(site.get().length());
        }
        var decoded = PercentEncoding.decode(path);
        if (decoded.isBlank() || decoded.chars().anyMatch(Character::isISOControl) || decoded.contains("\\")) {
            return Optional.empty();
        }
        return Optional.of(("/" + decoded).replaceAll("/{2,}", "/"));
    }
}
