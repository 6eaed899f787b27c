package org.lectern.content.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Role;

/** Shows the audit to administrators, the newest first. */
@ApplicationScoped
@Transactional
public class AuditReading {

    /** Entries that an export reads at once. */
    public static final int PORTION = 1_000;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** One page. @param total of all pages */
    public record Page(List<AuditEntry> entries, long total) {
    }

    /** @param page from 1; one past the end is empty; @param size of a page */
    public Page find(Actor actor, AuditFilter filter, int page, int size) {
        actor.mustBe(Role.ADMINISTRATOR);
        var values = new HashMap<String, Object>();
        var where = where(filter, values);
        var total = (Long) with(values, entities.createQuery("select count(e) from AuditEntry e" + where)).getSingleResult();
        return new Page(entries(where, values, Math.multiplyExact(page - 1, size), size), total);
    }

    /** The kinds of things that entries tell of, in order. */
    public List<String> kinds(Actor actor) {
        actor.mustBe(Role.ADMINISTRATOR);
        return entities.createQuery("select distinct e.kind from AuditEntry e order by e.kind", String.class).getResultList();
    }

    /** Begins an export and writes that down. @return the filter to ask {@link #portion} for: what happens from now on is left out, so that the export ends */
    public AuditFilter beginExport(Actor actor, AuditFilter filter) {
        actor.mustBe(Role.ADMINISTRATOR);
        var until = filter.before(clock.instant());
        audit.write(actor, Action.AUDIT_EXPORTED, "audit", null, "");
        return until;
    }

    /** The next entries of an export, at most {@link #PORTION}: those after {@code last}, or the first ones where that is null. */
    public List<AuditEntry> portion(Actor actor, AuditFilter filter, AuditEntry last) {
        actor.mustBe(Role.ADMINISTRATOR);
        var values = new HashMap<String, Object>();
        var where = where(filter, values);
        if (last != null) {
            where += (where.isEmpty() ? " where " : " and ") + "(e.happenedAt < :lastAt or e.happenedAt = :lastAt and e.id < :lastId)";
            values.put("lastAt", last.happenedAt());
            values.put("lastId", last.id());
        }
        return entries(where, values, 0, PORTION);
    }

    private List<AuditEntry> entries(String where, Map<String, Object> values, int first, int most) {
        @SuppressWarnings("unchecked")
        var entries = (List<AuditEntry>) with(values, entities.createQuery("select e from AuditEntry e" + where + " order by e.happenedAt desc, e.id desc")).setFirstResult(first).setMaxResults(most).getResultList();
        return List.copyOf(entries);
    }

    private static String where(AuditFilter filter, Map<String, Object> values) {
        var terms = new ArrayList<String>();
        filter.from().ifPresent(from -> add(terms, values, "e.happenedAt >= :from", "from", from));
        filter.until().ifPresent(until -> add(terms, values, "e.happenedAt < :until", "until", until));
        filter.account().ifPresent(account -> add(terms, values, "lower(e.account) = :account", "account", account.toLowerCase(Locale.ROOT)));
        filter.action().ifPresent(action -> add(terms, values, "e.action = :action", "action", action));
        filter.kind().ifPresent(kind -> add(terms, values, "e.kind = :kind", "kind", kind));
        filter.subject().ifPresent(subject -> add(terms, values, "e.subject = :subject", "subject", subject));
        filter.text().ifPresent(text -> add(terms, values, "(lower(e.title) like :text escape '!' or lower(e.address) like :text escape '!')", "text",
                "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"));
        return terms.isEmpty() ? "" : " where " + String.join(" and ", terms);
    }

    private static void add(List<String> terms, Map<String, Object> values, String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
    }

    private static Query with(Map<String, Object> values, Query query) {
        values.forEach(query::setParameter);
        return query;
    }
}
