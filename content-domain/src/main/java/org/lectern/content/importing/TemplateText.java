package org.lectern.content.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the template forms in one file's Markdown into Markdown: Liquid as Jekyll and Eleventy use it, Hugo's shortcodes, kramdown's attribute lists.
 * What is not understood stays as it was written and is noted with its line. In code, the forms of the source's own {@linkplain TemplateLanguage language} are
 * translated where they are understood, since the generators do so before they see Markdown, and all others are just text.
 *
 * <p>Links to files of the source become {@code source:/path#fragment}, for {@link SourceLinks}.
 */
final class TemplateText {

    private static final Pattern TAG_END = Pattern.compile("%\\}");
    private static final Pattern OUTPUT_END = Pattern.compile("\\}\\}");
    private static final Pattern ANGLE_END = Pattern.compile(">\\}\\}");
    private static final Pattern PERCENT_END = Pattern.compile("%\\}\\}");
    private static final Pattern END_RAW = Pattern.compile("\\{%-?\\s*endraw\\s*-?%\\}");
    private static final Pattern END_COMMENT = Pattern.compile("\\{%-?\\s*endcomment\\s*-?%\\}");
    private static final Pattern END_HIGHLIGHT = Pattern.compile("\\{%-?\\s*endhighlight\\s*-?%\\}|\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}");
    private static final Pattern END_HUGO_COMMENT = Pattern.compile("\\{\\{[<%]\\s*/\\s*comment\\s*[>%]\\}\\}");
    private static final Pattern END_KRAMDOWN_COMMENT = Pattern.compile("\\{:/(comment)?\\}");
    private static final String ATTRIBUTE = "(?:\\.[\\w:-]+|#[\\w:-]+|[\\w-]+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[\\w-]+)|toc|no_toc)";
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:\\s*" + ATTRIBUTE + "(?:\\s*" + ATTRIBUTE + ")*\\s*\\}");
    private static final Pattern KRAMDOWN_EXTENSION = Pattern.compile("\\{::?/?(?:options|nomarkdown|comment)?[^}\\n]*/?\\}");
    private static final Pattern LITERAL = Pattern.compile("\\{\\{-?\\s*(\"[^\"]*\"|'[^']*')\\s*(\\|[^}]*)?-?\\}\\}");
    private static final Pattern OUTPUT = Pattern.compile("(?s)\\s*(?:\"([^\"]*)\"|'([^']*)'|([\\w.-]+))\\s*((?:\\|.*)?)");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*(\\w+)\\s*(?::\\s*((?:\"[^\"]*\"|'[^']*'|[^|\"']++)*+))?");
    private static final Pattern QUOTED = Pattern.compile("(?s)\"([^\"]*)\"\\s*,?\\s*(.*)");
    private static final Pattern CLASS_AND_TEXT = Pattern.compile("(?s)\"([\\w\\s-]*)\"\\s*,?\\s*(\".*)");
    private static final Set<String> PLACES = Set.of("url", "relative_url", "absolute_url", "strip", "escape", "xml_escape", "escape_once", "uri_escape", "safe", "raw", "string");
    private static final Set<String> FIGURES = Set.of("image", "img", "figure", "picture", "photo", "linked-figure", "responsive-image", "responsive_image", "captioned-image");
    private static final int LONGEST_ATTRIBUTES = 500;
    private static final int MOST_NOTES = 200;

    private final SourcePaths paths;
    private final String path;
    private final TemplateLanguage language;
    private final FrontMatter frontMatter;
    private final List<Remark> remarks;
    private Rewriting pass;
    private int notes;

    TemplateText(SourcePaths paths, String path, TemplateLanguage language, FrontMatter frontMatter, List<Remark> remarks) {
        this.paths = paths;
        this.path = path;
        this.language = language;
        this.frontMatter = frontMatter;
        this.remarks = remarks;
    }

    /** @param firstLine the line of the file at which the text begins */
    Rewriting.Rewritten translate(String written, int firstLine) {
        pass = new Rewriting(written, firstLine);
        while (pass.reachBrace()) {
            if (!form()) {
                pass.copy(pass.at() + 1);
            }
        }
        return pass.result();
    }

    private boolean form() {
        if (pass.isAt("{{<") || pass.isAt("{{%")) {
            return shortcode();
        }
        if (pass.isAt("{%")) {
            return tag();
        }
        if (pass.isAt("{{")) {
            return output();
        }
        return pass.isAt("{:") && !pass.isInCode() && attributes();
    }

    /** {@code {% name arguments %}}. */
    private boolean tag() {
        var close = pass.next(TAG_END, pass.at() + 2).start();
        if (close < 0 || pass.isInCode() && !language.isLiquid()) {
            return false;
        }
        var inside = pass.ahead(2, close - pass.at()).replaceFirst("^-", "").replaceFirst("-$", "").strip();
        var end = close + 2;
        var name = inside.split("[\\s\"',]", 2)[0];
        var arguments = inside.substring(name.length()).strip();
        switch (name) {
            case "raw":
                return pass.unwrapUntil(END_RAW, end) || notUnderstood(end);
            case "comment":
                return pass.dropUntil(END_COMMENT, end) || notUnderstood(end);
            case "highlight":
                return pass.fenceUntil(END_HIGHLIGHT, arguments.split("\\s", 2)[0], end) || notUnderstood(end);
            case "endhighlight":
                return pass.endFence(end) || notUnderstood(end);
            case "post_url":
                return pass.write(SourcePaths.destination(paths.post(arguments).orElse("_posts/" + arguments)), end);
            case "link":
                return pass.write(SourcePaths.destination(arguments), end);
            case "image", "image_with_class", "picture", "img":
                return pass.write(imageTag(name, arguments), end);
            case "svg":
                return pass.write(pass.notation().picture(Notation.destination(Arguments.of(arguments).first().orElse("")), "", ""), end);
            case "figure":
                return figure(Arguments.of(arguments), end);
            case "include", "include_cached", "render":
                return include(arguments, end);
            case "youtube", "vimeo", "gist", "twitter", "tweet":
                return pass.write(pass.notation().elsewhere(name, Arguments.of(arguments)), end);
            default:
                return notUnderstood(end);
        }
    }

    /** <code>{{ "literal" | filter: argument }}</code>. */
    private boolean output() {
        if (pass.isInCode() && !language.isLiquid()) {
            return false;
        }
        // A literal may hold the braces themselves: {{ "{{" }}
        var close = pass.next(OUTPUT_END, pass.at() + 2).start();
        if (close < 0) {
            return false;
        }
        var literal = pass.matcher(LITERAL, Integer.MAX_VALUE);
        if (literal.lookingAt()) {
            close = literal.end() - 2;
        }
        var inside = OUTPUT.matcher(pass.ahead(2, close - pass.at()).replaceFirst("^-", "").replaceFirst("-$", ""));
        if (!inside.matches()) {
            return notUnderstood(close + 2);
        }
        var isLiteral = inside.group(3) == null;
        var value = isLiteral ? Optional.of(inside.group(1) != null ? inside.group(1) : inside.group(2)) : variable(inside.group(3), !inside.group(4).isEmpty());
        var filters = FILTER.matcher(inside.group(4));
        while (value.isPresent() && filters.find()) {
            value = filtered(value.get(), filters.group(1), filters.group(2));
        }
        return value.isPresent() ? pass.write(value.get(), close + 2) : notUnderstood(close + 2);
    }

    private Optional<String> variable(String name, boolean isFiltered) {
        if (name.equals("site.baseurl") || name.equals("site.url")) {
            return Optional.of("");
        }
        if (name.startsWith("page.")) {
            return frontMatter.text(name.substring(5));
        }
        return (language.isLiquid() && !pass.isInCode()) || isFiltered ? frontMatter.text(name) : Optional.empty();
    }

    private Optional<String> filtered(String value, String filter, String argument) {
        if (PLACES.contains(filter)) {
            return Optional.of(filter.endsWith("url") ? Notation.destination(value) : value.strip());
        }
        return switch (filter) {
            case "downcase" -> Optional.of(value.toLowerCase(Locale.ROOT));
            case "upcase" -> Optional.of(value.toUpperCase(Locale.ROOT));
            case "embed" -> Optional.of(pass.notation().link(argument == null ? value : Arguments.of(argument).first().orElse(value), Notation.destination(value)));
            case "team_link" -> {
                remarks.add(Remark.noted(path, pass.line(), "import.noted.person", value));
                yield Optional.of(value);
            }
            case "team_photo" -> {
                remarks.add(Remark.noted(path, pass.line(), "import.noted.photo", value));
                yield Optional.of("");
            }
            default -> Optional.empty();
        };
    }

    /** <code>{{< name arguments >}}</code>, with percent signs in place of the angles where Markdown is inside. */
    private boolean shortcode() {
        var closing = pass.isAt("{{<") ? ">}}" : "%}}";
        var close = pass.next(pass.isAt("{{<") ? ANGLE_END : PERCENT_END, pass.at() + 3).start();
        if (close < 0 || pass.isInCode() && language != TemplateLanguage.HUGO) {
            return false;
        }
        var end = close + 3;
        var inside = pass.ahead(3, close - pass.at()).strip();
        if (inside.startsWith("/*") && inside.endsWith("*/")) {
            return pass.write(pass.ahead(0, 3) + " " + inside.substring(2, inside.length() - 2).strip() + " " + closing, end);
        }
        var name = inside.replaceFirst("/$", "").strip().split("\\s", 2)[0];
        var arguments = Arguments.of(inside.replaceFirst("/$", "").strip().substring(name.length()));
        switch (name) {
            case "ref", "relref":
                var target = arguments.named("path").or(arguments::first).orElse("");
                return pass.write(reference(target), end);
            case "figure", "img", "image":
                return pass.write(pass.notation().figure(arguments), end);
            case "highlight":
                return pass.fenceUntil(END_HIGHLIGHT, arguments.first().orElse(""), end) || notUnderstood(end);
            case "/highlight":
                return pass.endFence(end) || notUnderstood(end);
            case "comment":
                return pass.dropUntil(END_HUGO_COMMENT, end) || notUnderstood(end);
            case "param":
                var value = arguments.first().flatMap(frontMatter::text);
                return value.isPresent() ? pass.write(value.get(), end) : notUnderstood(end);
            case "details":
                return pass.write("<details><summary>" + Notation.html(arguments.named("summary").orElse("Details")) + "</summary>\n", end);
            case "/details":
                return pass.write("</details>\n", end);
            case "youtube", "vimeo", "gist", "tweet", "twitter", "x", "instagram":
                return pass.write(pass.notation().elsewhere(name, arguments), end);
            default:
                return notUnderstood(end);
        }
    }

    /** kramdown's <code>{:.class}</code> and its kin: our Markdown has no classes. An id is noted, since links may lead to it. */
    private boolean attributes() {
        var found = pass.matcher(ATTRIBUTES, LONGEST_ATTRIBUTES);
        if (found.lookingAt()) {
            if (found.group().contains("#")) {
                remarks.add(Remark.noted(path, pass.line(), "import.noted.attributes", found.group()));
            }
            return pass.write("", found.end());
        }
        if (pass.isAt("{::comment}")) {
            var end = pass.at() + "{::comment}".length();
            return pass.dropUntil(END_KRAMDOWN_COMMENT, end) || notUnderstood(end);
        }
        var extension = pass.matcher(KRAMDOWN_EXTENSION, LONGEST_ATTRIBUTES);
        return (pass.isAt("{::") || pass.isAt("{:/")) && extension.lookingAt() && pass.write("", extension.end());
    }

    private boolean include(String arguments, int end) {
        var all = Arguments.of(arguments);
        var name = SourcePaths.lastSegment(all.first().orElse("")).replaceFirst("\\.(html?|liquid|md|njk)$", "").toLowerCase(Locale.ROOT);
        if (FIGURES.contains(name) || name.contains("figure") || name.contains("image")) {
            return figure(all, end);
        }
        if (name.contains("youtube") || name.contains("vimeo")) {
            var id = all.named("id", "video_id", "video");
            return id.isPresent() ? pass.write(pass.notation().elsewhere(name.contains("youtube") ? "youtube" : "vimeo", Arguments.of("\"" + id.get() + "\"")), end) : notUnderstood(end);
        }
        return notUnderstood(end);
    }

    private boolean figure(Arguments all, int end) {
        return Notation.sourceIn(all).isPresent() ? pass.write(pass.notation().figure(all), end) : notUnderstood(end);
    }

    /** <code>"path" "class" "alternative text"</code>, with or without commas and class; quotes inside the text are not escaped by those who write them. */
    private String imageTag(String name, String arguments) {
        var quoted = QUOTED.matcher(arguments);
        if (!quoted.matches()) {
            var all = Arguments.of(arguments);
            return pass.notation().picture(Notation.destination(all.first().orElse("")), all.named("alt").orElse(""), all.named("caption").orElse(""));
        }
        var rest = quoted.group(2).strip();
        var classAndText = CLASS_AND_TEXT.matcher(rest);
        if (classAndText.matches() && (name.equals("image_with_class") || !classAndText.group(1).contains(" "))) {
            rest = classAndText.group(2);
        }
        var alt = rest.replaceFirst("^\"", "").replaceFirst("\"$", "");
        var source = quoted.group(1).strip();
        return pass.notation().picture(Notation.destination(source.contains(":") || source.startsWith("/") || source.startsWith(".") ? source : "/" + source), alt, "");
    }

    private String reference(String target) {
        var name = target.split("#", 2)[0];
        var fragment = target.contains("#") ? target.substring(target.indexOf('#')) : "";
        if (name.isEmpty()) {
            return fragment;
        }
        return SourcePaths.destination(paths.reference(name, path).orElse(name)) + fragment;
    }

    /** Stays as it is. In code that needs no word; elsewhere readers will see it. */
    private boolean notUnderstood(int end) {
        if (!pass.isInCode() && notes++ < MOST_NOTES) {
            var form = pass.ahead(0, end - pass.at()).replaceAll("\\s+", " ");
            remarks.add(Remark.noted(path, pass.line(), "import.noted.template", form.length() > 120 ? form.substring(0, 119) + "…" : form));
        }
        pass.copy(end);
        return true;
    }
}
