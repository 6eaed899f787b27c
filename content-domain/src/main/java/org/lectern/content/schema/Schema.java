package org.lectern.content.schema;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import org.lectern.content.ReadinessAsked;

/**
 * Brings the tables to what this version needs. With the database away at the start it waits for it, says so by {@link DatabaseCame}, and leaves the rest to
 * the next start: what the container makes of a persistence unit without a database is of no use any more. Tables that are newer than this version are refused.
 */
@ApplicationScoped
public class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource(lookup = "jdbc/lectern")
    DataSource database;

    @Resource
    ManagedScheduledExecutorService later;

    @Inject
    Event<SchemaReady> ready;

    @Inject
    Event<DatabaseCame> came;

    private volatile boolean current;

    void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object application) {
        migrate();
    }

    private void migrate() {
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource(database).locations("classpath:db").ignoreMigrationPatterns(new String[0]).load().migrate();
        } catch (FlywayException refused) {
            var away = whyAway();
            if (away.isPresent()) {
                LOG.log(Level.WARNING, "The database does not answer; Lectern stays closed until it does: {0}", away.get());
                later.schedule(this::await, RETRY_SECONDS, TimeUnit.SECONDS);
                return;
            }
            LOG.log(Level.ERROR, "The tables of the database do not fit this version of Lectern, which stays closed: {0}", refused.getMessage().lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" ")));
            return;
        }
        current = true;
        later.execute(() -> ready.fire(new SchemaReady()));      // not here: a repository asked during the start waits for the start's end
    }

    private void await() {
        if (whyAway().isPresent()) {
            later.schedule(this::await, RETRY_SECONDS, TimeUnit.SECONDS);
        } else {
            came.fire(new DatabaseCame());
        }
    }

    private Optional<String> whyAway() {
        try {
            database.getConnection().close();
            return Optional.empty();
        } catch (SQLException away) {
            return Optional.of(away.getMessage());
        }
    }

    void tell(@Observes ReadinessAsked asked) {
        asked.part("schema", current);
    }
}
