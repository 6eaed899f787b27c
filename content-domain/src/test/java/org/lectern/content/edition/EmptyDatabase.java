package org.lectern.content.edition;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A database that holds nothing but the schema, another with each call. */
public enum EmptyDatabase {

    H2 {
        @Override
        public DataSource make() {
            var made = new JdbcDataSource();
            made.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
            migrate(made);
            return made;
        }
    },

    POSTGRESQL {
        @Override
        public DataSource make() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create database " + name + " template lectern");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.POSTGRES.getDatabase("postgres", name);
        }
    };

    public abstract DataSource make();

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).locations("classpath:db").load().migrate();
    }

    /** One server for all tests of a run; it ends with the run. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.start();
                try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                    statement.execute("create database lectern");
                }
                migrate(server.getDatabase("postgres", "lectern"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
