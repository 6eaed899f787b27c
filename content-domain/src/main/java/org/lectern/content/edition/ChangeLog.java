package org.lectern.content.edition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** The edition's row and the log of changes, as followers read them: each call is a transaction of its own at READ COMMITTED. */
final class ChangeLog {

    /** More changes than this are not read one by one: making all anew is cheaper. */
    static final int MOST_CHANGES = 50_000;

    private final DataSource database;
    private final long kept;

    /** @param kept how many editions the log goes back; a follower that is further behind makes all anew. At least 1 */
    ChangeLog(DataSource database, long kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("At least one edition is kept, not " + kept);
        }
        this.database = database;
        this.kept = kept;
    }

    /** The last step of a transaction that is under way on this connection. The row stays locked until that transaction ends. */
    static long advance(Connection connection, Collection<Change> changes) throws SQLException {
        var stamp = ThreadLocalRandom.current().nextLong();
        try (var update = connection.prepareStatement("update edition set number = number + 1, stamp = ? where id = 1")) {
            update.setLong(1, stamp);
            update.executeUpdate();
        }
        var number = read(connection).edition();
        try (var insert = connection.prepareStatement("insert into change_log (edition, place, kind, subject, stamp) values (?, ?, ?, ?, ?)")) {
            var place = 0;
            for (var change : new LinkedHashSet<>(changes)) {
                insert.setLong(1, number);
                insert.setInt(2, place++);
                insert.setString(3, change.kind().name());
                insert.setLong(4, change.subject());
                insert.setLong(5, stamp);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return number;
    }

    static void renewEpoch(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update edition set epoch = ? where id = 1")) {
            update.setString(1, UUID.randomUUID().toString());
            update.executeUpdate();
        }
    }

    static State read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("select number, epoch, stamp from edition where id = 1")) {
            if (!row.next()) {
                throw new SQLException("The row of the edition is missing");
            }
            return new State(row.getLong(1), row.getString(2), row.getLong(3));
        }
    }

    /** What is committed now. The first call ever names the epoch. */
    State state() throws SQLException {
        try (var connection = database.getConnection()) {
            var state = read(connection);
            if (!state.epoch().isEmpty()) {
                return state;
            }
            try (var update = connection.prepareStatement("update edition set epoch = ? where id = 1 and epoch = ''")) {
                update.setString(1, UUID.randomUUID().toString());
                update.executeUpdate();
            }
            return read(connection);
        }
    }

    /** Whether what is committed has gone on from this state. Not so if a backup took its place: then another edition bears its number, or none. */
    boolean wentThrough(State state) throws SQLException {
        if (state.edition() == 0) {
            return true;
        }
        try (var connection = database.getConnection(); var query = connection.prepareStatement("select stamp from change_log where edition = ? and place = 0")) {
            query.setLong(1, state.edition());
            try (var row = query.executeQuery()) {
                return row.next() && row.getLong(1) == state.stamp();
            }
        }
    }

    /**
     * All that changed after one edition up to another; empty if the log does not hold them all, if they are more than {@link #MOST_CHANGES}, or if
     * one is of a kind that only a newer Lectern beside this one knows.
     */
    Optional<Set<Change>> between(long after, long reached) throws SQLException {
        var changes = new LinkedHashSet<Change>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select edition, kind, subject from change_log where edition > ? and edition <= ? order by edition, place fetch first " + (MOST_CHANGES + 1) + " rows only")) {
            query.setLong(1, after);
            query.setLong(2, reached);
            var last = after;
            var read = 0;
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var edition = row.getLong(1);
                    if (edition > last + 1 || ++read > MOST_CHANGES) {
                        return Optional.empty();
                    }
                    last = edition;
                    var kind = Change.Kind.named(row.getString(2));
                    if (kind.isEmpty()) {
                        return Optional.empty();
                    }
                    changes.add(new Change(kind.get(), row.getLong(3)));
                }
            }
            return last == reached ? Optional.of(changes) : Optional.empty();
        }
    }

    /** Forgets what lies further back than is kept. */
    void prune(long reached) throws SQLException {
        try (var connection = database.getConnection(); var delete = connection.prepareStatement("delete from change_log where edition <= ?")) {
            delete.setLong(1, reached - kept);
            delete.executeUpdate();
        }
    }
}
