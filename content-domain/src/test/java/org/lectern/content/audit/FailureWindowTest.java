package org.lectern.content.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FailureWindowTest {

    private final FailureWindow window = FailureWindow.ofStrangers();

    @Test
    void the_first_failure_is_written_and_its_repetitions_are_told_in_one_line() {
        assertTrue(window.isNews(failure("mia", "203.0.113.7")));
        assertFalse(window.isNews(failure("mia", "203.0.113.7")));
        assertFalse(window.isNews(failure("mia", "203.0.113.7")));

        assertEquals(List.of(new FailureWindow.Repeated("mia", "203.0.113.7", 2)), window.rest());
    }

    @Test
    void another_account_or_another_address_is_news() {
        assertTrue(window.isNews(failure("mia", "203.0.113.7")));
        assertTrue(window.isNews(failure("max", "203.0.113.7")));
        assertTrue(window.isNews(failure("mia", "203.0.113.8")));

        assertEquals(List.of(), window.rest());
    }

    @Test
    void made_up_accounts_of_one_address_get_five_lines_and_a_sum() {
        var written = IntStream.range(0, 1_000).filter(number -> window.isNews(failure("guess" + number, "203.0.113.7"))).count();

        assertEquals(5, written);
        assertEquals(List.of(new FailureWindow.Repeated("", "203.0.113.7", 995)), window.rest());
    }

    @Test
    void a_thousand_addresses_get_twenty_lines_and_a_sum() {
        var written = IntStream.range(0, 1_000).filter(number -> window.isNews(failure("admin", "2001:db8::" + number))).count();

        assertEquals(20, written);
        assertEquals(List.of(new FailureWindow.Repeated("", "", 980)), window.rest());
    }

    @Test
    void whoever_is_refused_often_hides_nobody_who_comes_by_the_same_proxy() {
        var people = FailureWindow.ofAccounts();
        var written = IntStream.range(0, 1_000).filter(number -> people.isNews(new FailureWindow.Failure("rita", "203.0.113.7", "/admin/" + number))).count();

        assertEquals(5, written);
        assertTrue(people.isNews(new FailureWindow.Failure("anna", "203.0.113.7", "/admin/audit")));
        assertEquals(List.of(new FailureWindow.Repeated("rita", "", 995)), people.rest());
    }

    private static FailureWindow.Failure failure(String account, String address) {
        return new FailureWindow.Failure(account, address, "form");
    }
}
