package org.lectern.content.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two texts that were made of the same one, as one again. What only one of them changed is taken over; where both changed the same lines, or lines that touch,
 * both texts stand one below the other between marks, so that nothing that was typed is lost.
 *
 * @param text     the merged one
 * @param conflicts how many places hold both texts
 */
public record Merge(String text, int conflicts) {

    private static final String MINE = "<<<<<<< ";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>> ";

    /** @param mineName a word behind the mark of the one text; @param theirsName of the other */
    public static Merge of(String base, String mine, String theirs, String mineName, String theirsName) {
        var lines = TextDiff.split(base);
        var one = new Side(TextDiff.edits(lines, TextDiff.split(mine)));
        var other = new Side(TextDiff.edits(lines, TextDiff.split(theirs)));
        var merged = new ArrayList<String>();
        var conflicts = 0;
        var at = 0;
        while (one.hasMore() || other.hasMore()) {
            var from = Math.min(one.nextFrom(), other.nextFrom());
            var until = from;
            for (var grown = true; grown;) {        // until neither side has an edit that touches
                var reached = Math.max(one.take(until), other.take(until));
                grown = reached > until || one.touches(until) || other.touches(until);
                until = Math.max(until, reached);
            }
            merged.addAll(lines.subList(at, from));
            var kept = lines.subList(from, until);
            var mineHere = one.lines(from, kept);
            var theirsHere = other.lines(from, kept);
            if (theirsHere.equals(kept) || mineHere.equals(theirsHere)) {
                merged.addAll(mineHere);
            } else if (mineHere.equals(kept)) {
                merged.addAll(theirsHere);
            } else {
                conflicts++;
                merged.add(MINE + mineName);
                merged.addAll(mineHere);
                merged.add(BETWEEN);
                merged.addAll(theirsHere);
                merged.add(THEIRS + theirsName);
            }
            at = until;
        }
        merged.addAll(lines.subList(at, lines.size()));
        return new Merge(String.join("\n", merged), conflicts);
    }

    /** The numbers of the lines, from 1, that are marks with one of these words. */
    public static List<Integer> markedLines(String text, String mineName, String theirsName) {
        var lines = TextDiff.split(text);
        return IntStream.rangeClosed(1, lines.size()).filter(line -> Set.of(MINE + mineName, THEIRS + theirsName).contains(lines.get(line - 1))).boxed().toList();
    }

    /** The edits of one of the two, as far as they have been taken into the place that is looked at. */
    private static final class Side {

        private final List<TextDiff.Edit> edits;
        private int begun;
        private int next;

        Side(List<TextDiff.Edit> edits) {
            this.edits = edits;
        }

        boolean hasMore() {
            return next < edits.size();
        }

        int nextFrom() {
            return hasMore() ? edits.get(next).from() : Integer.MAX_VALUE;
        }

        boolean touches(int until) {
            return nextFrom() <= until;
        }

        /** Takes the edits that begin before or at this line. @return where the last of them ends */
        int take(int until) {
            var reached = until;
            while (nextFrom() <= reached) {
                reached = Math.max(reached, edits.get(next).until());
                next++;
            }
            return reached;
        }

        /** These lines as this side has them now. */
        List<String> lines(int from, List<String> kept) {
            var made = new ArrayList<String>();
            var at = from;
            for (; begun < next; begun++) {
                var edit = edits.get(begun);
                made.addAll(kept.subList(at - from, edit.from() - from));
                made.addAll(edit.lines());
                at = edit.until();
            }
            made.addAll(kept.subList(at - from, kept.size()));
            return made;
        }
    }
}
