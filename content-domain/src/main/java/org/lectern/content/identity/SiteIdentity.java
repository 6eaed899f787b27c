package org.lectern.content.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** The name of the site that no other has and that it keeps for ever: made at random by whichever node asks first, kept in the database, and so the same on all nodes and in a restored backup. */
@ApplicationScoped
public class SiteIdentity {

    @Resource(lookup = "jdbc/lectern")
    DataSource database;

    private volatile UUID known;

    public UUID value() {
        if (known == null) {
            known = found();
        }
        return known;
    }

    private UUID found() {
        try (var connection = database.getConnection()) {
            var kept = read(connection);
            return kept.isPresent() ? kept.get() : made(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The identity of the site could not be read", e);
        }
    }

    /** Of several nodes that come here at once one writes; the others wait for its row and read what it has written. */
    private static UUID made(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update site set identity = ? where id = 1 and identity = ''")) {
            update.setString(1, UUID.randomUUID().toString());
            update.executeUpdate();
        }
        return read(connection).orElseThrow(() -> new SQLException("The row of the site is missing"));
    }

    private static Optional<UUID> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("select identity from site where id = 1 and identity <> ''")) {
            return row.next() ? Optional.of(UUID.fromString(row.getString(1))) : Optional.empty();
        }
    }
}
