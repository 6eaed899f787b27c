package org.lectern.content.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private static final Change ARTICLE_7 = new Change(Change.Kind.ARTICLE, 7);
    private static final Change TAG_3 = new Change(Change.Kind.TAG, 3);

    private final String address = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final JdbcDataSource database = new JdbcDataSource();
    private final List<String> told = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger(Followers.class.getName());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void migrate() {
        database.setURL(address);
        Flyway.configure().dataSource(database).locations("classpath:db").load().migrate();
        log.addHandler(listener);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void unhook() {
        log.removeHandler(listener);
        log.setUseParentHandlers(true);
    }

    @Test
    void all_are_built_at_the_start_in_their_order_and_then_told_what_changed() throws SQLException {
        var followers = followers(new Teller("pages", 300), new Teller("archive", 100), new Teller("search", 200));
        advance(ARTICLE_7);

        followers.step();
        advance(TAG_3);
        followers.step();
        followers.step();

        assertEquals(List.of("archive builds 1", "search builds 1", "pages builds 1",
                "archive follows to 2: TAG 3", "search follows to 2: TAG 3", "pages follows to 2: TAG 3"), told);
    }

    @Test
    void many_editions_are_one_step() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        followers.step();

        advance(ARTICLE_7);
        advance(TAG_3, ARTICLE_7);
        followers.step();

        assertEquals(List.of("archive builds 0", "archive follows to 2: ARTICLE 7, TAG 3"), told);
    }

    @Test
    void one_that_fails_is_told_again_with_what_came_since_and_holds_up_no_other() throws SQLException {
        var search = new Teller("search", 100);
        var followers = followers(search, new Teller("pages", 200));
        followers.step();
        told.clear();

        search.fails = true;
        advance(ARTICLE_7);
        followers.step();
        followers.step();
        search.fails = false;
        advance(TAG_3);
        followers.step();
        followers.step();

        assertEquals(List.of("pages follows to 1: ARTICLE 7", "pages follows to 2: TAG 3", "search follows to 2: ARTICLE 7, TAG 3"), told);
    }

    @Test
    void the_log_tells_of_a_failing_one_once_and_of_its_recovery() throws SQLException {
        var search = new Teller("search", 100);
        var followers = followers(search);
        search.fails = true;
        for (var step = 0; step < 10; step++) {
            followers.step();
        }

        search.fails = false;
        for (var step = 0; step < 10; step++) {
            followers.step();
        }

        assertEquals(2, logged.size(), logged.toString());
        assertTrue(logged.get(0).contains("could not follow"), logged.get(0));
        assertTrue(logged.get(1).startsWith("INFO"), logged.get(1));
        assertEquals(List.of("search builds 0"), told);
    }

    @Test
    void a_renewed_epoch_builds_all_anew() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        advance(ARTICLE_7);
        followers.step();

        try (var connection = database.getConnection()) {
            ChangeLog.renewEpoch(connection);
        }
        followers.step();

        assertEquals(List.of("archive builds 1", "archive builds 1"), told);
    }

    @Test
    void a_number_that_fell_builds_all_anew() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        advance(ARTICLE_7);
        advance(ARTICLE_7);
        followers.step();

        sql("update edition set number = 1");
        followers.step();

        assertEquals(List.of("archive builds 2", "archive builds 1"), told);
    }

    @Test
    void a_gap_in_the_log_builds_all_anew() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        followers.step();
        advance(ARTICLE_7);
        advance(ARTICLE_7);

        sql("delete from change_log where edition = 1");
        followers.step();

        assertEquals(List.of("archive builds 0", "archive builds 2"), told);
    }

    @Test
    void the_log_is_pruned_and_whoever_comes_too_late_builds_all_anew() throws SQLException {
        var late = new Followers(new ChangeLog(database, 2), List.of(new Teller("late", 100)));
        late.step();
        for (var edition = 0; edition < 5; edition++) {
            advance(ARTICLE_7);
        }

        var other = new Followers(new ChangeLog(database, 2), List.of(new Teller("other", 100)));
        other.step();
        late.step();

        assertEquals(List.of("late builds 0", "other builds 5", "late builds 5"), told);
    }

    @Test
    void a_change_of_the_whole_site_builds_all_anew() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        followers.step();

        advance(ARTICLE_7, Change.SITE);
        followers.step();

        assertEquals(List.of("archive builds 0", "archive builds 1"), told);
    }

    @Test
    void an_outage_is_borne_with_one_line_when_it_begins_and_one_when_it_ends() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        followers.step();

        goAway();
        followers.step();
        followers.step();
        var awayMeanwhile = followers.isDatabaseAway();
        comeBack();
        advance(ARTICLE_7);
        followers.step();

        assertTrue(awayMeanwhile);
        assertFalse(followers.isDatabaseAway());
        assertEquals(List.of("archive builds 0", "archive follows to 1: ARTICLE 7"), told);
        assertEquals(2, logged.size(), logged.toString());
        assertTrue(logged.get(0).startsWith("WARNING The database does not answer"), logged.get(0));
        assertTrue(logged.get(1).startsWith("INFO The database answers again"), logged.get(1));
    }

    @Test
    void with_the_database_away_at_the_start_it_waits_for_it() {
        var followers = followers(new Teller("archive", 100));
        goAway();
        followers.step();
        var awayAtTheStart = followers.isDatabaseAway();
        var toldWithout = List.copyOf(told);

        comeBack();
        followers.step();

        assertTrue(awayAtTheStart);
        assertEquals(List.of(), toldWithout);
        assertFalse(followers.isDatabaseAway());
        assertEquals(List.of("archive builds 0"), told);
    }

    @Test
    void who_waits_for_an_edition_goes_on_when_the_last_follower_has_reached_it() throws Exception {
        var followers = followers(new Teller("archive", 100), new Teller("search", 200));
        followers.step();
        var number = advance(ARTICLE_7);
        var waits = new CountDownLatch(1);
        var answer = new ArrayList<Boolean>();
        var waiting = new Thread(() -> {
            waits.countDown();
            try {
                answer.add(followers.awaitReached(number, Duration.ofSeconds(20)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        waits.await();

        var tooEarly = followers.awaitReached(number, Duration.ZERO);
        followers.step();
        waiting.join();

        assertFalse(tooEarly);
        assertEquals(List.of(true), answer);
    }

    @Test
    void who_waits_for_an_edition_that_nobody_has_made_waits_for_one_look_and_no_longer() throws Exception {
        var followers = followers(new Teller("archive", 100));
        followers.step();
        var waiting = waitingFor(7, followers);

        followers.step();

        assertFalse(waiting.get(1, TimeUnit.MINUTES));
    }

    @Test
    void while_the_database_is_away_nobody_waits_for_an_edition() throws Exception {
        var followers = followers(new Teller("archive", 100));
        followers.step();
        var waiting = waitingFor(1, followers);

        goAway();
        followers.step();

        assertFalse(waiting.get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_database_that_hangs_is_away_as_one_that_refuses() throws Exception {
        var hangs = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var slow = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
            asked.countDown();
            hangs.await();
            return method.invoke(database, arguments);
        });
        var followers = new Followers(new ChangeLog(slow, 100), List.of(new Teller("archive", 100)));
        var step = new Thread(followers::step);
        step.start();
        asked.await();
        var awayAtOnce = followers.isDatabaseAway();

        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!followers.isDatabaseAway() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
        var awayFor = followers.databaseAwayFor();
        hangs.countDown();
        step.join();

        assertFalse(awayAtOnce);
        assertTrue(awayFor.compareTo(Duration.ofSeconds(2)) >= 0, awayFor.toString());
        assertFalse(followers.isDatabaseAway());
        assertEquals(List.of("archive builds 0"), told);
    }

    @Test
    void a_backup_that_was_written_on_to_the_same_number_makes_all_anew() throws SQLException {
        var followers = followers(new Teller("archive", 100));
        advance(ARTICLE_7);
        advance(ARTICLE_7);
        followers.step();

        goBackTo(1);
        advance(TAG_3);
        followers.step();
        goBackTo(1);
        advance(TAG_3);
        advance(ARTICLE_7);
        followers.step();

        assertEquals(List.of("archive builds 2", "archive builds 2", "archive builds 3"), told);
    }

    /** Somebody who waits by now. */
    private static Future<Boolean> waitingFor(long number, Followers followers) {
        var waiting = new FutureTask<>(() -> followers.awaitReached(number, Duration.ofMinutes(5)));
        var thread = new Thread(waiting);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    /** As a backup of that time does. */
    private void goBackTo(long number) throws SQLException {
        sql("delete from change_log where edition > " + number);
        sql("update edition set number = " + number + ", stamp = (select max(stamp) from change_log where edition = " + number + ")");
    }

    private void goAway() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";IFEXISTS=TRUE");
    }

    private void comeBack() {
        database.setURL(address);
    }

    private Followers followers(Follower... all) {
        return new Followers(new ChangeLog(database, 100), List.of(all));
    }

    private long advance(Change... changes) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var number = ChangeLog.advance(connection, List.of(changes));
            connection.commit();
            return number;
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Writes down what it is told. */
    private final class Teller implements Follower {

        private final String name;
        private final int order;
        private boolean fails;

        Teller(String name, int order) {
            this.name = name;
            this.order = order;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public void follow(Reached what) {
            tell(name + " follows to " + what.edition() + ": " + String.join(", ", new TreeSet<>(what.changes().stream().map(change -> change.kind() + " " + change.subject()).toList())));
        }

        @Override
        public void rebuild(State state) {
            tell(name + " builds " + state.edition());
        }

        private void tell(String line) {
            if (fails) {
                throw new IllegalStateException("The disk is full");
            }
            told.add(line);
        }
    }
}
