package org.lectern.admin.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lectern.admin.frame.Asked;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.AuditFilter;

/** What an address asks of the audit. Fields that make no sense narrow nothing. */
final class AuditSearch {

    private static final List<String> FIELDS = List.of("from", "until", "account", "action", "kind", "subject", "q");
    private static final int FARTHEST_PAGE = 1_000_000;

    private final Asked asked;
    private final ZoneId zone;

    AuditSearch(Asked asked, ZoneId zone) {
        this.asked = asked;
        this.zone = zone;
    }

    AuditFilter filter() {
        return new AuditFilter(day("from", 0), day("until", 1), text("account"), action(), text("kind"), text("subject").filter(id -> id.matches("[1-9][0-9]{0,17}")).map(Long::valueOf), text("q"));
    }

    /** From 1. */
    int page() {
        return asked.number("page").filter(number -> number >= 1 && number <= FARTHEST_PAGE).orElse(1);
    }

    boolean isNarrowed() {
        return !filter().equals(AuditFilter.ALL);
    }

    /** What was asked in a field, as it was typed. */
    String field(String name) {
        return asked.field(name);
    }

    /** The query that asks the same; page 1 is not named. */
    String query(int page) {
        var all = FIELDS.stream().filter(name -> !field(name).isEmpty()).map(name -> name + "=" + URLEncoder.encode(field(name), StandardCharsets.UTF_8)).collect(Collectors.toList());
        if (page > 1) {
            all.add("page=" + page);
        }
        return all.isEmpty() ? "" : "?" + String.join("&", all);
    }

    /** The word for an action in addresses and keys: {@code article-published}. */
    static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<Action> action() {
        return Arrays.stream(Action.values()).filter(action -> word(action).equals(field("action"))).findFirst();
    }

    private Optional<String> text(String name) {
        return Optional.of(field(name)).filter(value -> !value.isEmpty());
    }

    /** The beginning of a day in the site's zone, or of one some days later. */
    private Optional<Instant> day(String name, int later) {
        try {
            return text(name).map(value -> LocalDate.parse(value).plusDays(later).atStartOfDay(zone).toInstant()).filter(day -> day.isAfter(Instant.EPOCH) && day.isBefore(Instant.parse("9999-01-01T00:00:00Z")));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
