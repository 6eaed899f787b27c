package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lectern.content.markdown.MarkdownBlocks;

/**
 * One pass over a text that writes it anew, and knows for every line written which line of the file it comes from. What is done to a form answers whether it could be
 * done; if not, nothing has happened. Takes no longer than the text is long, whatever the text.
 */
final class Rewriting {

    /** The result; {@code lines} holds for each of its lines the line of the file that it comes from. */
    record Rewritten(String text, List<Integer> lines) {
    }

    private static final Pattern TICKS = Pattern.compile("`+");

    private final String text;
    private final StringBuilder out;
    private final List<Integer> lines;
    private final Map<Integer, String> closings = new HashMap<>();
    private final Map<Pattern, Place> places = new HashMap<>();
    private final BitSet code;
    private final BitSet html;
    private int at;
    private int line;

    /** @param firstLine the line of the file at which the text begins */
    Rewriting(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
        this.out = new StringBuilder(text.length() + 256);
        this.lines = new ArrayList<>(List.of(firstLine));
        var mayHoldForms = text.contains("{%") || text.contains("{{") || text.contains("{:");
        var blocks = mayHoldForms ? new MarkdownBlocks(text) : null;
        this.code = blocks == null ? new BitSet() : blocks.code();
        this.html = blocks == null ? new BitSet() : blocks.html();
    }

    /** Copies up to the next brace, or to the end. Whether there is one. */
    boolean reachBrace() {
        var open = text.indexOf('{', at);
        copy(open < 0 ? text.length() : open);
        return open >= 0;
    }

    Rewritten result() {
        return new Rewritten(out.toString(), lines);
    }

    /** Where in the text the pass stands. */
    int at() {
        return at;
    }

    /** The line of the file where it stands. */
    int line() {
        return line;
    }

    boolean isAt(String beginning) {
        return text.startsWith(beginning, at);
    }

    /** The text between two distances from where it stands. */
    String ahead(int from, int to) {
        return text.substring(at + from, at + to);
    }

    /** Of the text from where it stands, {@code most} characters at most. */
    Matcher matcher(Pattern pattern, int most) {
        return pattern.matcher(text).region(at, (int) Math.min(text.length(), (long) at + most));
    }

    boolean isInCode() {
        return code.get(at);
    }

    /** How to write where it stands. */
    Notation notation() {
        return html.get(at) ? Notation.HTML : Notation.MARKDOWN;
    }

    /** Leaves out the form up to {@code from}, copies what follows up to the match, and leaves that out. */
    boolean unwrapUntil(Pattern ending, int from) {
        var found = next(ending, from);
        if (found.start() < 0) {
            return false;
        }
        write("", from);
        copy(found.start());
        return write("", found.end());
    }

    /** Leaves out everything up to the match behind {@code from}, and the match. */
    boolean dropUntil(Pattern ending, int from) {
        var found = next(ending, from);
        return found.start() >= 0 && write("", found.end());
    }

    /** Makes what stands from {@code end} to the match a fence of code, longer than any run of backticks in it. Its last line waits for {@link #endFence}. */
    boolean fenceUntil(Pattern ending, String language, int end) {
        var found = next(ending, end);
        if (found.start() < 0 || closings.containsKey(found.start())) {
            return false;
        }
        var longest = 2;
        for (var run = TICKS.matcher(text).region(end, found.start()); run.find();) {
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

    /** Ends the fence whose end stands here. */
    boolean endFence(int end) {
        var closing = closings.get(at);
        if (closing == null) {
            return false;
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
    Place next(Pattern pattern, int from) {
        var known = places.get(pattern);
        if (known != null && known.searchedFrom() <= from && (known.start() < 0 || from <= known.start())) {
            return known;
        }
        var match = pattern.matcher(text);
        var found = match.find(from) ? new Place(from, match.start(), match.end()) : new Place(from, -1, -1);
        places.put(pattern, found);
        return found;
    }

    record Place(int searchedFrom, int start, int end) {
    }

    /** Copies the text up to {@code end} as it is. */
    boolean copy(int end) {
        for (; at < end; at++) {
            var letter = text.charAt(at);
            out.append(letter);
            if (letter == '\n') {
                lines.add(++line);
            }
        }
        return true;
    }

    /** Writes something in the place of the text up to {@code end}. */
    boolean write(String replacement, int end) {
        out.append(replacement);
        replacement.chars().filter(letter -> letter == '\n').forEach(letter -> lines.add(line));
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
        return true;
    }
}
