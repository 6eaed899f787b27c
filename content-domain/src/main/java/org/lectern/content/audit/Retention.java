package org.lectern.content.audit;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.settings.Settings;

/** Deletes entries of the audit that are older than the setting says, all of them alike. Nothing else ever deletes one. */
@ApplicationScoped
@Transactional
public class Retention {

    /** Less than a day, so that a node whose timer is somewhat early does not leave out a day. */
    private static final Duration EVERY = Duration.ofHours(23);

    @Inject
    AuditEntries entries;

    @Inject
    Upkeeps upkeeps;

    @Inject
    Audit audit;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Deletes what is too old, unless a node has done so within the last day; says in the audit how many there were. */
    public void prune() {
        var now = clock.instant();
        if (upkeeps.take("audit", now, now.minus(EVERY)) == 0) {
            return;
        }
        var pruned = entries.removeBefore(now.minus(Duration.ofDays(settings.auditDays())));
        if (pruned > 0) {
            audit.write(Actor.SYSTEM, Action.AUDIT_PRUNED, "audit", null, Long.toString(pruned));
        }
    }
}
