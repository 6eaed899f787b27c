package org.lectern.admin.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Site;

class PublishingIT {

    private final Site eva = Site.signedIn(Newsroom.server(), "eva");
    private final Site reader = new Site(Newsroom.server());

    @Test
    void a_draft_is_published_and_readers_see_it_when_the_page_comes_back() {
        var desk = Newsroom.bring("first-night", "First night", "draft: true\ntags: [Curtains]", "It rises.");
        var before = reader.get("/articles/first-night/").status();

        var page = eva.get(desk + "/publish");
        var done = Newsroom.send(eva, desk + "/publish", page, "when", "now");

        assertEquals(404, before);
        assertEquals("Publish “First night”", page.text("h1"));
        assertEquals("Readers see nothing of it yet: it is a draft.", page.text("dl.facts > div:first-child dd"));
        assertTrue(page.text("dl.facts").contains("/articles/first-night/"), page.text("dl.facts"));
        assertEquals("Publish", page.text("main button"));
        assertEquals(303, done.status());
        assertTrue(done.header("Location").endsWith(desk + "?done=published"), done.header("Location"));
        var link = eva.get(desk + "?done=published").document().select(".bar a[href*=first-night]").attr("href");
        assertTrue(link.matches("/articles/first-night/\\?edition=[1-9][0-9]*"), link);
        assertEquals(200, reader.get(link).status());
        assertEquals(200, reader.get("/articles/first-night/").status());
        assertEquals("First night", reader.get("/tags/curtains/").text("h2 a"));
    }

    @Test
    void a_date_in_the_future_waits_in_the_zone_of_the_site_and_one_that_is_none_is_refused() {
        var desk = Newsroom.bring("later", "Later", "draft: true", "Not yet.");

        var refused = Newsroom.send(eva, desk + "/publish", "when", "date", "date_input", "soon");
        var done = Newsroom.send(eva, desk + "/publish", "when", "date", "date_input", "2999-07-01");
        var page = eva.get(desk + "/publish");

        assertEquals(422, refused.status());
        assertEquals("Nothing has been done “soon” is no date and time. Write it as 2026-11-24 09:30, or the day alone.", refused.text("#problem"));
        assertEquals("soon", refused.document().select("#date_input").val());
        assertTrue(done.header("Location").endsWith("?done=scheduled"), done.header("Location"));
        assertEquals("Scheduled", page.text(".bar .state"));
        assertEquals("Readers will see it from 1 Jul 2999, 00:00 on.", page.text("dl.facts > div:first-child dd"));
        assertEquals("Date and time (Europe/Vienna)", page.text("label[for=date_input]"));
        assertEquals("Change when “Later” goes live", page.text("h1"));
        assertEquals("Change when it goes live", page.text("main button"));
        assertEquals("Change when it goes live…", eva.get(desk).text("#article [value=publish]"));
        assertEquals(404, reader.get("/articles/later/").status());
    }

    @Test
    void a_date_in_the_past_is_where_it_stands_in_the_archive() {
        var desk = Newsroom.bring("long-ago", "Long ago", "draft: true", "Once.");

        Newsroom.send(eva, desk + "/publish", "when", "date", "date_input", "2001-02-03 04:05");

        assertEquals("3 February 2001", reader.get("/articles/long-ago/").text("article time"));
    }

