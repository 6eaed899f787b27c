package org.lectern.content.markdown;

import java.util.Locale;
import java.util.Set;

import org.jsoup.parser.Parser;

/** Finds the attributes of raw HTML that lead somewhere, with their places. It reads as browsers tokenize, without building a tree. */
final class RawHtml {

    /** Told of each attribute that leads somewhere, in order. */
    interface Finder {

        /**
         * @param start index in the text of the value, at its quote if it has one
         * @param end   index behind the value and its quote
         */
        void found(int start, int end, String destination, boolean picture, String alternative);
    }

    private static final Set<String> TEXT_ONLY = Set.of("script", "style", "textarea", "title", "xmp", "noembed", "noframes");
    private static final Set<String> SOURCES = Set.of("iframe", "video", "audio", "source");

    private final String text;
    private final Finder finder;
    private int at;

    private RawHtml(String text, Finder finder) {
        this.text = text;
        this.finder = finder;
    }

    static void scan(String text, Finder finder) {
        new RawHtml(text, finder).scan();
    }

    private void scan() {
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) {
                skipPast("-->");
            } else if (at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                tag();
            } else {
                at++;
            }
        }
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void tag() {
        int nameStart = ++at;
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>' && text.charAt(at) != '/') {
            at++;
        }
        var tag = text.substring(nameStart, at).toLowerCase(Locale.ROOT);
        int start = -1;
        int end = -1;
        var alternative = "";
        while (at < text.length() && text.charAt(at) != '>') {
            if (isSpace(text.charAt(at)) || text.charAt(at) == '/') {
                at++;
                continue;
            }
            int attributeStart = at++;
            while (at < text.length() && !isSpace(text.charAt(at)) && "=>/".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var attribute = text.substring(attributeStart, at).toLowerCase(Locale.ROOT);
            int valueStart = valueStart();
            if (valueStart < 0) {
                continue;
            }
            at = valueEnd(valueStart);
            if (start < 0 && (attribute.equals("href") && tag.equals("a") || attribute.equals("src") && (tag.equals("img") || SOURCES.contains(tag)))) {
                start = valueStart;
                end = at;
            } else if (attribute.equals("alt")) {
                alternative = value(valueStart, at);
            }
        }
        if (start >= 0) {
            finder.found(start, end, value(start, end).strip(), tag.equals("img"), alternative);
        }
        if (TEXT_ONLY.contains(tag)) {
            skipPast("</" + tag);
        }
    }

    /** Where the value behind an attribute's name begins, or -1 if it has none. */
    private int valueStart() {
        int i = at;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '=') {
            return -1;
        }
        i++;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) != '>' ? i : -1;
    }

    private int valueEnd(int start) {
        char quote = text.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, start + 1);
            return end < 0 ? text.length() : end + 1;
        }
        int i = start;
        while (i < text.length() && !isSpace(text.charAt(i)) && text.charAt(i) != '>') {
            i++;
        }
        return i;
    }

    private String value(int start, int end) {
        boolean quoted = text.charAt(start) == '"' || text.charAt(start) == '\'';
        int last = quoted && end > start + 1 && text.charAt(end - 1) == text.charAt(start) ? end - 1 : end;
        return Parser.unescapeEntities(text.substring(quoted ? start + 1 : start, last), true);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
