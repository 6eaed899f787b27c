package org.lectern.content.edition;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lectern.content.schema.SchemaReady;

/**
 * The number of the state that readers should see. A transaction that changes what readers see ends by {@link #advance}; this node's followers are
 * told right after its commit, those of other nodes within half a second.
 *
 * <p>When the tables are ready, one thread begins to follow, and goes on as long as the application runs.
 */
@ApplicationScoped
public class Edition {

    private static final System.Logger LOG = System.getLogger(Edition.class.getName());

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long KEPT = 100_000;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Resource(lookup = "jdbc/lectern")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Instance<Follower> found;

    @Inject
    Event<EditionAdvanced> advanced;

    private final Semaphore woken = new Semaphore(0);
    private volatile Followers followers;
    private volatile Thread thread;

    /**
     * Makes the transaction under way the next edition, and writes down what it changed. Must be its last step: the one row that holds the number
     * is locked from here to the commit, so that numbers come in the order of the commits and without gaps, and every other writer waits for it
     * meanwhile. Whatever is written after it would be seen by readers under a number that does not tell of it.
     *
     * @param changes what readers see otherwise now; with none there is no new edition
     * @return the number of the new edition, or of the present one if nothing changed
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long advance(Collection<Change> changes) {
        entities.flush();
        var connection = entities.unwrap(Connection.class);
        try {
            if (changes.isEmpty()) {
                return ChangeLog.read(connection).edition();
            }
            var number = ChangeLog.advance(connection, changes);
            advanced.fire(new EditionAdvanced(number));
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException("The edition could not be advanced", e);
        }
    }

    /** Begins a new history, in which numbers may start lower: all followers of all nodes make all anew. The step that ends the restoring of a backup. */
    @Transactional
    public void renewEpoch() {
        try {
            ChangeLog.renewEpoch(entities.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be renewed", e);
        }
    }

    /**
     * Waits until this node shows its readers at least this edition. To be called after the commit: inside the transaction it waits in vain.
     *
     * @return false if that took longer than {@code atMost}
     */
    public boolean awaitReached(long number, Duration atMost) {
        try {
            var following = followers;
            return following != null && following.awaitReached(number, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until this node shows its readers whatever is committed now. To be called after the commit.
     *
     * @return false if that took longer than {@code atMost}, or the database does not answer
     */
    public boolean awaitCommitted(Duration atMost) {
        try {
            return awaitReached(committed(), atMost);
        } catch (IllegalStateException away) {
            LOG.log(Level.DEBUG, "Nobody knows what is committed now", away);
            return false;
        }
    }

    /** The number that is committed now; what this node shows may be behind it. */
    public long committed() {
        try {
            return new ChangeLog(database, KEPT).state().edition();
        } catch (SQLException e) {
            throw new IllegalStateException("The edition could not be read", e);
        }
    }

    /** Whether the database did not answer when it was last asked, which is twice a second. */
    public boolean isDatabaseAway() {
        var following = followers;
        return following != null && following.isDatabaseAway();
    }

    /** For how long it has not answered; zero while it does. */
    public Duration databaseAwayFor() {
        var following = followers;
        return following == null ? Duration.ZERO : following.databaseAwayFor();
    }

    /** {@link #databaseAwayFor} for those who ask with every request: without the container's proxy in between. */
    public Supplier<Duration> outage() {
        return this::databaseAwayFor;
    }

    void start(@Observes SchemaReady ready) {
        followers = new Followers(new ChangeLog(database, KEPT), found.stream().toList());
        thread = threads.newThread(this::follow);
        thread.setName("lectern-follower");
        thread.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) EditionAdvanced event) {
        woken.release();
    }

    @PreDestroy
    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            followers.step();
            try {
                woken.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
