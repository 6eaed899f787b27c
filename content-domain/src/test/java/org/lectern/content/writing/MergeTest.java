package org.lectern.content.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final String BASE = "One.\n\nTwo.\n\nThree.\n";

    @Test
    void what_only_one_of_two_has_changed_is_taken_over() {
        var merged = merge(BASE, "One.\n\nTwo by me.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n\nFour by her.\n");

        assertEquals("One.\n\nTwo by me.\n\nThree.\n\nFour by her.\n", merged.text());
        assertEquals(0, merged.conflicts());
    }

    @Test
    void where_both_have_changed_a_line_both_texts_stay() {
        var merged = merge(BASE, "One.\n\nTwo by me.\n\nThree.\n", "One.\n\nTwo by her.\n\nThree.\n");

        assertEquals("One.\n\n<<<<<<< mine\nTwo by me.\n=======\nTwo by her.\n>>>>>>> hers\n\nThree.\n", merged.text());
        assertEquals(1, merged.conflicts());
        assertEquals(List.of(3, 7), Merge.markedLines(merged.text(), "mine", "hers"));
    }

    @Test
    void what_both_have_changed_alike_is_no_conflict() {
        var merged = merge(BASE, "One.\n\nZwei.\n\nThree.\n", "One.\n\nZwei.\n\nThree.\n");

        assertEquals(new Merge("One.\n\nZwei.\n\nThree.\n", 0), merged);
    }

    @Test
    void what_one_has_removed_and_the_other_has_changed_stays() {
        var merged = merge(BASE, "One.\n\nThree.\n", "One.\n\nTwo by her.\n\nThree.\n");

        assertTrue(merged.text().contains("Two by her."), merged.text());
        assertEquals(1, merged.conflicts());
    }

    @Test
    void two_texts_made_of_nothing_both_stay() {
        var merged = merge("", "Mine.", "Hers.");

        assertEquals("<<<<<<< mine\nMine.\n=======\nHers.\n>>>>>>> hers", merged.text());
    }

    @Test
    void of_any_two_changes_no_typed_line_is_lost() {
        var random = new Random(4711);
        for (var round = 0; round < 300; round++) {
            var base = lines(random, "base", 12);
            var mine = changed(random, base, "mine" + round);
            var theirs = changed(random, base, "theirs" + round);

            var merged = TextDiff.split(merge(base, mine, theirs).text());

            TextDiff.split(mine).stream().filter(line -> line.startsWith("mine")).forEach(line -> assertTrue(merged.contains(line), () -> "lost " + line));
            TextDiff.split(theirs).stream().filter(line -> line.startsWith("theirs")).forEach(line -> assertTrue(merged.contains(line), () -> "lost " + line));
            assertEquals(mine, merge(base, mine, base).text());
            assertEquals(theirs, merge(base, base, theirs).text());
        }
    }

    @Test
    void a_megabyte_that_was_rewritten_whole_is_merged_in_a_moment() {
        var base = lines(new Random(1), "base", 60_000);
        var mine = lines(new Random(2), "mine", 60_000);

        var merged = Assertions.assertTimeout(Duration.ofSeconds(5), () -> merge(base, mine, base + "\nMore."));

        assertTrue(merged.text().contains("More."));
    }

    @Test
    void a_difference_tells_changed_lines_and_what_stands_around_them() {
        var lines = TextDiff.lines("a\nb\nc\nd\ne\nf\ng\nh", "a\nB\nc\nd\ne\nf\ng\nh\ni", 1);

        assertEquals("SAME a|REMOVED b|ADDED B|SAME c|GAP |SAME h|ADDED i", lines.stream().map(line -> line.kind() + " " + line.text()).collect(Collectors.joining("|")));
        assertTrue(TextDiff.lines("same", "same", 1).isEmpty());
    }

    private static Merge merge(String base, String mine, String theirs) {
        return Merge.of(base, mine, theirs, "mine", "hers");
    }

    private static String lines(Random random, String word, int count) {
        return IntStream.range(0, count).mapToObj(line -> word + " " + line + " " + random.nextInt(1000)).collect(Collectors.joining("\n"));
    }

    private static String changed(Random random, String base, String word) {
        return TextDiff.split(base).stream().flatMap(line -> switch (random.nextInt(6)) {
            case 0 -> java.util.stream.Stream.<String>empty();
            case 1 -> java.util.stream.Stream.of(word + random.nextInt());
            case 2 -> java.util.stream.Stream.of(line, word + random.nextInt());
            default -> java.util.stream.Stream.of(line);
        }).collect(Collectors.joining("\n"));
    }
}
