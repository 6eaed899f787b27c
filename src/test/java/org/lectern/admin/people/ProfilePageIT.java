package org.lectern.admin.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class ProfilePageIT {

    @Test
    void is_made_at_the_first_sign_in_and_can_be_changed() {
        var ada = Site.signedIn(Server.desk(), "ada");
        var before = ada.get("/admin/profile");

        var answer = ada.post("/admin/profile", fields(before, "Ada <b>Lovelace</b>", "Writes about <script>alert(1)</script> engines."));
        var after = ada.get("/admin/profile?done=saved");

        assertEquals(303, answer.status());
        assertEquals("/admin/profile?done=saved", answer.header("Location"));
        assertEquals("Saved.", after.text("[role=status]"));
        assertEquals("Ada <b>Lovelace</b>", after.document().select("#name").attr("value"));
        assertEquals("Writes about <script>alert(1)</script> engines.", after.text("#about"));
        assertEquals("Profile changed", Site.signedIn(Server.desk(), "admin").get("/admin/audit?account=ada&kind=author").texts("tbody td:nth-child(2)").get(0));
    }

    @Test
    void what_is_declined_stays_typed() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var form = eva.get("/admin/profile");

        var nameless = eva.post("/admin/profile", fields(form, " ", "All that was typed."));
        var old = eva.post("/admin/profile", fields(form, "Eva", "From another tab.", "version", "-1"));
        var forged = eva.post("/admin/profile", fields(form, "Eva", "Not mine.", "token", "x"));

        assertEquals(422, nameless.status());
        assertEquals("This has not been saved Give the name that readers shall see.", nameless.text("#problem"));
        assertEquals("All that was typed.", nameless.text("#about"));
        assertEquals("This has not been saved The profile was changed after you opened it, perhaps in another tab. Open it again to see the change.", old.text("#problem"));
        assertEquals(403, forged.status());
        assertEquals("Not mine.", forged.text("#about"));
        assertEquals("", eva.get("/admin/profile").text("#about"));
    }

    @Test
    void works_for_everybody() {
        try (var browser = Browser.open(1024)) {
            browser.page().navigate(Server.desk().url() + "admin/profile");
            Browser.signIn(browser.page(), "anna");
            browser.page().waitForSelector("#about");
            browser.page().click("main button.main");
            browser.page().waitForSelector("[role=status]");

            assertTrue(browser.page().url().endsWith("/admin/profile?done=saved"), browser.page().url());
            browser.assertAccessible();
            browser.assertFits();
        }
    }

    @Test
    void what_was_typed_stays_when_the_sign_in_has_ended() {
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + "admin/profile");
            Browser.signIn(page, "anna");
            page.waitForSelector("#about");
            page.fill("#about", "Typed for half an hour.");
            page.context().clearCookies();
            page.click("main button.main");

            assertThat(page.locator(".not-sent")).containsText("Nothing has been sent: you are signed out");
            browser.assertAccessible();
            assertThat(page.locator("#about")).hasValue("Typed for half an hour.");
            var tab = page.context().waitForPage(() -> page.click(".not-sent a"));
            Browser.signIn(tab, "anna");
            tab.waitForURL("**/admin/");
            page.click("main button.main");
            page.waitForURL("**/admin/profile?done=saved");
            assertThat(page.locator("#about")).hasValue("Typed for half an hour.");
        }
    }

    private static Map<String, String> fields(Page form, String name, String about, String... others) {
        var fields = new HashMap<>(Map.of("token", form.document().select("main input[name=token]").attr("value"), "version", form.document().select("main input[name=version]").attr("value"),
                "name", name, "about", about));
        for (var other = 0; other < others.length; other += 2) {
            fields.put(others[other], others[other + 1]);
        }
        return fields;
    }
}
