package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.lectern.content.Actor;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.AuditEntry;
import org.lectern.content.audit.AuditFilter;

/** The audit can be narrowed and taken along whole, and is kept as long as the setting says. */
interface AuditKeeping {

    Lectern lectern();

    @Test
    default void entries_are_found_by_each_of_their_parts_in_pages() {
        var lectern = lectern();
        var zoe = new Actor("Zoe", Set.of(Role.EDITOR), "198.51.100.77");
        var from = lectern.clock.instant();
        for (var time = 0; time < 3; time++) {
            lectern.signIns.meet(zoe, "zoe " + time);
            lectern.clock.goTo(lectern.clock.in(Duration.ofSeconds(1)));
        }
        var all = of("zoe", Optional.empty(), Optional.empty());

        assertEquals(4, lectern.auditReading.find(Lectern.ADMIN, all, 1, 3).total());
        assertEquals(3, lectern.auditReading.find(Lectern.ADMIN, all, 1, 3).entries().size());
        assertEquals(1, lectern.auditReading.find(Lectern.ADMIN, all, 2, 3).entries().size());
        assertEquals(0, lectern.auditReading.find(Lectern.ADMIN, all, 9, 3).entries().size());
        assertEquals(3, lectern.auditReading.find(Lectern.ADMIN, of("ZOE", Optional.of(Action.SIGNED_IN), Optional.of("51.100.77")), 1, 50).total());
        assertEquals(0, lectern.auditReading.find(Lectern.ADMIN, of("zoe", Optional.empty(), Optional.of("5%7")), 1, 50).total());
        assertEquals(2, lectern.auditReading.find(Lectern.ADMIN, new AuditFilter(Optional.of(from.plusSeconds(1)), Optional.of(from.plusSeconds(9)), Optional.of("zoe"), Optional.empty(),
                Optional.of("account"), Optional.empty(), Optional.empty()), 1, 50).total());
        assertTrue(lectern.auditReading.kinds(Lectern.ADMIN).containsAll(List.of("account", "author")));
    }

    @Test
    default void an_export_holds_what_the_filter_finds_and_not_itself() {
        var lectern = lectern();
        lectern.signIns.meet(new Actor("ines", Set.of(Role.AUTHOR), "192.0.2.12"), "ines");
        lectern.clock.goTo(lectern.clock.in(Duration.ofSeconds(1)));
        var filter = lectern.auditReading.beginExport(Lectern.ADMIN, AuditFilter.ALL);

        var first = lectern.auditReading.portion(Lectern.ADMIN, filter, null);
        var rest = lectern.auditReading.portion(Lectern.ADMIN, filter, first.get(first.size() - 1));

        assertEquals(List.of("ines", "ines"), first.stream().map(AuditEntry::account).limit(2).toList());
        assertTrue(first.stream().noneMatch(entry -> entry.action() == Action.AUDIT_EXPORTED && !entry.happenedAt().isBefore(filter.until().orElseThrow())));
        assertTrue(rest.isEmpty());
        assertTrue(lectern.number("select count(*) from audit where action = 'AUDIT_EXPORTED'") > 0);
    }

    @Test
    default void what_is_older_than_the_setting_says_is_deleted_once_a_day_and_told() {
        var lectern = lectern();
        lectern.signIns.meet(new Actor("olga", Set.of(Role.READER), "192.0.2.13"), "olga");
        lectern.clock.goTo(lectern.clock.in(Duration.ofDays(729)));
        lectern.retention.prune();
        assertEquals(1, lectern.number("select count(*) from audit where account = 'olga'"));
        lectern.signIns.meet(new Actor("oleg", Set.of(Role.READER), "192.0.2.14"), "oleg");
        lectern.clock.goTo(lectern.clock.in(Duration.ofHours(25)));

        lectern.retention.prune();

        assertEquals(0, lectern.number("select count(*) from audit where account = 'olga'"));
        assertEquals(1, lectern.number("select count(*) from audit where account = 'oleg'"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'AUDIT_PRUNED' and account = 'system'"));
    }

    private static AuditFilter of(String account, Optional<Action> action, Optional<String> text) {
        return new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(account), action, Optional.empty(), Optional.empty(), text);
    }
}
