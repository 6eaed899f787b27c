package org.lectern.content.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;

/** What parts two states of an article: their sources line by line, with the words of changed lines, and their pages block by block. */
public final class Difference {

    /** How many pairs of an older and a newer word all places together may compare, in the order of a second. Lines of places beyond that count as changed whole. */
    private static final long MOST_PAIRS = 4_000_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

    private Difference() {
    }

    /** What happened to a line, a word or a block. */
    public enum Kind {
        SAME, REMOVED, ADDED,
        /** Stands for those that are the same and not told. */
        GAP
    }

    /** Part of a line. @param kind whether it is what was removed or added in it; else {@code SAME} */
    public record Piece(Kind kind, String text) {
    }

    /** A line of either text. @param number of the line in its own text, from 1, the newer one's where both have it; in a gap, how many lines it stands for */
    public record Line(Kind kind, int number, List<Piece> pieces) {
    }

    /** A block of a page, such as a paragraph or a list. @param html of it, as it was given; in a gap, nothing; @param count of the blocks that a gap stands for, else 1 */
    public record Block(Kind kind, String html, int count) {
    }

    /** The lines that differ, in order, what was removed before what came in its place, with {@code around} unchanged ones around them; empty if nothing differs. */
    public static List<Line> lines(String before, String after, int around) {
        if (before.endsWith("\n") && after.endsWith("\n")) {        // the end of the last line is no line more
            return lines(before.substring(0, before.length() - 1), after.substring(0, after.length() - 1), around);
        }
        var old = TextDiff.split(before);
        var lines = new ArrayList<Line>();
        var at = 0;                 // of the older text
        var shift = 0;              // how much further the newer one is
        var pairs = MOST_PAIRS;     // of words that may still be compared
        for (var edit : TextDiff.edits(old, TextDiff.split(after))) {
            keep(lines, old, at, edit.from(), shift, around, lines.isEmpty(), false);
            var removed = old.subList(edit.from(), edit.until());
            pairs -= words(lines, removed, edit.lines(), edit.from(), edit.from() + shift, pairs);
            at = edit.until();
            shift += edit.lines().size() - removed.size();
        }
        if (!lines.isEmpty()) {
            keep(lines, old, at, old.size(), shift, around, false, true);
        }
        return lines;
    }

    /** The blocks of two pages, in order, what was removed before what came in its place, with {@code around} unchanged ones around them; empty if nothing differs. */
    public static List<Block> blocks(String before, String after, int around) {
        var old = parts(before);
        var blocks = new ArrayList<Block>();
        var at = 0;
        for (var edit : TextDiff.edits(old, parts(after))) {
            keep(blocks, old, at, edit.from(), around, blocks.isEmpty(), false);
            old.subList(edit.from(), edit.until()).forEach(html -> blocks.add(new Block(Kind.REMOVED, html, 1)));
            edit.lines().forEach(html -> blocks.add(new Block(Kind.ADDED, html, 1)));
            at = edit.until();
        }
        if (!blocks.isEmpty()) {
            keep(blocks, old, at, old.size(), around, false, true);
        }
        return blocks;
    }

    private static void keep(List<Line> lines, List<String> old, int from, int until, int shift, int around, boolean first, boolean last) {
        var head = first ? from : Math.min(until, from + around);
        var tail = last ? until : Math.max(head, until - around);
        for (var at = from; at < head; at++) {
            lines.add(same(old, at, shift));
        }
        if (tail > head) {
            lines.add(new Line(Kind.GAP, tail - head, List.of()));
        }
        for (var at = tail; at < until; at++) {
            lines.add(same(old, at, shift));
        }
    }

    private static void keep(List<Block> blocks, List<String> old, int from, int until, int around, boolean first, boolean last) {
        var head = first ? from : Math.min(until, from + around);
        var tail = last ? until : Math.max(head, until - around);
        old.subList(from, head).forEach(html -> blocks.add(new Block(Kind.SAME, html, 1)));
        if (tail > head) {
            blocks.add(new Block(Kind.GAP, "", tail - head));
        }
        old.subList(tail, until).forEach(html -> blocks.add(new Block(Kind.SAME, html, 1)));
    }

    private static Line same(List<String> old, int at, int shift) {
        return new Line(Kind.SAME, at + shift + 1, List.of(new Piece(Kind.SAME, old.get(at))));
    }

    /** The lines of one place, with those words marked that differ, if that is to be had with so many pairs. @return how many were compared */
    private static long words(List<Line> lines, List<String> removed, List<String> added, int oldAt, int newAt, long mostPairs) {
        var before = split(removed);
        var after = split(added);
        var pairs = (long) before.size() * after.size();
        var compared = !removed.isEmpty() && !added.isEmpty() && pairs <= mostPairs;
        var oldLines = new Lines(Kind.REMOVED, oldAt);
        var newLines = new Lines(Kind.ADDED, newAt);
        if (!compared) {
            oldLines.put(Kind.SAME, before);
            newLines.put(Kind.SAME, after);
        } else {
            var at = 0;
            for (var edit : TextDiff.edits(before, after)) {
                var kept = before.subList(at, edit.from());
                oldLines.put(Kind.SAME, kept);
                newLines.put(Kind.SAME, kept);
                oldLines.put(Kind.REMOVED, before.subList(edit.from(), edit.until()));
                newLines.put(Kind.ADDED, edit.lines());
                at = edit.until();
            }
            var kept = before.subList(at, before.size());
            oldLines.put(Kind.SAME, kept);
            newLines.put(Kind.SAME, kept);
        }
        if (!removed.isEmpty()) {
            lines.addAll(oldLines.finished());
        }
        if (!added.isEmpty()) {
            lines.addAll(newLines.finished());
        }
        return compared ? pairs : 0;
    }

    /** Words, white space and signs, with each end of a line as one of its own. */
    private static List<String> split(List<String> lines) {
        var words = new ArrayList<String>();
        for (var at = 0; at < lines.size(); at++) {
            if (at > 0) {
                words.add("\n");
            }
            WORD.matcher(lines.get(at)).results().forEach(word -> words.add(word.group()));
        }
        return words;
    }

    /** The elements at the top of a page; loose text between them is a block as well. */
    private static List<String> parts(String html) {
        var body = Jsoup.parseBodyFragment(html);
        body.outputSettings().prettyPrint(false);
        return body.body().childNodes().stream().map(Node::outerHtml).filter(part -> !part.isBlank()).toList();
    }

    /** Lines of one side, put together from words. */
    private static final class Lines {

        private final Kind kind;
        private final List<Line> lines = new ArrayList<>();
        private List<Piece> pieces = new ArrayList<>();
        private int number;

        Lines(Kind kind, int at) {
            this.kind = kind;
            this.number = at + 1;
        }

        void put(Kind how, List<String> words) {
            var text = new StringBuilder();
            for (var word : words) {
                if (word.equals("\n")) {
                    piece(how, text);
                    end();
                } else {
                    text.append(word);
                }
            }
            piece(how, text);
        }

        private void piece(Kind how, StringBuilder text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(how, text.toString()));
                text.setLength(0);
            }
        }

        private void end() {
            lines.add(new Line(kind, number++, List.copyOf(pieces)));
            pieces = new ArrayList<>();
        }

        List<Line> finished() {
            end();
            return lines;
        }
    }
}
