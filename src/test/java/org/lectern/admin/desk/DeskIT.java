package org.lectern.admin.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class DeskIT {

    @Test
    void counts_what_the_site_holds_and_says_who_is_signed_in() {
        var page = Site.signedIn(Server.desk(), "admin").get("/admin/");

        assertEquals(200, page.status());
        assertTrue(page.texts(".numbers dt").containsAll(List.of("Published", "Scheduled", "Expired", "Withdrawn")), page.body());
        assertTrue(page.text(".who").startsWith("Signed in as admin administrator"), page.text(".who"));
        assertEquals(List.of("Desk", "Articles", "Drafts", "Review", "Tags", "Media", "Import", "Audit", "Profile"), page.texts("nav a").stream().map(entry -> entry.replaceFirst(" \\d+$", "")).toList());
        assertTrue(page.header("Cache-Control").startsWith("no-store"), page.header("Cache-Control"));       // the server itself appends to it where a cookie is set
    }

    @Test
    void counts_as_published_what_readers_see() {
        var admin = Site.signedIn(Server.desk(), "admin");
        var before = counts(admin.get("/admin/"));

        new Site(Server.desk()).send("POST", "/api/v1/imports?source=counted&apply=true", Zip.of(
                "published.md", "---\ntitle: Counted as published\ndate: 2026-01-02\n---\nText.\n",
                "scheduled.md", "---\ntitle: Counted as scheduled\ndate: 2999-01-02\n---\nText.\n",
                "draft.md", "---\ntitle: Counted as a draft\ndraft: true\n---\nText.\n",
                "expired.md", "---\ntitle: Counted as expired\ndate: 2020-01-02\nexpiryDate: 2020-02-03\n---\nText.\n").body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");

        var after = counts(admin.get("/admin/"));
        assertEquals(List.of(1, 1, 1, 1, 0), IntStream.range(0, 5).mapToObj(at -> after.get(at) - before.get(at)).toList());
    }

    @Test
    void shows_imports_and_audit_to_administrators_alone() {
        var administrator = Site.signedIn(Server.desk(), "admin").get("/admin/");
        var author = Site.signedIn(Server.desk(), "anna").get("/admin/");

        assertTrue(administrator.texts("h2").containsAll(List.of("Last imports", "What happened last")), administrator.body());
        assertEquals(200, author.status());
        assertFalse(author.texts("h2").contains("What happened last"));
        assertEquals(List.of("Desk", "Articles", "Drafts", "Media", "Profile"), author.texts("nav a"));
    }

    @Test
    void what_somebody_typed_and_did_not_save_stands_first() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var token = eva.get("/admin/autosave.json").json().getString("token");

        eva.post("/admin/autosave.json", Map.of("token", token, "page", "new:typed-for-the-desk", "content", "{\"fields\":\"{\\\"title\\\":\\\"Typed for the desk\\\",\\\"text\\\":\\\"\\\"}\"}"));
        eva.post("/admin/autosave.json", Map.of("token", token, "page", "new:of-another-version", "content", "?"));
        var page = eva.get("/admin/");
        List.of("new:typed-for-the-desk", "new:of-another-version").forEach(each -> eva.post("/admin/autosave.json", Map.of("token", token, "page", each, "do", "drop")));

        assertEquals(List.of("Without a title", "Typed for the desk"), page.texts("section[aria-labelledby=unsaved] a").stream().limit(2).toList());
        assertTrue(page.document().select("section[aria-labelledby=unsaved] a").last().attr("href").startsWith("/admin/articles/"));
        assertFalse(eva.get("/admin/").body().contains("Typed for the desk"));
    }

    @Test
    void readers_may_not_come_here() {
        var page = Site.signedIn(Server.desk(), "rita").get("/admin/");

        assertEquals(403, page.status());
        assertEquals(List.of(), page.texts("nav a"));
        assertEquals(List.of("/"), page.document().select("main p a").eachAttr("href"));
    }

    @Test
    void failed_sign_ins_stand_in_the_audit() {
        var stranger = "stranger-" + System.nanoTime();
        new Site(Server.desk()).signIn(stranger, "guessed");

        var admin = Site.signedIn(Server.desk(), "admin");
        var page = Until.shows(() -> admin.get("/admin/"), desk -> desk.body().contains(stranger));        // written after the answer has been sent

        assertTrue(page.texts("section[aria-labelledby=audit] td").containsAll(List.of("Sign-in failed", stranger)), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void a_form_with_a_broken_view_state_is_declined_and_no_fault_of_ours(String partial) {
        var eva = Site.signedIn(Server.desk(), "eva");
        var token = eva.get("/admin/tags/new").document().selectFirst("input[name=token]").attr("value");

        var answer = eva.post("/admin/tags/new", Map.of("token", token, "name", "", "jakarta.faces.ViewState", "rO0ABXNy", "jakarta.faces.partial.ajax", partial));

        assertEquals(partial.equals("true") ? 400 : 422, answer.status(), answer.body());
    }

    @Test
    void an_address_without_its_slash_leads_to_the_desk() {
        var page = Site.signedIn(Server.desk(), "anna").get("/admin");

        assertEquals(301, page.status());
        assertEquals("/admin/", page.header("Location"));
    }

    @Test
    void who_signs_in_on_the_way_to_a_page_comes_to_that_page() {
        var visitor = new Site(Server.desk());
        var asked = visitor.get("/admin/import").cookies().get(0);
        var answer = visitor.signIn("admin", Server.ADMIN_PASSWORD);

        assertTrue(asked.isHttpOnly());
        assertTrue(answer.header("Location").endsWith("/admin/import"), answer.header("Location"));
    }

    @Test
    void who_has_just_signed_in_stays_so_however_soon_the_next_request_comes() {
        for (var tries = 0; tries < 5; tries++) {
            var anna = new Site(Server.desk());
            anna.signIn("anna", "anna-of-the-trips");

            anna.beforeTheEndOf("/admin/", () -> assertEquals(200, anna.get("/assets/tokens.css").status()));

            assertEquals(200, anna.get("/admin/").status());
        }
    }

    @Test
    void who_signs_out_is_out() {
        var anna = Site.signedIn(Server.desk(), "anna");

        var answer = anna.post("/sign-out", Map.of());

        assertEquals(303, answer.status());
        assertEquals(302, anna.get("/admin/").status());
    }

    /** Published, scheduled, drafts, expired, withdrawn. */
    private static List<Integer> counts(Page desk) {
        return desk.texts(".numbers dd").stream().limit(5).map(number -> Integer.valueOf(number.replace(",", ""))).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/admin/articles", "/admin/tags/new", "/admin/profile?done=saved", "/admin/nowhere"})
    void no_word_of_the_framework_in_an_address_is_a_fault(String address) {
        var eva = Site.signedIn(Server.desk(), "eva");
        var page = eva.get(address);

        var asked = eva.get(address + (address.contains("?") ? "&" : "?") + "jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=x&primefaces.nonce=%27");

        assertEquals(page.status(), asked.status(), asked.body());
        assertEquals(page.text("main"), asked.text("main"));
    }

    @Test
    void works_for_everybody() {
        try (var browser = Browser.open(1024)) {
            browser.page().navigate(Server.desk().url() + "admin/");
            Browser.signIn(browser.page(), "admin");

            browser.assertAccessible();
            browser.assertFits(768, 1024, 1440);
        }
    }
}
