package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lectern.content.markdown.MarkdownBlocks;

/**
 * Turns the template forms in one file's Markdown into Markdown: Liquid as Jekyll and Eleventy use it, Hugo's shortcodes, kramdown's attribute lists.
 * What is not understood stays as it was written and is noted with its line. In code, the forms of the source's own {@linkplain TemplateLanguage language} are
 * translated where they are understood, since the generators do so before they see Markdown, and all others are just text.
 *
 * <p>Links to files of the source become {@code source:/path#fragment}, for {@link SourceLinks}.
 */
final class TemplateText {

    /** The result; {@code lines} holds for each of its lines the line of the file that it comes from. */
    record Translated(String text, List<Integer> lines) {
    }

    private static final Pattern END_RAW = Pattern.compile("\\{%-?\\s*endraw\\s*-?%\\}");
    private static final Pattern END_COMMENT = Pattern.compile("\\{%-?\\s*endcomment\\s*-?%\\}");
    private static final Pattern END_HIGHLIGHT = Pattern.compile("\\{%-?\\s*endhighlight\\s*-?%\\}|\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}");
    private static final Pattern END_HUGO_COMMENT = Pattern.compile("\\{\\{[<%]\\s*/\\s*comment\\s*[>%]\\}\\}");
    private static final Pattern END_KRAMDOWN_COMMENT = Pattern.compile("\\{:/(comment)?\\}");
    private static final String ATTRIBUTE = "(?:\\.[\\w:-]+|#[\\w:-]+|[\\w-]+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[\\w-]+)|toc|no_toc)";
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:\\s*" + ATTRIBUTE + "(?:\\s*" + ATTRIBUTE + ")*\\s*\\}");
    private static final Pattern KRAMDOWN_EXTENSION = Pattern.compile("\\{::?/?(?:options|nomarkdown|comment)?[^}\\n]*/?\\}");
    private static final Pattern ARGUMENT = Pattern.compile(
            "\\s*,?\\s*(?:([\\w.-]+)\\s*[=:]\\s*)?(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|`([^`]*)`|([^\\s,\"'`]+))");
    private static final Pattern OUTPUT = Pattern.compile("(?s)\\s*(?:\"([^\"]*)\"|'([^']*)'|([\\w.-]+))\\s*((?:\\|.*)?)");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*(\\w+)\\s*(?::\\s*((?:\"[^\"]*\"|'[^']*'|[^|\"']++)*+))?");
    private static final Set<String> PLACES = Set.of("url", "relative_url", "absolute_url", "strip", "escape", "xml_escape", "escape_once", "uri_escape", "safe", "raw", "string");
    private static final Set<String> FIGURES = Set.of("image", "img", "figure", "picture", "photo", "linked-figure", "responsive-image", "responsive_image", "captioned-image");

    private static final int LONGEST_ATTRIBUTES = 500;
    private static final int MOST_NOTES = 200;
    private static final Pattern TAG_END = Pattern.compile("%\\}");
    private static final Pattern OUTPUT_END = Pattern.compile("\\}\\}");
    private static final Pattern ANGLE_END = Pattern.compile(">\\}\\}");
    private static final Pattern PERCENT_END = Pattern.compile("%\\}\\}");
    private static final Pattern LITERAL = Pattern.compile("\\{\\{-?\\s*(\"[^\"]*\"|'[^']*')\\s*(\\|[^}]*)?-?\\}\\}");

    private final SourcePaths paths;
    private final String path;
    private final TemplateLanguage language;
    private final FrontMatter frontMatter;
    private final List<Remark> remarks;

    private String text;
    private BitSet code;
    /** Where Markdown is not read, so that images and links are written as HTML. */
    private BitSet html;
    private int at;
    private int line;
    private StringBuilder out;
    private List<Integer> lines;
    private final Map<Integer, String> closings = new HashMap<>();
    private final Map<Pattern, Place> places = new HashMap<>();
    private int notes;

    TemplateText(SourcePaths paths, String path, TemplateLanguage language, FrontMatter frontMatter, List<Remark> remarks) {
        this.paths = paths;
        this.path = path;
        this.language = language;
        this.frontMatter = frontMatter;
        this.remarks = remarks;
    }

    /** @param firstLine the line of the file at which the text begins */
    Translated translate(String written, int firstLine) {
        text = written;
        at = 0;
        line = firstLine;
        out = new StringBuilder(written.length() + 256);
        lines = new ArrayList<>(List.of(firstLine));
        closings.clear();
        places.clear();
        code = new BitSet();
        html = new BitSet();
        if (written.contains("{%") || written.contains("{{") || written.contains("{:")) {
            var blocks = new MarkdownBlocks(written);
            code = blocks.code();
            html = blocks.html();
        }
        while (at < text.length()) {
            var open = text.indexOf('{', at);
            if (open < 0) {
                copy(text.length());
                break;
            }
            copy(open);
            if (!form()) {
                copy(at + 1);
            }
        }
        return new Translated(out.toString(), lines);
    }

    private boolean form() {
        if (text.startsWith("{{<", at) || text.startsWith("{{%", at)) {
            return shortcode();
        }
        if (text.startsWith("{%", at)) {
            return tag();
        }
        if (text.startsWith("{{", at)) {
            return output();
        }
        return text.startsWith("{:", at) && !code.get(at) && attributes();
    }

    /** {@code {% name arguments %}}. */
    private boolean tag() {
        var close = next(TAG_END, at + 2).start();
        if (close < 0 || code.get(at) && language != TemplateLanguage.LIQUID) {
            return false;
        }
        var inside = text.substring(at + 2, close).replaceFirst("^-", "").replaceFirst("-$", "").strip();
        var end = close + 2;
        var name = inside.split("[\\s\"',]", 2)[0];
        var arguments = inside.substring(name.length()).strip();
        switch (name) {
            case "raw":
                return verbatimUntil(END_RAW, end);
            case "comment":
                return droppedUntil(END_COMMENT, end);
            case "highlight":
                return fence(arguments.split("\\s", 2)[0], end);
            case "endhighlight":
                return endFence(end);
            case "post_url":
                return write(SourcePaths.destination(paths.post(arguments).orElse("_posts/" + arguments)), end);
            case "link":
                return write(SourcePaths.destination(arguments), end);
            case "image", "image_with_class", "picture", "img":
                return write(imageTag(name, arguments), end);
            case "svg":
                return write(image(destination(first(arguments)), "", ""), end);
            case "figure":
                return named(arguments, end);
            case "include", "include_cached", "render":
                return include(arguments, end);
            case "youtube", "vimeo", "gist", "twitter", "tweet":
                return write(embedded(name, Arguments.of(arguments)), end);
            default:
                return notUnderstood(end);
        }
    }

    /** <code>{{ "literal" | filter: argument }}</code>. */
    private boolean output() {
        if (code.get(at) && language != TemplateLanguage.LIQUID) {
            return false;
        }
        // A literal may hold the braces themselves: {{ "{{" }}
        var close = next(OUTPUT_END, at + 2).start();
        if (close < 0) {
            return false;
        }
        var literal = LITERAL.matcher(text).region(at, text.length());
        if (literal.lookingAt()) {
            close = literal.end() - 2;
        }
        var inside = OUTPUT.matcher(text.substring(at + 2, close).replaceFirst("^-", "").replaceFirst("-$", ""));
        if (!inside.matches()) {
            return notUnderstood(close + 2);
        }
        var isLiteral = inside.group(3) == null;
        var value = isLiteral ? Optional.of(inside.group(1) != null ? inside.group(1) : inside.group(2)) : variable(inside.group(3), !inside.group(4).isEmpty());
        var filters = FILTER.matcher(inside.group(4));
        while (value.isPresent() && filters.find()) {
            value = filtered(value.get(), filters.group(1), filters.group(2));
        }
        return value.isPresent() ? write(value.get(), close + 2) : notUnderstood(close + 2);
    }

    private Optional<String> variable(String name, boolean isFiltered) {
        if (name.equals("site.baseurl") || name.equals("site.url")) {
            return Optional.of("");
        }
        if (name.startsWith("page.")) {
            return frontMatter.text(name.substring(5));
        }
        return (language == TemplateLanguage.LIQUID && !code.get(at)) || isFiltered ? frontMatter.text(name) : Optional.empty();
    }

    private Optional<String> filtered(String value, String filter, String argument) {
        if (PLACES.contains(filter)) {
            return Optional.of(filter.endsWith("url") ? destination(value) : value.strip());
        }
        return switch (filter) {
            case "downcase" -> Optional.of(value.toLowerCase(Locale.ROOT));
            case "upcase" -> Optional.of(value.toUpperCase(Locale.ROOT));
            case "embed" -> Optional.of(link(argument == null ? value : Arguments.of(argument).first().orElse(value), destination(value)));
            case "team_link" -> {
                remarks.add(Remark.noted(path, line, "import.noted.person", value));
                yield Optional.of(value);
            }
            case "team_photo" -> {
                remarks.add(Remark.noted(path, line, "import.noted.photo", value));
                yield Optional.of("");
            }
            default -> Optional.empty();
        };
    }

    /** <code>{{< name arguments >}}</code>, with percent signs in place of the angles where Markdown is inside. */
    private boolean shortcode() {
        var closing = text.charAt(at + 2) == '<' ? ">}}" : "%}}";
        var close = next(text.charAt(at + 2) == '<' ? ANGLE_END : PERCENT_END, at + 3).start();
        if (close < 0 || code.get(at) && language != TemplateLanguage.HUGO) {
            return false;
        }
        var end = close + 3;
        var inside = text.substring(at + 3, close).strip();
        if (inside.startsWith("/*") && inside.endsWith("*/")) {
            return write(text.substring(at, at + 3) + " " + inside.substring(2, inside.length() - 2).strip() + " " + closing, end);
        }
        var name = inside.replaceFirst("/$", "").strip().split("\\s", 2)[0];
        var arguments = Arguments.of(inside.replaceFirst("/$", "").strip().substring(name.length()));
        switch (name) {
            case "ref", "relref":
                var target = arguments.named("path").or(arguments::first).orElse("");
                return write(reference(target), end);
            case "figure", "img", "image":
                return write(figure(arguments), end);
            case "highlight":
                return fence(arguments.first().orElse(""), end);
            case "/highlight":
                return endFence(end);
            case "comment":
                return droppedUntil(END_HUGO_COMMENT, end);
            case "param":
                var value = arguments.first().flatMap(frontMatter::text);
                return value.isPresent() ? write(value.get(), end) : notUnderstood(end);
            case "details":
                return write("<details><summary>" + html(arguments.named("summary").orElse("Details")) + "</summary>\n", end);
            case "/details":
                return write("</details>\n", end);
            case "youtube", "vimeo", "gist", "tweet", "twitter", "x", "instagram":
                return write(embedded(name, arguments), end);
            default:
                return notUnderstood(end);
        }
    }

    /** kramdown's <code>{:.class}</code> and its kin: our Markdown has no classes. An id is noted, since links may lead to it. */
    private boolean attributes() {
        var found = ATTRIBUTES.matcher(text).region(at, Math.min(text.length(), at + LONGEST_ATTRIBUTES));
        if (found.lookingAt()) {
            if (found.group().contains("#")) {
                remarks.add(Remark.noted(path, line, "import.noted.attributes", found.group()));
            }
            return write("", found.end());
        }
        if (text.startsWith("{::comment}", at)) {
            return droppedUntil(END_KRAMDOWN_COMMENT, at + "{::comment}".length());
        }
        var extension = KRAMDOWN_EXTENSION.matcher(text).region(at, Math.min(text.length(), at + LONGEST_ATTRIBUTES));
        return (text.startsWith("{::", at) || text.startsWith("{:/", at)) && extension.lookingAt() && write("", extension.end());
    }

    private boolean include(String arguments, int end) {
        var all = Arguments.of(arguments);
        var name = SourcePaths.lastSegment(all.first().orElse("")).replaceFirst("\\.(html?|liquid|md|njk)$", "").toLowerCase(Locale.ROOT);
        if (FIGURES.contains(name) || name.contains("figure") || name.contains("image")) {
            return source(all).isPresent() ? write(figure(all), end) : notUnderstood(end);
        }
        if (name.contains("youtube") || name.contains("vimeo")) {
            var id = all.named("id").or(() -> all.named("video_id")).or(() -> all.named("video"));
            return id.isPresent() ? write(embedded(name.contains("youtube") ? "youtube" : "vimeo", Arguments.of("\"" + id.get() + "\"")), end) : notUnderstood(end);
        }
        return notUnderstood(end);
    }

    private boolean named(String arguments, int end) {
        var all = Arguments.of(arguments);
        return source(all).isPresent() ? write(figure(all), end) : notUnderstood(end);
    }

    private static Optional<String> source(Arguments all) {
        return all.named("src").or(() -> all.named("image")).or(() -> all.named("url")).or(() -> all.named("path")).or(() -> all.named("image_path")).or(() -> all.named("file"));
    }

    private String figure(Arguments all) {
        var caption = all.named("caption").or(() -> all.named("figcaption")).or(() -> all.named("title")).orElse("");
        var alt = all.named("alt").or(() -> all.named("image_alt")).or(() -> all.named("alt_text")).orElse(caption);
        var image = image(destination(source(all).or(all::first).orElse("")), alt, caption);
        return all.named("link").or(() -> all.named("href")).map(link -> html.get(at) ? "<a href=\"" + destination(link) + "\">" + image + "</a>" : "[" + image + "](" + destination(link) + ")").orElse(image);
    }

    /** <code>"path" "class" "alternative text"</code>, with or without commas and class; quotes inside the text are not escaped by those who write them. */
    private String imageTag(String name, String arguments) {
        var quoted = Pattern.compile("(?s)\"([^\"]*)\"\\s*,?\\s*(.*)").matcher(arguments);
        if (!quoted.matches()) {
            var all = Arguments.of(arguments);
            return image(destination(all.first().orElse("")), all.named("alt").orElse(""), all.named("caption").orElse(""));
        }
        var rest = quoted.group(2).strip();
        var classAndText = Pattern.compile("(?s)\"([\\w\\s-]*)\"\\s*,?\\s*(\".*)").matcher(rest);
        if (classAndText.matches() && (name.equals("image_with_class") || !classAndText.group(1).contains(" "))) {
            rest = classAndText.group(2);
        }
        var alt = rest.replaceFirst("^\"", "").replaceFirst("\"$", "");
        var source = quoted.group(1).strip();
        return image(destination(source.contains(":") || source.startsWith("/") || source.startsWith(".") ? source : "/" + source), alt, "");
    }

    private String embedded(String service, Arguments all) {
        var id = all.named("id").or(all::first).orElse("");
        var address = switch (service) {
            case "youtube" -> id.contains("/") ? id : "https://www.youtube.com/watch?v=" + id;
            case "vimeo" -> id.contains("/") ? id : "https://vimeo.com/" + id;
            case "gist" -> "https://gist.github.com/" + id + all.second().map(second -> "/" + second).orElse("");
            case "instagram" -> "https://www.instagram.com/p/" + id + "/";
            default -> id.contains("/") ? id : "https://x.com/" + all.named("user").orElse("i") + "/status/" + id;
        };
        return link(all.named("title").orElse(address), destination(address));
    }

    private String reference(String target) {
        var name = target.split("#", 2)[0];
        var fragment = target.contains("#") ? target.substring(target.indexOf('#')) : "";
        if (name.isEmpty()) {
            return fragment;
        }
        return SourcePaths.destination(paths.reference(name, path).orElse(name)) + fragment;
    }

    private String image(String source, String alt, String caption) {
        if (html.get(at)) {
            var image = "<img src=\"" + source + "\" alt=\"" + html(alt.strip()) + "\">";
            return caption.isBlank() ? image : "<figure>" + image + "<figcaption>" + html(caption.strip()) + "</figcaption></figure>";
        }
        var title = caption.isBlank() ? "" : " \"" + caption.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return "![" + escape(alt.strip().replaceAll("\\s+", " ")) + "](" + source + title + ")";
    }

    /** Fit for the round brackets of a Markdown link. */
    private static String destination(String address) {
        return address.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E").replace("\"", "%22").replaceAll("\\s", "");
    }

    private String link(String label, String address) {
        return html.get(at) ? "<a href=\"" + address + "\">" + html(label) + "</a>" : "[" + escape(label) + "](" + address + ")";
    }

    private static String escape(String alt) {
        return alt.replaceAll("([\\\\\\[\\]`*_<])", "\\\\$1");
    }

    private static String html(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String first(String arguments) {
        return Arguments.of(arguments).first().orElse("");
    }

    private boolean verbatimUntil(Pattern ending, int from) {
        var found = next(ending, from);
        if (found.start() < 0) {
            return notUnderstood(from);
        }
        write("", from);
        copy(found.start());
        return write("", found.end());
    }

    private boolean droppedUntil(Pattern ending, int from) {
        var found = next(ending, from);
        return found.start() >= 0 ? write("", found.end()) : notUnderstood(from);
    }

    private boolean fence(String language, int end) {
        var found = next(END_HIGHLIGHT, end);
        if (found.start() < 0 || closings.containsKey(found.start())) {
            return notUnderstood(end);
        }
        var longest = 2;
        for (var run = Pattern.compile("`+").matcher(text).region(end, found.start()); run.find();) {
            longest = Math.max(longest, run.end() - run.start());
        }
        var indent = out.substring(out.lastIndexOf("\n") + 1);
        var atLineStart = indent.isBlank();
        var fence = "`".repeat(longest + 1);
        closings.put(found.start(), atLineStart ? indent + fence : fence);
        code.set(end, found.start());
        var name = language.replaceAll("[^\\w+#.-]", "");
        var next = text.indexOf('\n', end);
        var restIsBlank = next >= 0 && text.substring(end, next).isBlank();
        return write((atLineStart ? "" : "\n\n") + fence + name + (restIsBlank ? "" : "\n"), restIsBlank ? next : end);
    }

    private boolean endFence(int end) {
        var closing = closings.get(at);
        if (closing == null) {
            return notUnderstood(end);
        }
        var current = out.substring(out.lastIndexOf("\n") + 1);
        var next = text.indexOf('\n', end);
        var restIsBlank = text.substring(end, next < 0 ? text.length() : next).isBlank();
        if (current.isBlank()) {
            out.setLength(out.length() - current.length());
        }
        return write((current.isBlank() ? "" : "\n") + closing + (restIsBlank ? "" : "\n"), end);
    }

    /** Where the next match begins and ends, -1 if there is none; remembered, so that a text full of beginnings without an end takes no longer than its length. */
    private Place next(Pattern pattern, int from) {
        var known = places.get(pattern);
        if (known != null && known.searchedFrom() <= from && (known.start() < 0 || from <= known.start())) {
            return known;
        }
        var match = pattern.matcher(text);
        var found = match.find(from) ? new Place(from, match.start(), match.end()) : new Place(from, -1, -1);
        places.put(pattern, found);
        return found;
    }

    private record Place(int searchedFrom, int start, int end) {
    }

    /** Stays as it is. In code that needs no word; elsewhere readers will see it. */
    private boolean notUnderstood(int end) {
        if (!code.get(at) && notes++ < MOST_NOTES) {
            var form = text.substring(at, end).replaceAll("\\s+", " ");
            remarks.add(Remark.noted(path, line, "import.noted.template", form.length() > 120 ? form.substring(0, 119) + "…" : form));
        }
        copy(end);
        return true;
    }

    /** Copies the text up to {@code end} as it is. */
    private void copy(int end) {
        for (; at < end; at++) {
            var letter = text.charAt(at);
            out.append(letter);
            if (letter == '\n') {
                lines.add(++line);
            }
        }
    }

    /** Writes something in the place of the text up to {@code end}. */
    private boolean write(String replacement, int end) {
        out.append(replacement);
        replacement.chars().filter(letter -> letter == '\n').forEach(letter -> lines.add(line));
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
        return true;
    }

    /** The arguments of a form, by position and by name; names in lower case. */
    private record Arguments(List<String> inOrder, Map<String, String> byName) {

        static Arguments of(String written) {
            var inOrder = new ArrayList<String>();
            var byName = new HashMap<String, String>();
            for (var argument = ARGUMENT.matcher(written); argument.find();) {
                var value = value(argument);
                if (argument.group(1) == null) {
                    inOrder.add(value);
                } else {
                    byName.putIfAbsent(argument.group(1).toLowerCase(Locale.ROOT), value);
                }
            }
            return new Arguments(inOrder, byName);
        }

        private static String value(Matcher argument) {
            var quoted = argument.group(2) != null ? argument.group(2) : argument.group(3);
            if (quoted != null) {
                return quoted.replaceAll("\\\\(.)", "$1");
            }
            return argument.group(4) != null ? argument.group(4) : argument.group(5);
        }

        Optional<String> first() {
            return inOrder.stream().findFirst();
        }

        Optional<String> second() {
            return inOrder.stream().skip(1).findFirst();
        }

        Optional<String> named(String name) {
            return Optional.ofNullable(byName.get(name)).filter(value -> !value.isBlank());
        }
    }
}
