package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final SteppingClock clock = new SteppingClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void five_wrong_tries_are_free_then_each_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
        for (int tries = 0; tries < 5; tries++) {
            assertEquals(NOW, tries("admin", "10.0.0.1", false));
        }

        assertEquals(FIVE_SECONDS, throttle.ask("admin", "10.0.0.1"));
        clock.pass(FIVE_SECONDS);
        assertEquals(NOW, tries("admin", "10.0.0.1", false));
        assertEquals(Duration.ofSeconds(10), throttle.ask("admin", "10.0.0.1"));
        for (int tries = 0; tries < 10; tries++) {
            clock.pass(throttle.ask("admin", "10.0.0.1"));
            tries("admin", "10.0.0.1", false);
        }
        assertEquals(Duration.ofMinutes(15), throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void being_asked_in_vain_prolongs_nothing() {
        guess("admin", "10.0.0.1", 5);
        clock.pass(Duration.ofSeconds(4));

        assertEquals(Duration.ofSeconds(1), throttle.ask("admin", "10.0.0.1"));
        assertEquals(Duration.ofSeconds(1), throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void time_forgives_wrong_tries_one_after_the_other() {
        guess("admin", "10.0.0.1", 5);
        clock.pass(Duration.ofMinutes(60));

        guess("admin", "10.0.0.1", 2);

        assertEquals(FIVE_SECONDS, throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void other_spellings_of_a_name_are_no_further_tries() {
        guess("admin", "10.0.0.1", 4);
        guess(" ADMIN ", "10.0.0.1", 1);

        assertEquals(FIVE_SECONDS, throttle.ask("Admin", "10.0.0.1"));
    }

    @Test
    void an_ipv6_network_counts_as_one_address() {
        guess("admin", "2001:db8:1:2::1", 5);

        assertEquals(FIVE_SECONDS, throttle.ask("admin", "2001:db8:1:2:ffff::9"));
        assertEquals(NOW, throttle.ask("admin", "2001:db8:1:3::1"));
    }

    @Test
    void a_stranger_locks_nobody_out() {
        for (int address = 0; address < 1000; address++) {
            guess("admin", "10.1." + address / 250 + "." + address % 250, 5);
        }

        assertEquals(FIVE_SECONDS, throttle.ask("admin", "10.0.0.1"));
        clock.pass(FIVE_SECONDS);
        assertEquals(NOW, throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void an_attack_is_forgotten_soon_after_its_end() {
        for (int address = 0; address < 1000; address++) {
            guess("admin", "10.1." + address / 250 + "." + address % 250, 5);
        }

        clock.pass(Duration.ofHours(1));

        assertEquals(NOW, throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void who_has_signed_in_from_here_before_does_not_feel_what_a_stranger_does() {
        assertEquals(NOW, tries("admin", "10.0.0.1", true));
        for (int address = 0; address < 100; address++) {
            guess("admin", "10.1.0." + address, 5);
        }

        assertEquals(NOW, throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void an_address_that_guesses_at_many_accounts_has_one_try_in_a_second_for_all_of_them() {
        for (int account = 0; account < 60; account++) {
            guess("user" + account, "10.0.0.1", 1);
        }

        var passed = 0;
        for (int second = 0; second < 100; second++) {
            for (int account = 0; account < 100; account++) {
                if (throttle.ask("other" + account, "10.0.0.1").isZero()) {
                    throttle.settle("other" + account, "10.0.0.1", false);
                    passed++;
                }
            }
            clock.pass(Duration.ofSeconds(1));
        }

        assertEquals(99, passed);
        assertEquals(NOW, throttle.ask("another", "10.0.0.2"));
    }

    @Test
    void an_address_that_tries_many_accounts_at_the_same_time_is_slowed_down_before_the_first_answer() {
        var passed = 0;
        for (int account = 0; account < 100; account++) {
            passed += throttle.ask("user" + account, "10.0.0.1").isZero() ? 1 : 0;
        }

        assertEquals(60, passed);
    }

    @Test
    void who_asks_for_many_accounts_does_not_make_the_wrong_tries_at_one_forgotten() {
        guess("eva", "10.0.0.1", 8);
        for (int account = 0; account < 2 * SignInThrottle.MOST; account++) {
            throttle.ask("junk" + account, "10.0.0.1");
        }

        assertEquals(Duration.ofSeconds(40), throttle.ask("eva", "10.0.0.1"));
    }

    @Test
    void tries_at_the_same_time_are_bounded_too() {
        for (int tries = 0; tries < 8; tries++) {
            assertEquals(NOW, throttle.ask("admin", "10.0.0.1"));
        }

        assertEquals(Duration.ofSeconds(1), throttle.ask("admin", "10.0.0.1"));
    }

    @Test
    void a_program_that_signs_in_often_is_not_slowed_down() {
        tries("robot", "10.0.0.1", true);

        for (int tries = 0; tries < 50; tries++) {
            assertEquals(NOW, throttle.ask("robot", "10.0.0.1"));
        }
    }

    @Test
    void what_is_remembered_is_bounded() {
        for (int number = 0; number < 3 * SignInThrottle.MOST; number++) {
            tries("user" + number, "10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256, false);
        }

        assertTrue(throttle.size() <= 4 * SignInThrottle.MOST, throttle.size() + " entries");
    }

    private void guess(String account, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.ask(account, address);
            throttle.settle(account, address, false);
        }
    }

    private Duration tries(String account, String address, boolean rightly) {
        var wait = throttle.ask(account, address);
        throttle.settle(account, address, rightly);
        return wait;
    }

    private static class SteppingClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
