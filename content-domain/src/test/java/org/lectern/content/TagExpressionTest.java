package org.lectern.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagExpressionTest {

    private static final Slug A = new Slug("a");
    private static final Slug B = new Slug("b");
    private static final Slug C = new Slug("c");

    @Test
    void order_and_repetition_make_no_difference() {
        assertEquals(expression(List.of(A, B), List.of(), List.of(C)), expression(List.of(B, A, B), List.of(), List.of(C, C)));
        assertEquals(expression(List.of(), List.of(A, B), List.of()), expression(List.of(), List.of(B, A), List.of()));
        assertNotEquals(expression(List.of(A, B), List.of(), List.of()), expression(List.of(), List.of(A, B), List.of()));
    }

    @Test
    void one_alternative_alone_is_a_demand() {
        assertEquals(expression(List.of(A, B), List.of(), List.of()), expression(List.of(A), List.of(B), List.of()));
        assertEquals(expression(List.of(B), List.of(), List.of(A)), expression(List.of(), List.of(A, B), List.of(A)));
    }

    @Test
    void alternatives_that_are_met_already_say_nothing() {
        assertEquals(TagExpression.of(A), expression(List.of(A), List.of(A, B), List.of()));
    }

    @Test
    void what_asks_for_one_tag_alone_is_that_tag() {
        assertEquals(Optional.of(A), expression(List.of(), List.of(A), List.of()).tag());
        assertEquals(Optional.empty(), expression(List.of(A), List.of(), List.of(B)).tag());
        assertEquals(Optional.empty(), expression(List.of(), List.of(), List.of(B)).tag());
    }

    @Test
    void a_contradiction_keeps_its_terms_and_says_where_it_lies() {
        assertEquals(Optional.of(A), expression(List.of(A, B), List.of(), List.of(A)).contradiction());
        assertEquals(Optional.of(A), expression(List.of(C), List.of(A, B), List.of(A, B)).contradiction());
        assertEquals(List.of(A, B), expression(List.of(C), List.of(A, B), List.of(A, B)).any());
        assertEquals(Optional.empty(), expression(List.of(A), List.of(B, C), List.of(B)).contradiction());
    }

    @Test
    void terms_can_be_added_and_taken_away() {
        assertEquals(Optional.of(expression(List.of(A, B), List.of(), List.of(C))), expression(List.of(A), List.of(), List.of(C)).and(B));
        assertEquals(Optional.of(TagExpression.of(A)), expression(List.of(A), List.of(), List.of(C)).without(C));
        assertEquals(Optional.empty(), TagExpression.of(A).without(A));
    }

    @Test
    void there_is_at_least_one_term_and_there_are_not_too_many() {
        var many = IntStream.rangeClosed(0, TagExpression.MOST_TERMS).mapToObj(number -> new Slug("t" + number)).toList();

        assertEquals(Optional.empty(), TagExpression.of(List.of(), List.of(), List.of()));
        assertEquals(Optional.empty(), TagExpression.of(many, List.of(), List.of()));
        assertEquals(Optional.empty(), expression(many.subList(1, many.size()), List.of(), List.of()).and(A));
        assertThrows(IllegalArgumentException.class, () -> expression(List.of(), List.of(), List.of()));
    }

    private static TagExpression expression(List<Slug> all, List<Slug> any, List<Slug> not) {
        return new TagExpression(all, any, not);
    }
}
