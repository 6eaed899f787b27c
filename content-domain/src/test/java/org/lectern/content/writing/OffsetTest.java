package org.lectern.content.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OffsetTest {

    @Test
    void a_page_begins_behind_those_before_it() {
        assertEquals(0, Offset.of(1, 50));
        assertEquals(100, Offset.of(3, 50));
    }

    @Test
    void no_page_is_so_far_away_that_its_number_turns_round() {
        assertEquals(Integer.MAX_VALUE - 50, Offset.of(999_999_999, 50));
        assertEquals(Integer.MAX_VALUE - 50, Offset.of(Integer.MAX_VALUE, 50));
    }
}
