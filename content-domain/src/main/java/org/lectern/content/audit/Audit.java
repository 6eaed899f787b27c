package org.lectern.content.audit;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;

/** Writes the audit in the transaction of the change that it tells of, so that there is never the one without the other. */
@ApplicationScoped
public class Audit {

    @Inject
    AuditEntries entries;

    @Inject
    Clock clock;

    /** @param kind what sort of thing was changed: {@code article}, {@code tag}; @param subject its id, or null where it has none; @param title its name at that time */
    @Transactional
    public void write(Actor actor, Action action, String kind, Long subject, String title) {
        entries.add(new AuditEntry(clock.instant(), actor.account(), actor.address(), action, kind, subject, title));
    }
}
