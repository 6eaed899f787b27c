package org.lectern.content.schema;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

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

/**
 * Brings the tables to what this version needs. With the database away at the start it waits for it, and the application is not ready meanwhile.
 * Tables that are newer than this version are refused.
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

    private volatile boolean current;
    private boolean waiting;

    /** Whether the tables have been brought to this version since the start. */
    public boolean isCurrent() {
        return current;
    }

    void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object application) {
        migrate();
    }

    private void migrate() {
        if (!answers()) {
            later.schedule(this::migrate, RETRY_SECONDS, TimeUnit.SECONDS);
            return;
        }
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource(database).locations("classpath:db").ignoreMigrationPatterns(new String[0]).load().migrate();
        } catch (FlywayException refused) {
            LOG.log(Level.ERROR, "The tables of the database do not fit this version of Lectern, which stays closed: {0}", refused.getMessage().lines().filter(line -> !line.isBlank()).reduce("", (all, line) -> all + " " + line.strip()));
            return;
        }
        current = true;
        later.execute(() -> ready.fire(new SchemaReady()));      // not here: a repository asked during the start waits for the start's end
    }

    private boolean answers() {
        try {
            database.getConnection().close();
            return true;
        } catch (SQLException away) {
            if (!waiting) {
                waiting = true;
                LOG.log(Level.WARNING, "The database does not answer; Lectern stays closed until it does: {0}", away.getMessage());
            }
            return false;
        }
    }
}
