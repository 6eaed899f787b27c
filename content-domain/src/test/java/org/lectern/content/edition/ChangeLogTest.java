package org.lectern.content.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeLogTest {

    private static final Change ARTICLE_7 = new Change(Change.Kind.ARTICLE, 7);
    private static final Change TAG_3 = new Change(Change.Kind.TAG, 3);

    @ParameterizedTest
    @EnumSource
    void an_edition_tells_what_it_changed(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var log = new ChangeLog(database, 100);

        var first = advance(database, ARTICLE_7);
        var second = advance(database, TAG_3, ARTICLE_7, TAG_3);

        assertEquals(1, first);
        assertEquals(2, second);
        assertEquals(Optional.of(Set.of(TAG_3, ARTICLE_7)), log.between(1, 2));
        assertEquals(Optional.of(Set.of()), log.between(2, 2));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_rolled_back_leaves_no_number_behind(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ChangeLog.advance(connection, List.of(TAG_3));
            connection.rollback();
        }

        var next = advance(database, ARTICLE_7);

        assertEquals(1, next);
        assertEquals(Optional.of(Set.of(ARTICLE_7)), new ChangeLog(database, 100).between(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void the_epoch_is_named_once_and_renewed_on_demand(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();

        var named = new ChangeLog(database, 100).state().epoch();
        var asked = new ChangeLog(database, 100).state().epoch();
        try (var connection = database.getConnection()) {
            ChangeLog.renewEpoch(connection);
        }
        var renewed = new ChangeLog(database, 100).state().epoch();

        assertFalse(named.isEmpty());
        assertEquals(named, asked);
        assertNotEquals(named, renewed);
    }

    @ParameterizedTest
    @EnumSource
    void the_log_says_so_when_it_does_not_reach_back_far_enough(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var log = new ChangeLog(database, 2);
        for (var subject = 1; subject <= 5; subject++) {
            advance(database, new Change(Change.Kind.ARTICLE, subject));
        }

        log.prune(5);

        assertEquals(Optional.empty(), log.between(2, 5));
        assertEquals(Optional.of(Set.of(new Change(Change.Kind.ARTICLE, 4), new Change(Change.Kind.ARTICLE, 5))), log.between(3, 5));
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_that_only_a_newer_version_knows_is_not_passed_over(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        advance(database, ARTICLE_7);
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("update change_log set kind = 'GLOSSARY'");
        }

        var read = new ChangeLog(database, 100).between(0, 1);

        assertEquals(Optional.empty(), read);
    }

    @ParameterizedTest
    @EnumSource
    void writers_at_the_same_time_get_numbers_without_gaps_in_the_order_of_their_commits(EmptyDatabase vendor) throws Exception {
        var database = vendor.make();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table committed (edition bigint)");
        }
        var writers = Executors.newFixedThreadPool(8);
        var given = new ArrayList<Long>();
        var seen = new ArrayList<Long>();

        var work = new ArrayList<Callable<Long>>();
        for (var writer = 0; writer < 200; writer++) {
            work.add(() -> commit(database, seen));
        }
        for (var done : writers.invokeAll(work)) {
            given.add(done.get());
        }
        writers.shutdown();

        assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), given.stream().sorted().toList());
        assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), seen);
    }

    /** Notes each edition while the row is still locked, so that the notes are in the order of the commits. */
    private static long commit(DataSource database, List<Long> seen) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var number = ChangeLog.advance(connection, List.of(ARTICLE_7));
            try (var query = connection.prepareStatement("select count(*), coalesce(max(edition), 0) from committed"); var row = query.executeQuery()) {
                row.next();
                assertEquals(number - 1, row.getLong(1), "what the edition before wrote is committed");
                assertEquals(number - 1, row.getLong(2));
            }
            try (var insert = connection.prepareStatement("insert into committed values (?)")) {
                insert.setLong(1, number);
                insert.executeUpdate();
            }
            synchronized (seen) {
                seen.add(number);
            }
            connection.commit();
            return number;
        }
    }

    private static long advance(DataSource database, Change... changes) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var number = ChangeLog.advance(connection, List.of(changes));
            connection.commit();
            return number;
        }
    }
}
