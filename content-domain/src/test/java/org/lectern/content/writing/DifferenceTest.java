package org.lectern.content.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void marks_the_words_that_differ_in_a_changed_line() {
        assertEquals(List.of(" 1 One.", "-2 A [locker] holds.", "+2 A [lease] holds.", " 3 Three."), lines("One.\nA locker holds.\nThree.", "One.\nA lease holds.\nThree."));
    }

    @Test
    void numbers_each_line_as_its_own_text_does() {
        assertEquals(List.of("+1 New.", " 2 One.", "-2 Two.", " 3 Three."), lines("One.\nTwo.\nThree.", "New.\nOne.\nThree."));
    }

    @Test
    void the_end_of_the_last_line_is_no_line_more() {
        assertEquals(List.of("-1 [One].", "+1 [Two]."), lines("One.\n", "Two.\n"));
    }

    @Test
    void what_is_far_from_any_change_is_a_gap() {
        var before = IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertEquals(List.of("~9", " 10 10", "-11 [11]", "+11 [eleven]", " 12 12", "~8"), lines(before, before.replace("11", "eleven"), 1));
    }

    @Test
    void nothing_is_told_of_texts_that_are_the_same() {
        assertEquals(List.of(), lines("One.\n", "One.\n"));
        assertEquals(List.of(), Difference.blocks("<p>One.</p>\n<p>Two.</p>", "<p>One.</p><p>Two.</p>", 2));
    }

    @Test
    void blocks_are_told_whole() {
        assertEquals(List.of("SAME <p>One.</p>", "REMOVED <p>Two.</p>", "ADDED <ul><li>Two, at last.</li></ul>", "ADDED <p>Three.</p>", "GAP "),
                Difference.blocks("<p>One.</p><p>Two.</p><hr><p>End.</p>", "<p>One.</p><ul><li>Two, at last.</li></ul><p>Three.</p><hr><p>End.</p>", 1).stream()
                        .map(block -> block.kind() + " " + block.html()).filter(block -> !block.equals("SAME <hr>")).toList());
    }

    @Test
    void large_texts_without_anything_in_common_are_compared_in_time() {
        var before = IntStream.range(0, 40_000).mapToObj(at -> "old line " + at).collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 40_000).mapToObj(at -> "new line " + at * 7).collect(Collectors.joining("\n"));

        assertTimeout(Duration.ofSeconds(5), () -> Difference.lines(before, after, 3));
    }

    @Test
    void places_beyond_what_can_be_compared_in_time_are_told_by_whole_lines() {
        var places = 30;
        var before = IntStream.range(0, places).mapToObj(place -> "same " + sentence(place, "old") + "\nbetween").collect(Collectors.joining("\n"));
        var after = IntStream.range(0, places).mapToObj(place -> "same " + sentence(place, "new") + "\nbetween").collect(Collectors.joining("\n"));

        var told = assertTimeout(Duration.ofSeconds(3), () -> lines(before, after));

        assertEquals("-1 same [old0x0", told.get(0).substring(0, 15));
        assertEquals("-59 same old29x0", told.get(told.size() - 3).substring(0, 16));
    }

    private static String sentence(int place, String word) {
        return IntStream.range(0, 500).mapToObj(at -> word + place + "x" + at).collect(Collectors.joining(" "));
    }

    private static List<String> lines(String before, String after) {
        return lines(before, after, 3);
    }

    private static List<String> lines(String before, String after, int around) {
        return Difference.lines(before, after, around).stream().map(DifferenceTest::line).toList();
    }

    private static String line(Difference.Line line) {
        var text = line.pieces().stream().map(piece -> piece.kind() == Difference.Kind.SAME ? piece.text() : "[" + piece.text() + "]").collect(Collectors.joining());
        return switch (line.kind()) {
            case SAME -> " " + line.number() + " " + text;
            case REMOVED -> "-" + line.number() + " " + text;
            case ADDED -> "+" + line.number() + " " + text;
            case GAP -> "~" + line.number();
        };
    }
}
