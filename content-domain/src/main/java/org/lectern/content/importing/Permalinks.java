package org.lectern.content.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/** The pattern by which a source's own site makes its addresses, in Hugo's and Jekyll's placeholders and with Jekyll's named styles. */
final class Permalinks {

    /** Jekyll's styles by name. */
    private static final Map<String, String> STYLES = Map.of(
            "date", "/:categories/:year/:month/:day/:title.html",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title.html",
            "weekdate", "/:categories/:year/W:week/:short_day/:title.html",
            "none", "/:categories/:title.html");
    private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)");
    private static final Set<String> OF_DATE = Set.of("year", "short_year", "month", "i_month", "short_month", "long_month", "monthname", "day", "i_day", "y_day", "yearday",
            "weekday", "weekdayname", "short_day", "long_day", "week", "hour", "minute", "second");
    private static final Set<String> OF_NAME = Set.of("title", "slug", "slugified_title", "categories", "slugified_categories", "filename", "contentbasename", "slugorfilename", "slugorcontentbasename",
            "section", "sections", "name", "basename", "path", "output_ext");

    private final String pattern;
    private final TemplateLanguage language;
    private final ZoneId zone;

    Permalinks(String pattern, TemplateLanguage language, ZoneId zone) {
        check(pattern);
        this.pattern = STYLES.getOrDefault(pattern, pattern);
        this.language = language;
        this.zone = zone;
    }

    /** @throws Refusal if the pattern has a placeholder that is neither Hugo's nor Jekyll's, or is no path */
    static void check(String pattern) {
        var path = STYLES.getOrDefault(pattern, pattern);
        if (!path.startsWith("/") || path.chars().anyMatch(letter -> Character.isISOControl(letter) || letter == '\\')) {
            throw new Refusal("import.option.permalinks", pattern);
        }
        var placeholders = PLACEHOLDER.matcher(path);
        while (placeholders.find()) {
            if (known(placeholders.group(1)).isEmpty()) {
                throw new Refusal("import.option.placeholder", placeholders.group());
            }
        }
    }

    /** The longest placeholder that a run of letters begins with: {@code :title_draft} is {@code :title}. */
    private static Optional<String> known(String letters) {
        for (int end = letters.length(); end > 0; end--) {
            var name = letters.substring(0, end);
            if (OF_DATE.contains(name) || OF_NAME.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** What an address is made from. */
    record Post(String path, String title, String slug, boolean slugGiven, Optional<Instant> date, Optional<LocalDate> named, List<String> categories) {
    }

    /** The old address of an article; empty if the pattern asks for a date and there is none. */
    Optional<String> address(Post post) {
        var day = post.date().map(date -> LocalDateTime.ofInstant(date, zone)).or(() -> post.named().map(LocalDate::atStartOfDay));
        var path = new StringBuilder();
        var placeholders = PLACEHOLDER.matcher(pattern);
        var done = 0;
        while (placeholders.find()) {
            var name = known(placeholders.group(1)).orElseThrow();
            if (OF_DATE.contains(name) && day.isEmpty()) {
                return Optional.empty();
            }
            path.append(pattern, done, placeholders.start()).append(OF_DATE.contains(name) ? ofDate(name, day.get()) : ofName(name, post));
            done = placeholders.start() + 1 + name.length();
        }
        return Optional.of(path.append(pattern.substring(done)).toString().replaceAll("/{2,}", "/"));
    }

    private static String ofDate(String name, LocalDateTime day) {
        return switch (name) {
            case "year" -> "%04d".formatted(day.getYear());
            case "short_year" -> "%02d".formatted(day.getYear() % 100);
            case "month" -> "%02d".formatted(day.getMonthValue());
            case "i_month" -> "" + day.getMonthValue();
            case "short_month" -> day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "long_month" -> day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "monthname" -> day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            case "day" -> "%02d".formatted(day.getDayOfMonth());
            case "i_day" -> "" + day.getDayOfMonth();
            case "y_day" -> "%03d".formatted(day.getDayOfYear());
            case "yearday" -> "" + day.getDayOfYear();
            case "weekday" -> "" + day.getDayOfWeek().getValue() % 7;
            case "weekdayname" -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            case "short_day" -> day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "long_day" -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "week" -> "%02d".formatted(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "hour" -> "%02d".formatted(day.getHour());
            case "minute" -> "%02d".formatted(day.getMinute());
            default -> "%02d".formatted(day.getSecond());
        };
    }

    /** Jekyll's {@code :title} is the name of the file, Hugo's is the title. */
    private String ofName(String name, Post post) {
        var fileName = SourcePaths.nameOf(post.path());
        var folder = post.path().contains("/") ? SourcePaths.stem(post.path()).replaceAll("^content/|/?[^/]*$", "") : "";
        var hugo = language == TemplateLanguage.HUGO;
        return switch (name) {
            case "title" -> hugo ? Slug.from(post.title()).value() : post.slugGiven() ? post.slug() : fileName;
            case "slugified_title" -> Slug.from(post.slugGiven() ? post.slug() : fileName).value();
            case "slug" -> post.slugGiven() ? post.slug() : hugo ? Slug.from(post.title()).value() : Slug.from(fileName).value();
            case "slugorfilename", "slugorcontentbasename" -> post.slugGiven() ? post.slug() : fileName;
            case "categories", "slugified_categories" -> post.categories().stream().map(category -> category.toLowerCase(Locale.ROOT).replace(' ', '-')).collect(Collectors.joining("/"));
            case "section" -> folder.replaceAll("/.*", "");
            case "sections", "path" -> folder;
            case "output_ext" -> ".html";
            default -> hugo ? SourcePaths.lastSegment(SourcePaths.stem(post.path())) : fileName;
        };
    }
}
