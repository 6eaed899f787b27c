package org.lectern.content.archive;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lectern.content.ReadinessAsked;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Follower;
import org.lectern.content.edition.Reached;
import org.lectern.content.edition.State;

/**
 * The one door to all that readers may see. Holds the newest {@link Snapshot}, and keeps it up with the database as the first of the followers.
 * An article vanishes at the second in which it expires, whoever writes that down and whenever; one becomes visible by a change, and where that came from a node whose clock is ahead, at its time.
 */
@ApplicationScoped
public class Archive implements Follower {

    private static final System.Logger LOG = System.getLogger(Archive.class.getName());

    /** More changes than this cost more one by one than reading all anew. */
    static final int MOST_FOLLOWED = 2_000;

    @Resource(lookup = "jdbc/lectern")
    DataSource database;

    @Inject
    Clock clock;

    private final Object turning = new Object();
    private volatile Snapshot current;

    /**
     * What readers may see now. A request takes one and uses it throughout.
     *
     * @throws NotReady before it was built first
     */
    public Snapshot snapshot() {
        var known = current;
        if (known == null) {
            throw new NotReady();
        }
        return known.turn().equals(Instant.MAX) || clock.instant().isBefore(known.turn()) ? known : turned();
    }

    /** {@link #snapshot} for those who ask with every request: without the container's proxy in between. */
    public Supplier<Snapshot> source() {
        return this::snapshot;
    }

    /** Where it stands, for those who ask with every request; {@link Point#NONE} before it was built first. */
    public Supplier<Point> points() {
        return () -> isReady() ? snapshot().point() : Point.NONE;
    }

    public boolean isReady() {
        return current != null;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void follow(Reached what) throws SQLException {
        var articles = what.subjects(Change.Kind.ARTICLE);
        var tags = what.subjects(Change.Kind.TAG);
        if (articles.size() + tags.size() > MOST_FOLLOWED) {
            rebuild(what.state());
            return;
        }
        var hides = !what.subjects(Change.Kind.HIDDEN).isEmpty();
        var rows = new Rows(database);
        var numbers = current.numbered().draft();
        var found = rows.published(articles, numbers);
        rows.tags(tags, numbers);
        rows.tags(numbers.unknown(), numbers);
        synchronized (turning) {
            current = current.with(what.edition(), numbers.done(), articles, found, clock.instant(), hides);
        }
    }

    @Override
    public void rebuild(State state) throws SQLException {
        var begun = System.nanoTime();
        var rows = new Rows(database);
        var numbers = Tags.NONE.draft();
        var found = rows.published(clock.instant(), numbers);
        rows.tags(numbers);
        var made = Snapshot.of(state.edition(), numbers.done(), found, clock.instant());
        synchronized (turning) {
            current = current == null ? made : made.inPlaceOf(current);
        }
        LOG.log(Level.INFO, "The archive is built: edition {0}, {1} articles, in {2} ms.", state.edition(), made.size(), (System.nanoTime() - begun) / 1_000_000);
    }

    void tell(@Observes ReadinessAsked asked) {
        asked.part("archive index", isReady());
    }

    private Snapshot turned() {
        synchronized (turning) {
            var now = clock.instant();
            if (!now.isBefore(current.turn())) {
                current = current.at(now);
            }
            return current;
        }
    }
}
