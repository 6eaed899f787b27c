package org.lectern.content.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Role;

class ProgramsTest {

    private final Programs programs = new Programs();

    @Test
    void a_program_that_signs_in_with_each_request_is_told_once_in_an_hour() {
        var told = IntStream.range(0, 7_200).filter(second -> isTold("mia", "203.0.113.7", second)).boxed().toList();

        assertEquals(List.of(0, 3_600), told);
    }

    @Test
    void another_account_or_another_address_is_news() {
        assertTrue(isTold("mia", "203.0.113.7", 0));
        assertTrue(isTold("max", "203.0.113.7", 0));
        assertTrue(isTold("mia", "203.0.113.8", 0));
        assertFalse(isTold("mia", "203.0.113.7", 1));
    }

    @Test
    void what_could_not_be_written_is_told_with_the_next_request() {
        assertTrue(programs.isNews(signedIn("mia", "203.0.113.7", 0)));
        assertTrue(programs.isNews(signedIn("mia", "203.0.113.7", 1)));
    }

    @Test
    void no_more_are_remembered_than_a_bound() {
        for (var number = 0; number < Programs.MOST; number++) {
            isTold("mia", "address " + number, 0);
        }
        assertFalse(isTold("mia", "address 0", 1));

        isTold("mia", "one more", 1);

        assertTrue(isTold("mia", "address 0", 2));
    }

    private boolean isTold(String account, String address, int second) {
        var signedIn = signedIn(account, address, second);
        var news = programs.isNews(signedIn);
        if (news) {
            programs.remember(signedIn);
        }
        return news;
    }

    private static ProgramSignedIn signedIn(String account, String address, int second) {
        return new ProgramSignedIn(new Actor(account, Set.of(Role.AUTHOR), address), Instant.parse("2026-11-29T06:00:00Z").plusSeconds(second));
    }
}
