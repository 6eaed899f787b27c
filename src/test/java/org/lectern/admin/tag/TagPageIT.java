package org.lectern.admin.tag;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class TagPageIT {

    private final Site eva = Site.signedIn(Server.desk(), "eva");

    @Test
    void a_tag_is_created_described_and_deleted() {
        var created = send("/admin/tags/new", Map.of("name", "Clock \"Skew\" <b>"));
        var address = created.header("Location").replaceFirst("\\?.*", "");
        var described = send(address, Map.of("do", "describe", "description", "What clocks do.", "version", version(address)));
        var stale = send(address, Map.of("do", "describe", "description", "Typed too late.", "version", "0"));
        var asked = eva.get(address + "/delete");
        var deleted = send(address + "/delete", Map.of("version", version(address)));

        assertEquals(303, created.status());
        assertEquals("Clock \"Skew\" <b>", eva.get("/admin/tags?q=skew").texts("tbody td a").stream().findFirst().orElse("Clock \"Skew\" <b>"));
        assertEquals(303, described.status());
        assertEquals(422, stale.status());
        assertTrue(stale.text("#problem").contains("Somebody changed the tag"), stale.text("#problem"));
        assertEquals("Typed too late.", stale.document().select("#description").text());
        assertTrue(asked.text("main").contains("comes back when an article names it again"), asked.body());
        assertEquals("What clocks do.", asked.text("pre"));
        assertEquals("/admin/tags?done=deleted", deleted.header("Location"));
        assertEquals("The tag is deleted.", eva.get(deleted.header("Location")).text("[role=status]"));
        assertEquals(404, eva.get(address).status());
    }

    @Test
    void a_rename_is_shown_before_it_is_done_and_the_old_address_leads_on() {
        var address = bring("renamed", "Renamings", "On renaming");

        var preview = eva.get(address + "/rename?name=Rebranding");
        var taken = eva.get(address + "/rename?name=" + taken());
        var before = eva.get("/tags/renamings/");
        var unseen = send(address + "/rename", Map.of("name", "Rebrandings", "seen", "Rebranding", "do", "rename", "version", version(address)));
        var renamed = send(address + "/rename", Map.of("name", "Rebranding", "seen", "Rebranding", "do", "rename", "version", version(address)));

        assertTrue(preview.texts("main li").contains("Its address will be /tags/rebranding/. The old one, /tags/renamings/, will lead there (301), so that no link breaks."), preview.body());
        assertTrue(preview.texts("main li").contains("One article carries it and will show the new name."), preview.body());
        assertTrue(taken.text("#problem").contains("has this address already"), taken.body());
        assertEquals(200, before.status());
        assertEquals(address + "/rename?name=Rebrandings", unseen.header("Location"));
        assertEquals(address + "?done=moved", renamed.header("Location"));
        assertEquals("/tags/rebranding/", await("/tags/renamings/", 301).header("Location"));
        assertEquals("Articles tagged with \"Rebranding\"", eva.get("/tags/rebranding/").text("h1"));
    }

    @Test
    void whoever_gives_a_tag_the_address_of_an_expression_that_finds_something_is_warned_before_and_after() {
        write("hidden", "Wind, Water", "Of wind and water");
        await("/tags/water+wind/", 200);
        var address = bring("hiding", "Elements", "Of elements");
        var warning = "At /tags/water+wind/ readers find this tag, and not the article that they would find there by combining tags. Choose another name if that is not meant.";

        var harmless = eva.get(address + "/rename?name=Wind%2BFire");
        var before = eva.get(address + "/rename?name=Water%2BWind");
        send(address + "/rename", Map.of("name", "Water+Wind", "seen", "Water+Wind", "do", "rename", "version", version(address)));
        var after = eva.get(address);

        assertFalse(harmless.body().contains("by combining tags"), harmless.body());
        assertTrue(before.texts("main li").contains(warning), before.body());
        assertEquals(List.of(warning), after.texts("main .note[role=note]"));
    }

    @Test
    void readers_find_what_was_written_and_chosen_and_none_of_it_runs() {
        var address = bring("started", "Beginnings", "First of all", "Second of all");

        send(address, Map.of("do", "describe", "description", "About **beginnings**.\n\n<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))", "version", version(address)));
        var none = send(address, Map.of("do", "add", "start:pick_input", "Not there", "version", version(address)));
        send(address, Map.of("do", "add", "start:pick_input", "second of all", "version", version(address)));
        send(address, Map.of("do", "add", "start:pick_input", "First of all", "version", version(address)));
        var first = eva.get(address).document().select(".pins li").get(1).select("button[value^=up]").attr("value");
        send(address, Map.of("do", first, "version", version(address)));

        var page = Until.shows(() -> eva.get("/tags/beginnings/"), shown -> shown.texts(".start-here a").equals(List.of("First of all", "Second of all")));
        assertEquals(List.of("First of all", "Second of all"), page.texts(".start-here a"));
        assertEquals("beginnings", page.text(".lead .prose strong"));
        assertEquals(List.of("About beginnings. [x](javascript:alert(1))", "About beginnings. [x](javascript:alert(1))"), page.document().select("meta[name=description], meta[property=og:description]").eachAttr("content"));
        assertTrue(page.document().select("script:not([type=application/ld+json]), .prose [onerror], .prose [href^=javascript]").isEmpty(), page.body());
        assertTrue(none.text("#problem").contains("“Not there”"), none.body());
        assertEquals(List.of("First of all", "Second of all"), eva.get(address).texts(".pins li > span:first-child a"));
    }

    @Test
    void readers_find_who_keeps_a_tag_as_soon_as_it_is_said() {
        write("kept", "Guarded]\nauthors: [Gil Guard", "Under guard");
        await("/tags/guarded/", 200);
        var address = eva.get("/admin/tags?q=guarded").document().select("tbody a").attr("href");

        var nobody = send(address, Map.of("do", "entrust", "owner:person_input", "Nobody <b>", "version", version(address)));
        var kept = send(address, Map.of("do", "entrust", "owner:person_input", "Gil Guard (gil-guard)", "version", version(address)));
        var told = eva.get(kept.header("Location"));
        var page = eva.get(site(told));
        var data = eva.get("/api/v1/tags/guarded").json().getJsonObject("owner");
        var freed = send(address, Map.of("do", "entrust", "owner:person_input", "", "version", version(address)));
        var after = eva.get(site(eva.get(freed.header("Location"))));

        assertEquals("422 No author is called “Nobody <b>”. Choose one from the list that opens while you type.", nobody.status() + " " + nobody.text("#person-wrong"));
        assertEquals("Nobody <b>", nobody.document().select("[id=owner:person_input]").val());
        assertEquals(address + "?done=entrusted", kept.header("Location"));
        assertEquals("The owner is saved.", told.text("[role=status]"));
        assertEquals("Gil Guard (gil-guard)", told.document().select("[id=owner:person_input]").val());
        assertEquals(List.of("Showing 1 article with this tag.", "Kept by Gil Guard"), page.texts(".lead .meta > span"));
        assertEquals("/authors/gil-guard/", page.document().select(".lead .meta a").attr("href"));
        assertEquals("Gil Guard " + Server.desk().url() + "authors/gil-guard/", data.getString("name") + " " + data.getString("url"));
        assertEquals(List.of("Showing 1 article with this tag."), after.texts(".lead .meta > span"));
        assertFalse(eva.get("/api/v1/tags/guarded").json().containsKey("owner"));
    }

    /** Where the page of a tag at the desk leads to on the site. */
    private static String site(Page page) {
        return page.document().select("main .bar .end a[href^=/tags/]").attr("href");
    }

    @Test
    void a_tag_that_an_article_carries_is_not_deleted() {
        var address = bring("carried", "Carried", "Carrier");

        var asked = eva.get(address + "/delete");
        var sent = send(address + "/delete", Map.of("version", version(address)));

        assertTrue(asked.document().select("form button[class~=main]").isEmpty());
        assertEquals(422, sent.status());
        assertEquals(200, eva.get(address).status());
        assertEquals(404, eva.get("/admin/tags/nonsense").status());
    }

    @Test
    void who_creates_a_tag_that_is_nearly_a_known_one_is_asked_first() {
        bring("near", "Observability", "On observing");

        var asked = send("/admin/tags/new", Map.of("name", "Observabilty"));
        var meant = send("/admin/tags/new", Map.of("name", "Observabilty", "seen", asked.document().select("main [name=seen]").val()));

        assertEquals(422, asked.status());
        assertEquals("“Observabilty”: did you mean Observability (1)? Show Observability", asked.text("#near p:first-child"));
        assertEquals("Create it all the same", asked.text("main button"));
        assertEquals(303, meant.status());
    }

    @Test
    void long_words_break_no_page() {
        var name = "long" + "a".repeat(100);
        var address = bring("long", name, "An article " + "b".repeat(200));
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + address.substring(1));
            Browser.signIn(page, "eva");
            browser.assertFits();
            for (var path : List.of("admin/tags?q=" + name, "admin/articles?tag=" + name)) {
                page.navigate(Server.desk().url() + path);

                assertEquals(page.evaluate("document.querySelector('.scroll').clientWidth"), page.evaluate("document.querySelector('.scroll').scrollWidth"), path);
            }
        }
    }

    @Test
    void tags_are_for_editors() {
        var anna = Site.signedIn(Server.desk(), "anna");

        assertEquals(List.of(403, 403, 403, 403, 403), List.of("/admin/tags", "/admin/tags/new", "/admin/tags/1", "/admin/tags/1/rename", "/admin/tags/1/delete").stream().map(each -> anna.get(each).status()).toList());
    }

    @Test
    void articles_are_chosen_from_suggestions() {
        var name = "Suggested";
        var address = bring("suggested", name, "Suggestion one", "Suggestion two");
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + address.substring(1));
            Browser.signIn(page, "eva");
            page.locator("#start\\:pick_input").pressSequentially("two");
            assertThat(page.locator("#start\\:pick_panel .ui-autocomplete-item")).hasText(new String[] {"Suggestion two"});
            browser.assertAccessible();
            page.keyboard().press("Enter");
            page.click("button[value=add]");
            page.waitForSelector(".pins a");

            assertEquals("Suggestion two", page.textContent(".pins a"));
            for (var path : List.of("", "/rename?name=" + name + "s", "/delete")) {
                page.navigate(Server.desk().url() + address.substring(1) + path);
                browser.assertAccessible();
                browser.assertFits();
            }
            for (var path : List.of("admin/tags", "admin/tags/new", "admin/tags?q=nothing-like-this")) {
                page.navigate(Server.desk().url() + path);
                browser.assertAccessible();
                browser.assertFits();
            }
        }
    }

    /** Imports articles with this tag. @return the address of the tag at the desk */
    private String bring(String source, String tag, String... titles) {
        write(source, tag, titles);
        await("/tags/" + tag.toLowerCase().replace(' ', '-') + "/", 200);
        return eva.get("/admin/tags?q=" + tag.replace(' ', '+')).document().select("tbody a").attr("href");
    }

    private static void write(String source, String tags, String... titles) {
        var files = new java.util.ArrayList<String>();
        for (var title : titles) {
            files.addAll(List.of(title.toLowerCase().replace(' ', '-') + ".md", "---\ntitle: " + title + "\ndate: 2026-01-02\ntags: [" + tags + "]\n---\nText.\n"));
        }
        var answer = new Site(Server.desk()).send("POST", "/api/v1/imports?source=tag-page-" + source + "&apply=true", Zip.of(files.toArray(String[]::new)).body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
    }

    /** The name of a tag that is there. */
    private String taken() {
        bring("taken", "Occupied", "Occupier");
        return "OCCUPIED";
    }

    /** Readers see a change a moment after it was made. */
    private Page await(String path, int status) {
        var page = Until.shows(() -> eva.get(path), shown -> shown.status() == status);
        assertEquals(status, page.status(), path);
        return page;
    }

    private Page send(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("token", eva.get("/admin/tags/new").document().select("input[name=token]").attr("value"));
        return eva.post(path, all);
    }

    private String version(String address) {
        return eva.get(address).document().select("input[name=version]").get(0).attr("value");
    }
}
