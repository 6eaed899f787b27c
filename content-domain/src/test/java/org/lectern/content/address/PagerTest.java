package org.lectern.content.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void shows_the_first_the_last_and_those_around() {
        assertEquals("1 … 6 [7] 8 … 20", shown(7, 20));
    }

    @Test
    void no_gap_stands_for_a_single_page() {
        assertEquals("1 2 3 [4] 5 … 20", shown(4, 20));
        assertEquals("1 … 16 [17] 18 19 20", shown(17, 20));
    }

    @Test
    void at_either_end_nothing_lies_beyond() {
        assertEquals("[1] 2 … 20", shown(1, 20));
        assertEquals("1 … 19 [20]", shown(20, 20));
        assertEquals("[1] 2", shown(1, 2));
    }

    @Test
    void a_single_page_needs_no_pager() {
        assertFalse(pager(1, 1).isNeeded());
        assertTrue(pager(1, 2).isNeeded());
    }

    @Test
    void leads_to_older_and_to_newer_pages() {
        assertEquals("/page/3/", pager(2, 3).getNext());
        assertEquals("/page/1/", pager(2, 3).getPrevious());
        assertTrue(pager(1, 3).isFirst());
        assertTrue(pager(3, 3).isLast());
        assertFalse(pager(2, 3).isFirst() || pager(2, 3).isLast());
    }

    private static Pager pager(int page, int pages) {
        return new Pager(page, pages, number -> "/page/" + number + "/");
    }

    private static String shown(int page, int pages) {
        return pager(page, pages).getSteps().stream().map(step -> step.gap() ? "…" : step.current() ? "[" + step.number() + "]" : "" + step.number()).collect(Collectors.joining(" "));
    }
}