    @Test
    void readers_see_no_byte_of_edits_until_they_are_released_by_somebody_who_did_not_write_them() {
        var desk = Newsroom.bring("edited", "Edited for days", "date: 2026-01-02\ntags: [Old shelf]\ndescription: Before.", "Old text.");
        var admin = Site.signedIn(Newsroom.server(), "admin");
        var addresses = List.of("/articles/edited/", "/", "/tags/", "/tags/old-shelf/");
        var before = addresses.stream().map(this::read).toList();

        save(admin, desk, "text", "New text.");
        save(admin, desk, "tags_lines", "New shelf", "description", "After.");
        assertUnchanged(addresses, before);
        Newsroom.send(admin, desk + "/discard");
        assertUnchanged(addresses, before);
        save(admin, desk, "title", "Edited at last", "slug", "edited-at-last");
        save(admin, desk, "text", "New text.", "tags_lines", "New shelf", "description", "After.");
        assertUnchanged(addresses, before);
        assertEquals(List.of(404, 404), List.of(reader.get("/articles/edited-at-last/").status(), reader.get("/tags/new-shelf/").status()));
        var own = admin.get(desk + "/publish");
        var forced = Newsroom.send(admin, desk + "/publish", own, "when", "kept", "token", admin.get(desk + "/hand-in").document().select("[name=token]").attr("value"), "version", "9");
        assertUnchanged(addresses, before);
        var page = eva.get(desk + "/publish");
        var done = Newsroom.send(eva, desk + "/publish", page, "when", "kept");
        var after = reader.get("/articles/edited-at-last/");

        assertTrue(new String(before.get(0), StandardCharsets.UTF_8).contains("<p>Old text.</p>"));
        assertEquals("You wrote part of what is new, and here two people have to agree to it: one hands it in as it stands, the other publishes it. Hand it in, and another editor publishes it; or let somebody else hand it in, and you can.", own.text("#eyes"));
        assertTrue(own.document().select("main button").isEmpty());
        assertEquals(422, forced.status());
        assertEquals("Release “Edited at last”", page.text("h1"));
        assertTrue(done.header("Location").endsWith("?done=released"), done.header("Location"));
        assertEquals("Edited at last", after.text("h1"));
        assertEquals("New text.", after.text(".prose"));
        assertEquals("2 January 2026", after.texts("article time").get(0));
        assertTrue(after.texts("article time").get(1).startsWith("Updated"), after.texts("article time").get(1));
        assertEquals("/articles/edited-at-last/", reader.get("/articles/edited/").header("Location"));
        assertEquals("Edited at last", reader.get("/tags/new-shelf/").text("h2 a"));
        assertEquals(404, reader.get("/tags/old-shelf/").status());
        assertFalse(Arrays.equals(before.get(1), read("/")));
        assertFalse(Arrays.equals(before.get(2), read("/tags/")));
    }

    @Test
    void edits_that_wait_are_discarded_and_stay_in_the_history() {
        Newsroom.bring("wavering", "Wavering", "date: 2026-01-02", "One.");
        var desk = Newsroom.bring("wavering", "Wavering no more", "date: 2026-01-02", "Two.");
        Newsroom.send(eva, desk + "/history/1");
        var before = read("/articles/wavering/");

        var page = eva.get(desk + "/discard");
        var done = Newsroom.send(eva, desk + "/discard", page);
        var again = Newsroom.send(eva, desk + "/discard");

        assertEquals("Discard the edits", page.text("main button"));
        assertTrue(done.header("Location").endsWith("?done=discarded"), done.header("Location"));
        assertArrayEquals(before, read("/articles/wavering/"));
        assertEquals(List.of("Edits discarded", "Old revision restored", "Imported", "Imported"), eva.get(desk + "/history").texts("tbody td:nth-child(3)"));
        assertEquals("Nothing has been done No edits of “Wavering no more” wait behind what readers see.", again.text("#problem"));
    }

    @Test
    void withdrawn_and_binned_articles_are_gone_at_once_and_come_back() {
        var desk = Newsroom.bring("vanishing", "Vanishing", "date: 2026-01-02", "Now you see it.");

        var asked = eva.get(desk + "/withdraw");
        var withdrawn = Newsroom.send(eva, desk + "/withdraw", asked);
        var hidden = reader.get("/articles/vanishing/").status();
        var twice = Newsroom.send(eva, desk + "/withdraw");
        Newsroom.send(eva, desk + "/publish", "when", "kept");
        var shown = reader.get("/articles/vanishing/").status();
        var binned = Newsroom.send(eva, desk + "/bin");
        var gone = reader.get("/articles/vanishing/").status();
        var out = Newsroom.send(eva, desk + "/take-out");

        assertEquals("Withdraw “Vanishing”", asked.text("h1"));
        assertEquals("/articles/vanishing/", asked.text("#effect a"));
        assertTrue(withdrawn.header("Location").endsWith(desk + "?done=withdrawn"), withdrawn.header("Location"));
        assertEquals(List.of(404, 200, 404), List.of(hidden, shown, gone));
        assertEquals("Nothing has been done The article “Vanishing” is not published, so it cannot be withdrawn.", twice.text("#problem"));
        assertTrue(binned.header("Location").endsWith("/admin/articles?done=binned"), binned.header("Location"));
        assertTrue(out.header("Location").endsWith("?done=taken-out"), out.header("Location"));
        assertEquals("Withdrawn", eva.get(desk + "/publish").text(".bar .state"));
    }

