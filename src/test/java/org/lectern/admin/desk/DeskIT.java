package org.lectern.admin.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class DeskIT {

    @Test
    void counts_what_the_site_holds_and_says_who_is_signed_in() {
        var page = Site.signedIn(Server.desk(), "admin").get("/admin/");

        assertEquals(200, page.status());
        assertEquals(List.of("Published", "Scheduled"), page.texts(".numbers dt").subList(0, 2));
        assertTrue(page.text(".who").startsWith("Signed in as admin administrator"), page.text(".who"));
        assertEquals(List.of("Desk", "Import"), page.texts("nav a"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void shows_imports_and_audit_to_administrators_alone() {
        var administrator = Site.signedIn(Server.desk(), "admin").get("/admin/");
        var author = Site.signedIn(Server.desk(), "anna").get("/admin/");

        assertTrue(administrator.texts("h2").containsAll(List.of("Last imports", "What happened last")), administrator.body());
        assertEquals(200, author.status());
        assertFalse(author.texts("h2").contains("What happened last"));
        assertEquals(List.of("Desk"), author.texts("nav a"));
    }

    @Test
    void readers_may_not_come_here() {
        assertEquals(403, Site.signedIn(Server.desk(), "rita").get("/admin/").status());
    }

    @Test
    void failed_sign_ins_stand_in_the_audit() {
        new Site(Server.desk()).signIn("stranger-" + System.nanoTime(), "guessed");

        var page = Site.signedIn(Server.desk(), "admin").get("/admin/");

        assertTrue(page.texts("section[aria-labelledby=audit] td").contains("Sign-in failed"), page.body());
    }

    @Test
    void an_address_without_its_slash_leads_to_the_desk() {
        var page = Site.signedIn(Server.desk(), "anna").get("/admin");

        assertEquals(301, page.status());
        assertEquals("/admin/", page.header("Location"));
    }

    @Test
    void who_signs_out_is_out() {
        var anna = Site.signedIn(Server.desk(), "anna");

        var answer = anna.post("/sign-out", Map.of());

        assertEquals(303, answer.status());
        assertEquals(302, anna.get("/admin/").status());
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void works_for_everybody_in_both_themes(ColorScheme scheme) {
        for (var width : new int[] {768, 1024, 1440}) {
            try (var browser = Browser.open(scheme, width)) {
                browser.page().navigate(Server.desk().url() + "admin/");
                browser.page().fill("#j_username", "admin");
                browser.page().fill("#j_password", Server.ADMIN_PASSWORD);
                browser.page().click("button.main");
                browser.page().waitForSelector(".numbers");

                browser.assertAccessible();
                browser.assertFits();
            }
        }
    }
}
