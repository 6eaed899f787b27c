package org.lectern.content.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/** How one text became another, line by line. */
public final class TextDiff {

    /** Beyond this many lines on both sides the middle counts as rewritten whole: comparing costs their product at worst. */
    private static final long MOST_COMPARED = 20_000;

    private TextDiff() {
    }

    /** What happened to a line. */
    public enum Kind {
        SAME, REMOVED, ADDED,
        /** Stands for lines that are the same and not told. */
        GAP
    }

    /** @param text of the line; empty in a gap */
    public record Line(Kind kind, String text) {
    }

    /** Lines {@code from} to before {@code until} of the old text that became {@code lines}. */
    record Edit(int from, int until, List<String> lines) {
    }

    /** The changed lines, in order, with this many unchanged ones around them; empty if nothing differs. */
    public static List<Line> lines(String before, String after, int around) {
        var old = split(before);
        var told = new ArrayList<Line>();
        var at = 0;
        for (var edit : edits(old, split(after))) {
            var behindLast = told.isEmpty() ? at : Math.min(at + around, edit.from());
            var beforeThis = Math.max(behindLast, edit.from() - around);
            old.subList(at, behindLast).forEach(line -> told.add(new Line(Kind.SAME, line)));
            if (beforeThis > behindLast && !told.isEmpty()) {
                told.add(new Line(Kind.GAP, ""));
            }
            old.subList(beforeThis, edit.from()).forEach(line -> told.add(new Line(Kind.SAME, line)));
            old.subList(edit.from(), edit.until()).forEach(line -> told.add(new Line(Kind.REMOVED, line)));
            edit.lines().forEach(line -> told.add(new Line(Kind.ADDED, line)));
            at = edit.until();
        }
        if (!told.isEmpty()) {
            old.subList(at, Math.min(old.size(), at + around)).forEach(line -> told.add(new Line(Kind.SAME, line)));
        }
        return told;
    }

    static List<String> split(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    /** In the order of the old lines; between two of them at least one line stays. */
    static List<Edit> edits(List<String> before, List<String> after) {
        var head = 0;
        while (head < before.size() && head < after.size() && before.get(head).equals(after.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < before.size() - head && tail < after.size() - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var old = before.subList(head, before.size() - tail);
        var changed = after.subList(head, after.size() - tail);
        if (old.isEmpty() && changed.isEmpty()) {
            return List.of();
        }
        if (old.isEmpty() || changed.isEmpty() || old.size() + changed.size() > MOST_COMPARED) {
            return List.of(new Edit(head, head + old.size(), List.copyOf(changed)));
        }
        var edits = new ArrayList<Edit>();
        for (var delta : DiffUtils.diff(old, changed, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
            var from = head + delta.getSource().getPosition();
            var lines = new ArrayList<String>();
            if (!edits.isEmpty() && edits.get(edits.size() - 1).until() == from) {       // the library tells a removal and what stands in its place one by one
                var last = edits.remove(edits.size() - 1);
                lines.addAll(last.lines());
                lines.addAll(delta.getTarget().getLines());
                edits.add(new Edit(last.from(), from + delta.getSource().size(), lines));
            } else {
                lines.addAll(delta.getTarget().getLines());
                edits.add(new Edit(from, from + delta.getSource().size(), lines));
            }
        }
        return edits;
    }
}