    @Test
    void who_decides_on_an_older_version_is_told_so_and_nothing_happens() {
        var desk = Newsroom.bring("contested", "Contested", "date: 2026-01-02", "Text.");
        var opened = eva.get(desk + "/bin");
        Newsroom.send(Site.signedIn(Newsroom.server(), "admin"), desk + "/withdraw");

        var late = Newsroom.send(eva, desk + "/bin", opened);

        assertEquals(422, late.status());
        assertEquals("Nothing has been done Somebody saved the article “Contested” after you opened it. Open it again to see the change.", late.text("#problem"));
        assertEquals("Withdrawn", late.text(".bar .state"));
        assertEquals("Put into the bin", late.text("main button"));
    }

    @Test
    void authors_do_not_publish_and_see_nothing_of_what_others_wrote() {
        var desk = Newsroom.bring("others", "Of others", "draft: true", "Text.");
        var anna = Site.signedIn(Newsroom.server(), "anna");

        for (var page : List.of("/publish", "/withdraw", "/bin", "/discard", "/history", "/history/1", "/hand-in")) {
            assertEquals(403, anna.get(desk + page).status(), page);
        }
        assertEquals(403, anna.get("/admin/reviews").status());
        assertEquals(404, eva.get("/admin/articles/999999/publish").status());
        assertEquals(404, eva.get(desk + "/history/99").status());
    }

    @Test
    void works_for_everybody() {
        Newsroom.bring("looked-at", "Looked at", "date: 2026-01-02\ntags: [Old, Older]", "A paragraph that stays.\n\nA *paragraph* that goes.\n\n- one\n- two\n\n```java\nvar lock = new Lock();\n```\n");
        var desk = Newsroom.bring("looked-at", "Looked at again", "date: 2026-01-02\ntags: [Old, New]",
                "A paragraph that stays.\n\n- one\n- two\n- three\n\n```java\nvar lease = new Lease();\n```\n\n> Said anew.\n");
        var admin = Site.signedIn(Newsroom.server(), "admin");
        Newsroom.send(admin, desk + "/history/1");
        Newsroom.send(admin, desk + "/hand-in", "note", "Please look at\nthe list.");
        try (var browser = Browser.open(1280)) {
            var page = browser.page();
            page.navigate(Newsroom.server().url() + "admin/");
            Browser.signIn(page, "eva");
            for (var address : List.of("/publish", "/withdraw", "/bin", "/discard", "/history", "/history/3", "/history/3?with=2", "/hand-in")) {
                page.navigate(Newsroom.server().url() + desk.substring(1) + address);
                browser.assertAccessible();
                browser.assertFits();
            }
            page.navigate(Newsroom.server().url() + "admin/reviews");
            browser.assertAccessible();
            page.click("tbody a >> text=Looked at");
            page.waitForSelector(".beside");
            browser.assertAccessible();
            page.navigate(Newsroom.server().url() + desk.substring(1) + "/publish");
            page.click("#date_input");
            page.fill("#date_input", "2025-12-24 18:00");
            page.keyboard().press("Escape");
            browser.assertAccessible();
            assertTrue(page.isChecked("#on"));
            assertFalse(page.isChecked("#kept"));
        }
    }

    /** What readers are sent: a page, not the news that there is none. */
    private byte[] read(String address) {
        var page = reader.get(address);
        assertEquals(200, page.status(), address);
        return page.bytes();
    }

    private void assertUnchanged(List<String> addresses, List<byte[]> before) {
        for (var at = 0; at < before.size(); at++) {
            assertArrayEquals(before.get(at), read(addresses.get(at)), addresses.get(at));
        }
    }

    /** Saves in the editor. @param fields names and values by turns */
    private static void save(Site site, String desk, String... fields) {
        var opened = site.get(desk);
        var saved = site.post(desk, opened.form("#article", fields));
        assertTrue(saved.header("Location").endsWith(desk + "?done=saved"), saved.body());
    }
}
