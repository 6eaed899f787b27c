package org.lectern.content.edition;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** All followers of this node and where each of them stands. One thread calls {@link #step}; any may ask and wait. */
final class Followers {

    private static final System.Logger LOG = System.getLogger(Followers.class.getName());
    private static final int LONGEST_PAUSE = 60;
    private static final int PRUNED_EVERY = 1_000;

    /** A database that takes longer to say where it stands is away: it hangs, or the way to it does. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    private final ChangeLog log;
    private final List<Told> row;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long awaySince;
    private volatile boolean away;
    private volatile Long lookingSince;         // null while the database is not asked where it stands
    private long begun;                         // steps; this and the next two under the lock
    private long ended;
    private long committed;                     // the edition that the last of them saw
    private long prunedAt = Long.MIN_VALUE;

    Followers(ChangeLog log, List<Follower> followers) {
        this.log = log;
        this.row = followers.stream().sorted(Comparator.comparingInt(Follower::order)).map(Told::new).toList();
    }

    /** Looks once at the database and brings every follower to what is committed. Never throws: what fails now is tried again by the next step. */
    void step() {
        begin();
        var since = System.nanoTime();
        try {
            var state = look(since);
            var read = new HashMap<State, Optional<Set<Change>>>();
            for (var told : row) {
                told.bringTo(state, read);
            }
            prune(state);
            end(state.edition());
        } catch (SQLException | RuntimeException e) {
            notSeen(e, since);
            end(Long.MIN_VALUE);
        }
    }

    private State look(long since) throws SQLException {
        lookingSince = since;
        try {
            var state = log.state();
            seen();
            return state;
        } finally {
            lookingSince = null;
        }
    }

    /** Whether the last step found no database, or this one waits for it in vain. */
    boolean isDatabaseAway() {
        return !databaseAwayFor().isZero();
    }

    /** For how long there has been none; zero while there is one. */
    Duration databaseAwayFor() {
        if (away) {
            return Duration.ofNanos(System.nanoTime() - awaySince);
        }
        var since = lookingSince;
        if (since == null) {
            return Duration.ZERO;
        }
        var looked = System.nanoTime() - since;
        return looked < LONGEST_LOOK.toNanos() ? Duration.ZERO : Duration.ofNanos(looked);
    }

    /** Waits until every follower shows at least this edition. Answers false if that took too long, and as soon as a look has told that there is no such edition yet, or nothing. */
    boolean awaitReached(long number, Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            var came = begun;
            while (!row.stream().allMatch(told -> told.at != null && told.at.edition() >= number)) {
                if (left <= 0 || ended > came && committed < number) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        lock.lock();
        try {
            begun++;
        } finally {
            lock.unlock();
        }
    }

    /** @param edition that was committed when it began */
    private void end(long edition) {
        lock.lock();
        try {
            ended = begun;
            committed = edition;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void prune(State state) throws SQLException {
        if (prunedAt == Long.MIN_VALUE || Math.abs(state.edition() - prunedAt) >= PRUNED_EVERY) {
            log.prune(state.edition());
            prunedAt = state.edition();
        }
    }

    private void seen() {
        if (away) {
            away = false;
            LOG.log(Level.INFO, "The database answers again after {0} s.", (System.nanoTime() - awaySince) / 1_000_000_000);
        }
    }

    private void notSeen(Exception cause, long since) {
        if (!away) {
            awaySince = since;
            away = true;
            LOG.log(Level.WARNING, "The database does not answer; readers get the pages that are kept and are else asked to come back, and it is asked again twice a second: {0}", cause.toString());
        }
    }

    /** One follower, and the state that it shows. */
    private final class Told {

        private final Follower follower;
        private volatile State at;
        private int failures;
        private int pause;

        Told(Follower follower) {
            this.follower = follower;
        }

        void bringTo(State state, Map<State, Optional<Set<Change>>> read) throws SQLException {
            if (state.equals(at) || pause-- > 0) {
                return;
            }
            var changes = changesUpTo(state, read);
            try {
                if (changes.isPresent()) {
                    follower.follow(new Reached(state, changes.get()));
                } else {
                    follower.rebuild(state);
                }
            } catch (Throwable e) {                 // an Error too: the thread that tells them all must outlive it
                failed(e);
                return;
            }
            reached(state);
        }

        /** Empty if only making all anew leads there. */
        private Optional<Set<Change>> changesUpTo(State state, Map<State, Optional<Set<Change>>> read) throws SQLException {
            if (at == null || !at.epoch().equals(state.epoch()) || state.edition() < at.edition()) {
                return Optional.empty();
            }
            if (!read.containsKey(at)) {
                read.put(at, log.wentThrough(at) ? log.between(at.edition(), state.edition()) : Optional.empty());
            }
            return read.get(at).filter(changes -> !changes.contains(Change.SITE));
        }

        private void reached(State state) {
            if (failures > 0) {
                LOG.log(Level.INFO, "{0} has caught up with edition {1} after {2} failures.", name(), state.edition(), failures);
            }
            failures = 0;
            pause = 0;
            lock.lock();
            try {
                at = state;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void failed(Throwable cause) {
            if (failures++ == 0) {
                LOG.log(Level.ERROR, name() + " could not follow; it is told again until it can.", cause);
            }
            pause = Math.min(failures - 1, LONGEST_PAUSE);
        }

        private String name() {
            return follower.getClass().getName().replaceAll("\\$.*", "");      // without the container's proxy
        }
    }
}
