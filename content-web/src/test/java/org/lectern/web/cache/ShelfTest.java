package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.archive.Point;
import org.lectern.web.cache.Shelf.Making.Finished;
import org.lectern.web.cache.Shelf.Making.Impossible;
import org.lectern.web.cache.Shelf.Making.Made;
import org.lectern.web.cache.Shelf.Origin;

@Timeout(20)
class ShelfTest {

    private static final String TAG = "/tags/java/";
    private static final Point FIRST = new Point(10, 1, 1);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final AtomicInteger made = new AtomicInteger();
    private volatile Point present = FIRST;
    private volatile Duration outage = Duration.ZERO;

    @AfterEach
    void stop() {
        readers.shutdownNow();
    }

    @Test
    void a_page_is_made_once_and_found_as_long_as_the_archive_stands_still() throws Exception {
        var shelf = shelf(LONG);

        var first = take(shelf, TAG);
        var second = take(shelf, TAG);

        assertEquals(Origin.MADE, first.origin());
        assertEquals(Origin.KEPT, second.origin());
        assertSame(first.page(), second.page());
        assertSame(first.page(), shelf.find(TAG).orElseThrow());
        assertEquals(1, made.get());
    }

    @Test
    void every_step_of_the_archive_makes_all_older_pages_stale_also_one_within_an_edition_and_one_back() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);

        present = new Point(10, 2, 1);
        var expired = take(shelf, TAG).origin();
        present = new Point(3, 3, 3);
        var restored = take(shelf, TAG).origin();

        assertEquals(List.of(Origin.MADE_ANEW, Origin.MADE_ANEW), List.of(expired, restored));
        assertEquals(3, made.get());
    }

    @Test
    void a_page_that_would_be_made_of_the_same_is_current_again_without_being_made() throws Exception {
        var shelf = shelf(LONG);
        var same = new AtomicBoolean(true);
        Basis basis = () -> same.get() ? Optional.of(present) : Optional.empty();
        var first = (Shelf.Page) shelf.take(TAG, passing -> new Finished(TAG, page(present, basis, "made " + made.incrementAndGet())));

        present = new Point(10, 2, 1);
        var confirmed = shelf.find(TAG).orElseThrow();
        var kept = take(shelf, TAG);
        present = new Point(11, 3, 1);
        same.set(false);

        assertEquals(new Point(10, 2, 1), confirmed.point());
        assertSame(first.page().plain(), confirmed.plain());
        assertEquals(Origin.KEPT, kept.origin());
        assertEquals(Optional.empty(), shelf.find(TAG));
        assertEquals("made 2", text(take(shelf, TAG)));
    }

    @Test
    void a_page_that_is_confirmed_while_the_archive_goes_on_is_not_taken_for_a_current_one() throws Exception {
        var shelf = shelf(LONG);
        Basis basis = () -> {
            var seen = present;
            present = new Point(seen.edition() + 1, seen.number() + 1, seen.hidingAt());
            return Optional.of(seen);
        };
        shelf.take(TAG, passing -> new Finished(TAG, page(present, basis, "made")));
        present = new Point(10, 2, 1);

        assertEquals(Optional.empty(), shelf.find(TAG));
    }

    @Test
    void nothing_is_confirmed_while_nothing_can_be_made() throws Exception {
        var shelf = shelf(LONG);
        shelf.take(TAG, passing -> new Finished(TAG, page(present, () -> Optional.of(present), "made")));
        present = new Point(10, 2, 2);
        outage = Duration.ofSeconds(1);

        assertEquals(Optional.empty(), shelf.find(TAG));
    }

    @Test
    void a_page_that_was_made_while_the_archive_went_on_is_not_taken_for_a_current_one() throws Exception {
        var shelf = shelf(LONG);

        var seen = (Shelf.Page) shelf.take(TAG, passing -> {
            var snapshot = present;
            present = new Point(11, 2, 1);       // its follower comes between the snapshot and the rows
            return new Finished(TAG, page(snapshot, "of edition 10"));
        });
        var next = take(shelf, TAG);

        assertEquals("of edition 10", text(seen));
        assertEquals(Origin.MADE_ANEW, next.origin());
        assertEquals(present, next.page().point());
    }

    @Test
    void who_comes_after_a_change_is_not_given_the_page_that_another_began_before_it() throws Exception {
        var shelf = shelf(LONG);
        var go = new CountDownLatch(1);
        var early = begun(shelf, "old", go);
        present = new Point(11, 2, 1);
        var late = readers.submit(() -> take(shelf, TAG));

        go.countDown();

        assertEquals("old", text((Shelf.Page) early.get()));
        assertEquals("made 1", text(late.get()));
        assertEquals("made 1", text(take(shelf, TAG)));
    }

    @Test
    void whether_something_older_lay_here_is_told_to_who_has_it_made_and_to_who_waits_for_that() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);
        present = new Point(11, 2, 1);
        var go = new CountDownLatch(1);
        var making = begun(shelf, "made anew", go);
        var waiting = new FutureTask<>(() -> take(shelf, TAG));
        var reader = new Thread(waiting);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        go.countDown();

        assertEquals(Origin.MADE_ANEW, ((Shelf.Page) making.get()).origin());
        assertEquals(Origin.SHARED_ANEW, waiting.get().origin());
    }

    @ParameterizedTest
    @CsvSource({"1, SHARED, begun before", "2, MADE_ANEW, made 1"})
    void who_waits_takes_what_was_begun_before_even_if_the_archive_goes_on_meanwhile_unless_something_is_hidden(long hidingAt, Origin origin, String text) throws Exception {
        var shelf = shelf(LONG);
        var go = new CountDownLatch(1);
        var early = begun(shelf, "begun before", go);
        var waiting = new FutureTask<>(() -> take(shelf, TAG));
        var reader = new Thread(waiting);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        present = new Point(11, 2, hidingAt);
        go.countDown();

        assertEquals(text, text(waiting.get()));
        assertEquals(origin, waiting.get().origin());
        early.get();
    }

    @Test
    void a_hundred_readers_of_a_cold_page_have_it_made_once() throws Exception {
        var shelf = shelf(LONG);
        var all = new CountDownLatch(100);
        var answers = new ArrayList<Future<Shelf.Answer>>();

        for (var reader = 0; reader < 100; reader++) {
            answers.add(readers.submit(() -> {
                all.countDown();
                return shelf.take(TAG, slow(() -> {
                    all.await();
                    return finished();
                }));
            }));
        }

        for (var answer : answers) {
            assertEquals("made 1", text((Shelf.Page) answer.get()));
        }
        assertEquals(1, made.get());
    }

    @Test
    void who_would_wait_too_long_gets_the_last_page_if_there_is_one_and_else_is_asked_to_come_back() throws Exception {
        var shelf = shelf(Duration.ofMillis(1));
        take(shelf, TAG);
        present = new Point(11, 2, 1);
        var go = new CountDownLatch(1);
        var begun = new CountDownLatch(2);
        for (var address : List.of(TAG, "/tags/new/")) {
            readers.submit(() -> shelf.take(address, slow(() -> {
                begun.countDown();
                go.await();
                return new Shelf.Making.Sent();
            })));
        }
        begun.await();

        var known = take(shelf, TAG);
        var unknown = shelf.take("/tags/new/", passing -> finished());
        go.countDown();

        assertEquals(Origin.STALE, known.origin());
        assertEquals("made 1", text(known));
        assertInstanceOf(Shelf.Nothing.class, unknown);
    }

    @Test
    void nobody_waits_for_a_reader_who_is_slow_to_take_an_answer_that_is_not_kept() throws Exception {
        var shelf = shelf(LONG);
        var taking = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var slow = readers.submit(() -> shelf.take("/sitemap.xml", passing -> {
            passing.run();
            return slow(() -> {
                taking.countDown();
                assertTrue(taken.await(10, TimeUnit.SECONDS), "somebody waits");
                return new Shelf.Making.Sent();
            }).make(passing);
        }));
        taking.await();

        var other = shelf.take("/sitemap.xml", passing -> new Shelf.Making.Sent());
        taken.countDown();

        assertInstanceOf(Shelf.Sent.class, other);
        assertInstanceOf(Shelf.Sent.class, slow.get());
    }

    @Test
    void while_nothing_can_be_made_the_last_page_is_shown_and_says_so() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);
        outage = Duration.ofMinutes(3);

        var current = take(shelf, TAG);
        present = new Point(11, 2, 1);
        var older = take(shelf, TAG);
        var unknown = shelf.take("/tags/new/", passing -> new Impossible());

        assertEquals(Optional.empty(), shelf.find(TAG));
        assertEquals(List.of(Origin.STALE, Origin.STALE), List.of(current.origin(), older.origin()));
        assertInstanceOf(Shelf.Nothing.class, unknown);
        assertEquals(1, made.get());
    }

    @Test
    void the_reader_who_meets_the_outage_first_gets_the_last_page_too() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);
        present = new Point(11, 2, 1);

        var answer = shelf.take(TAG, passing -> new Impossible());

        assertEquals(Origin.STALE, assertInstanceOf(Shelf.Page.class, answer).origin());
    }

    @Test
    void once_something_was_hidden_no_older_page_is_shown_whatever_happens() throws Exception {
        var shelf = shelf(Duration.ofMillis(1));
        take(shelf, TAG);
        present = new Point(11, 2, 2);
        var go = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        readers.submit(() -> shelf.take(TAG, slow(() -> {
            begun.countDown();
            go.await();
            return new Impossible();
        })));
        begun.await();

        var late = shelf.take(TAG, passing -> finished());
        go.countDown();
        outage = Duration.ofSeconds(1);
        var away = shelf.take(TAG, passing -> new Impossible());

        assertInstanceOf(Shelf.Nothing.class, late);
        assertInstanceOf(Shelf.Nothing.class, away);
    }

    @Test
    void an_outage_that_lasts_too_long_ends_the_showing() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);

        outage = Duration.ofHours(24);
        var within = shelf.take(TAG, passing -> new Impossible());
        outage = Duration.ofHours(24).plusSeconds(1);
        var after = shelf.take(TAG, passing -> new Impossible());

        assertInstanceOf(Shelf.Page.class, within);
        assertInstanceOf(Shelf.Nothing.class, after);
    }

    @Test
    void what_was_answered_otherwise_is_not_kept_and_takes_the_page_of_former_times_away() throws Exception {
        var shelf = shelf(LONG);
        take(shelf, TAG);
        present = new Point(11, 2, 1);

        var moved = shelf.take(TAG, passing -> new Shelf.Making.Sent());
        outage = Duration.ofSeconds(1);
        var away = shelf.take(TAG, passing -> new Impossible());

        assertInstanceOf(Shelf.Sent.class, moved);
        assertInstanceOf(Shelf.Nothing.class, away);
    }

    @Test
    void a_page_that_lives_at_another_spelling_is_not_kept_under_this_one() throws Exception {
        var shelf = shelf(LONG);

        var spelled = (Shelf.Page) shelf.take("/tags/j%61va/", passing -> finished());

        assertEquals("made 1", text(spelled));
        assertEquals(Optional.empty(), shelf.find("/tags/j%61va/"));
        assertEquals(Optional.empty(), shelf.find(TAG));
    }

    @Test
    void a_fault_reaches_the_reader_whom_it_met_and_the_next_one_tries_anew() throws Exception {
        var shelf = shelf(LONG);

        assertThrows(IllegalStateException.class, () -> shelf.take(TAG, passing -> {
            throw new IllegalStateException("broken");
        }));

        assertEquals("made 1", text(take(shelf, TAG)));
    }

    @Test
    void holds_no_more_than_its_bytes() throws Exception {
        var shelf = new Shelf(100_000, () -> present, () -> outage, LONG, LONG);

        for (var page = 0; page < 1_000; page++) {
            var address = "/tags/java/page/" + page + "/";
            shelf.take(address, passing -> new Finished(address, page(present, address.repeat(200))));
        }

        var kept = 0;
        for (var page = 0; page < 1_000; page++) {
            kept += shelf.find("/tags/java/page/" + page + "/").map(FinishedPage::weight).orElse(0);
        }
        assertTrue(kept > 50_000 && kept <= 100_000, kept + " bytes");
    }

    private Shelf shelf(Duration patience) {
        return new Shelf(1_000_000, () -> present, () -> outage, Duration.ofHours(24), patience);
    }

    private Shelf.Page take(Shelf shelf, String address) throws Exception {
        return (Shelf.Page) shelf.take(address, passing -> finished());
    }

    /** A reader for whom a page is being made of what is present now, and finished when it may go on. */
    private Future<Shelf.Answer> begun(Shelf shelf, String text, CountDownLatch go) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var reader = readers.submit(() -> shelf.take(TAG, slow(() -> {
            var snapshot = present;
            begun.countDown();
            go.await();
            return new Finished(TAG, page(snapshot, text));
        })));
        begun.await();
        return reader;
    }

    private Made finished() {
        return new Finished(TAG, page(present, "made " + made.incrementAndGet()));
    }

    private static FinishedPage page(Point point, String text) {
        return page(point, Basis.NONE, text);
    }

    private static FinishedPage page(Point point, Basis basis, String text) {
        var held = new HeldBytes(text.length());
        held.writer(StandardCharsets.UTF_8).write(text);
        return new FinishedPage(point, basis, "text/plain", List.of(), held);
    }

    private static String text(Shelf.Page answer) {
        return new String(answer.page().plain().bytes(), StandardCharsets.UTF_8);
    }

    /** Something that takes its time. */
    private interface Slow {

        Made make() throws InterruptedException;
    }

    private static Shelf.Making slow(Slow slow) {
        return passing -> {
            try {
                return slow.make();
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
        };
    }
}
