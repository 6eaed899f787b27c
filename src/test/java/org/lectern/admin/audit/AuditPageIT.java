package org.lectern.admin.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class AuditPageIT {

    /** Of refusals a few are written in each minute, and the rest is counted: other trips may have used a minute up. */
    private static final Duration UNTIL_THE_NEXT_MINUTE = Duration.ofSeconds(90);

    private final Site admin = Site.signedIn(Server.desk(), "admin");

    @Test
    void signing_in_and_out_stands_in_the_audit() {
        var eva = Site.signedIn(Server.desk(), "eva");
        eva.get("/admin/");
        eva.post("/sign-out", Map.of());

        var page = admin.get("/admin/audit?account=EVA&kind=account");

        assertEquals(List.of("Signed out", "Signed in"), whats(page).subList(0, 2));
        assertTrue(page.texts("tbody td").containsAll(List.of("eva", "127.0.0.1")), page.body());
        assertFalse(page.texts("tbody td").contains("admin"));
    }

    @Test
    void a_sign_in_stands_in_the_audit_though_its_cookie_is_never_used() {
        var before = admin.get("/admin/audit?account=rita&action=signed-in").text(".bar .quiet");

        Site.signedIn(Server.desk(), "rita");

        assertNotEquals(before, Until.shows(() -> admin.get("/admin/audit?account=rita&action=signed-in").text(".bar .quiet"), after -> !after.equals(before)));
    }

    @Test
    void no_cookie_of_the_sender_makes_a_sign_in_look_as_if_it_had_failed() {
        var before = admin.get("/admin/audit?account=rita&action=sign-in-failed").text(".bar .quiet");

        var answer = new Site(Server.desk()).post("/j_security_check", Map.of("j_username", "rita", "j_password", "rita-of-the-trips"), "Cookie", "WASReqURL=http:///x/sign-in/failed");

        assertEquals(302, answer.status());
        assertEquals(before, admin.get("/admin/audit?account=rita&action=sign-in-failed").text(".bar .quiet"));
    }

    @Test
    void a_program_that_signs_in_stands_in_the_audit_once() {
        var program = new Site(Server.desk());

        for (var times = 0; times < 3; times++) {
            assertEquals(200, program.get("/api/v1/tags", "Authorization", Site.basic("rita", "rita-of-the-trips")).status());
        }

        assertEquals(1, whats(admin.get("/admin/audit?account=rita&action=signed-in&q=api")).size());
    }

    @Test
    void a_refused_role_stands_in_the_audit_at_the_desk_and_at_the_api() {
        var number = Long.toString(System.nanoTime() % 1_000_000_000_000_000L);
        var anna = Site.signedIn(Server.desk(), "anna");

        new Site(Server.desk()).get("/api/v1/imports/" + number, "Authorization", Site.basic("eva", "eva-of-the-trips"));
        var page = Until.shows(UNTIL_THE_NEXT_MINUTE, () -> {
            anna.get("/admin/imports/" + number);
            return admin.get("/admin/audit?action=role-refused&account=anna&q=" + number);
        }, audit -> !whats(audit).isEmpty());

        assertEquals(List.of("GET /admin/imports/" + number), page.texts("tbody td:nth-child(3)"));
    }

    @Test
    void behind_a_proxy_that_is_trusted_the_address_is_that_of_the_person() {
        var account = "proxied-" + System.nanoTime();

        new Site(Server.desk()).post("/j_security_check", Map.of("j_username", account, "j_password", "guessed"), "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "http");

        assertEquals(List.of("203.0.113.9"), await("/admin/audit?account=" + account, 1).texts("tbody td:last-child"));
    }

    @Test
    void the_filter_stands_in_the_address_and_in_the_form() {
        var page = admin.get("/admin/audit?q=no+such+thing+%25&account=nobody&action=signed-in&from=2026-01-01&until=2026-01-02");

        assertEquals("Nothing found", page.text(".empty h2"));
        assertEquals("no such thing %", page.document().select("#q").attr("value"));
        assertEquals("signed-in", page.document().select("#action option[selected]").attr("value"));
        assertEquals("2026-01-01", page.document().select("#from").attr("value"));
        assertEquals("0 entries", page.text(".bar .quiet"));
        assertTrue(page.document().select(".bar .end a").attr("href").startsWith("/admin/audit/export.csv?from=2026-01-01&until=2026-01-02&account=nobody&action=signed-in&q=no+such"), page.body());
    }

    @Test
    void nonsense_in_the_address_narrows_nothing() {
        var page = admin.get("/admin/audit?from=yesterday&until=9999999-01-01&action=dance&subject=x&page=-3");

        assertEquals(200, page.status());
        assertFalse(whats(page).isEmpty());
        assertEquals(200, admin.get("/admin/audit?page=999999999").status());
    }

    @Test
    void shows_fifty_entries_on_a_page_and_leads_to_the_older_ones() {
        for (var times = 0; times < 51; times++) {
            admin.get("/admin/audit/export.csv?account=nobody");
        }

        var first = admin.get("/admin/audit?action=audit-exported");
        var second = admin.get(first.document().select("a[rel=next]").attr("href"));

        assertEquals(50, whats(first).size());
        assertTrue(first.document().select("a[rel=prev]").isEmpty());
        assertFalse(whats(second).isEmpty());
        assertEquals("/admin/audit?action=audit-exported", second.document().select("a[rel=prev]").attr("href"));
        assertTrue(second.text(".pager span").startsWith("Page 2 of "), second.body());
    }

    @Test
    void is_saved_as_a_file_in_which_no_value_is_a_formula() {
        var formula = "=cmd|'/c calc'!\"A" + System.nanoTime();
        new Site(Server.desk()).signIn(formula, "guessed");
        await("/admin/audit?account=" + java.net.URLEncoder.encode(formula, java.nio.charset.StandardCharsets.UTF_8), 1);

        var file = admin.get("/admin/audit/export.csv?action=sign-in-failed&account=" + java.net.URLEncoder.encode(formula, java.nio.charset.StandardCharsets.UTF_8));

        assertEquals("text/csv;charset=UTF-8", file.header("Content-Type").replace(" ", ""));
        assertEquals("attachment; filename=\"audit.csv\"", file.header("Content-Disposition"));
        var lines = file.body().split("\r\n");
        assertEquals("\"time\",\"action\",\"kind\",\"id\",\"title\",\"account\",\"address\"", lines[0]);
        assertTrue(lines[1].contains("\"'" + formula.replace("\"", "\"\"") + "\""), lines[1]);
        assertEquals(2, lines.length);
    }

    @Test
    void cannot_be_changed_from_here() {
        var token = admin.get("/admin/profile").document().select("main input[name=token]").attr("value");

        assertEquals(405, admin.post("/admin/audit", Map.of("token", token)).status());
    }

    @Test
    void works_for_everybody() {
        try (var browser = Browser.open(1024)) {
            browser.page().navigate(Server.desk().url() + "admin/audit?kind=account");
            Browser.signIn(browser.page(), "admin");

            assertTrue(browser.page().url().endsWith("/admin/audit?kind=account"), browser.page().url());
            browser.assertAccessible();
            browser.assertFits();
        }
    }

    /** Some entries are written after the answer has been sent. */
    private Page await(String address, int lines) {
        return Until.shows(() -> admin.get(address), page -> whats(page).size() >= lines);
    }

    private static List<String> whats(Page page) {
        return page.texts("tbody td:nth-child(2)");
    }
}
