package org.lectern.admin.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class ImportPageIT {

    private final Site admin = Site.signedIn(Server.desk(), "admin");

    @Test
    void shows_the_plan_before_anything_is_written_then_applies_it_and_reports() {
        var zip = Zip.of("leases.md", Zip.article("Leases by page"), "broken.md", "---\ntitle: [open\n---\nText.\n");

        var sent = send(zip.bytes(), token(), Map.of("source", "page"));
        var address = sent.header("Location");
        var plan = admin.get(address);
        var applied = admin.post(address, Map.of("token", token(), "do", "apply"));
        var job = awaitEnd(applied.header("Location"));

        assertEquals(303, sent.status());
        assertEquals("Plan: import “page”", plan.text("h1"));
        assertEquals("Import one article", plan.text("button[value=apply]"));
        assertEquals("One file refused", plan.text("#list-refused"));
        assertEquals(List.of("broken.md, line 2"), plan.texts("section.list .path"));
        assertEquals(List.of("New 1", "Refused 1"), plan.texts(".numbers > div").stream().filter(number -> number.endsWith(" 1")).toList());
        assertEquals("One new article", plan.text("#list-new"));
        assertTrue(plan.header("Cache-Control").startsWith("no-store"), plan.header("Cache-Control"));
        assertEquals(303, applied.status());
        assertEquals("Import “page”", job.text("h1"));
        assertEquals("Done: one file was dealt with.", job.text("main > .note"));
    }

    @Test
    void what_is_wrong_is_said_on_the_page_and_what_was_typed_stays() {
        var zip = Zip.of("leases.md", Zip.article("Leases"));

        var noFile = send(new byte[0], token(), Map.of("source", "typed", "tags", "topics", "plain", "true"));
        var noZip = send("Not a zip.".getBytes(StandardCharsets.US_ASCII), token(), Map.of("source", "typed"));
        var badSite = send(zip.bytes(), token(), Map.of("source", "typed", "site", "nowhere"));

        assertEquals(422, noFile.status());
        assertEquals("This zip has not been taken Choose a zip file first.", noFile.text("#problem"));
        assertEquals("typed", noFile.document().select("#source").attr("value"));
        assertEquals("topics", noFile.document().select("#tags").attr("value"));
        assertTrue(noFile.document().select("#plain").hasAttr("checked"));
        assertEquals("This zip has not been taken This is no zip, or a damaged one. Pack the folder again.", noZip.text("#problem"));
        assertEquals("nowhere", badSite.document().select("#site").attr("value"));
    }

    @Test
    void a_zip_beyond_the_bound_is_refused() {
        var page = send(new byte[(Server.IMPORT_MEGABYTES << 20) + 1], token(), Map.of("source", "large"));

        assertEquals(413, page.status());
        assertEquals("This zip has not been taken The zip is larger than 2 MB. Leave out what is neither Markdown nor an image, or raise the bound in the settings.", page.text("#problem"));
    }

    @Test
    void a_form_without_the_token_of_the_session_does_nothing() {
        var zip = Zip.of("leases.md", Zip.article("Leases"));
        var plan = send(zip.bytes(), token(), Map.of("source", "token")).header("Location");

        assertEquals(403, send(zip.bytes(), "guessed", Map.of("source", "token")).status());
        assertEquals(403, admin.post(plan, Map.of("do", "apply")).status());
        assertEquals(200, admin.get(plan).status());
    }

    @Test
    void who_comes_back_to_an_applied_plan_or_applies_it_twice_is_led_to_its_import() {
        var address = send(Zip.of("back.md", Zip.article("Back")).bytes(), token(), Map.of("source", "back")).header("Location");
        var job = admin.post(address, Map.of("token", token(), "do", "apply")).header("Location");

        var back = admin.get(address);
        var twice = admin.post(address, Map.of("token", token(), "do", "apply"));

        assertEquals(303, back.status());
        assertEquals(job, back.header("Location"));
        assertEquals(303, twice.status());
        assertEquals(job, twice.header("Location"));
    }

    @Test
    void applying_leads_to_the_import_at_once_which_says_that_it_reads() {
        var sentence = "Reading the files and comparing them with the articles here. Nothing has been written yet.";
        var form = Map.of("token", token(), "do", "apply");
        Page reading;
        Page job;
        var tries = 0;

        do {        // where the server is faster than the next request, all is read when the page is shown
            var source = "read first " + ++tries;
            var address = send(Zip.ofArticles(source, 2500).bytes(), form.get("token"), Map.of("source", source)).header("Location");
            reading = admin.get(admin.post(address, form).header("Location"));
            job = awaitEnd(reading.response().uri().getPath());
        } while (!reading.texts("#progress p").contains(sentence) && tries < 5);

        assertEquals(sentence, reading.text("#progress p"));
        assertFalse(reading.document().selectFirst("#progress progress").hasAttr("value"));
        assertEquals("Done: 2,500 files were dealt with.", job.text("main > .note"));
    }

    @Test
    void what_has_changed_here_since_the_plan_was_shown_is_told_by_the_import() {
        var address = send(Zip.of("one/moved-x.md", Zip.article("Moved x"), "two/moved-y.md", Zip.article("Moved y")).bytes(), token(), Map.of("source", "moved between")).header("Location");
        var elsewhere = send(Zip.of("in/one/moved-x.md", Zip.article("Moved x"), "in/two/moved-y.md", Zip.article("Moved y"), "other.md", Zip.article("Other")).bytes(), token(),
                Map.of("source", "moved between")).header("Location");
        awaitEnd(admin.post(elsewhere, Map.of("token", token(), "do", "apply")).header("Location"));

        var applied = admin.post(address, Map.of("token", token(), "do", "apply"));
        var job = awaitEnd(applied.header("Location"));

        assertEquals(303, applied.status());
        assertEquals("Nothing was written. 2 articles of “moved between” would look new because their files lie in “/” now, and lay in “/in/” before. "
                + "Pack the same folder as before; or, if it is meant to be another source, give it another name.", job.text("main > .note.bad"));
        assertEquals("Import another zip", job.text(".bar .button"));
    }

    @Test
    void what_staff_have_changed_and_the_file_has_not_is_listed_apart() {
        var zip = Zip.of("staff/left-alone.md", Zip.article("Left alone"), "staff/taken-back.md", Zip.article("Taken back here"));
        awaitEnd(admin.post(send(zip.bytes(), token(), Map.of("source", "staff")).header("Location"), Map.of("token", token(), "do", "apply")).header("Location"));
        withdraw("Taken back here");

        var plan = admin.get(send(zip.bytes(), token(), Map.of("source", "staff")).header("Location"));

        assertEquals("Nothing to import: no file is new or changed.", plan.text(".lead"));
        assertEquals(List.of("Unchanged 2"), plan.texts(".numbers > div").stream().filter(number -> !number.endsWith(" 0")).toList());
        assertEquals("One article changed here, not in its file", plan.text("#list-here"));
        assertEquals(List.of("taken-back.md", "“Taken back here” was withdrawn here."), plan.texts("#list-here ~ .scroll td"));
    }

    @Test
    void a_plan_waits_for_who_made_it_alone() {
        var address = send(Zip.of("own.md", Zip.article("Own")).bytes(), token(), Map.of("source", "own")).header("Location");

        assertEquals(403, Site.signedIn(Server.desk(), "eva").get(address).status());
        assertEquals(200, admin.get(address).status());
    }

    @Test
    void a_hostile_zip_brings_in_what_is_harmless_and_names_the_rest() {
        var zip = Zip.of("good.md", Zip.article("Good among bad"), "../../evil.md", Zip.article("Evil"), "/etc/evil.md", Zip.article("Evil"));

        var plan = admin.get(send(zip.bytes(), token(), Map.of("source", "hostile")).header("Location"));

        assertEquals("Import one article", plan.text("button[value=apply]"));
        assertEquals("2 files refused", plan.text("#list-refused"));
        assertEquals(List.of("../../evil.md", "/etc/evil.md"), plan.texts("section.list .path"));
    }

    @Test
    void a_zip_that_would_fill_the_server_is_refused_as_a_whole() {
        var page = send(Zip.ofZeros("bomb.png", 17 << 20).bytes(), token(), Map.of("source", "bomb"));

        assertEquals(422, page.status());
        assertEquals("This zip has not been taken The zip would expand to more than 50 times its size, as only hostile ones do. If it is yours, raise the bound in the settings.", page.text("#problem"));
    }

    @Test
    void an_empty_zip_says_that_there_is_nothing_to_import() {
        var plan = admin.get(send(Zip.of().bytes(), token(), Map.of("source", "empty")).header("Location"));

        assertEquals("Nothing to import: the zip holds neither Markdown files nor images that can come in.", plan.text(".lead"));
        assertTrue(plan.document().select("button[value=apply]").isEmpty());
    }

    @Test
    void two_plans_do_not_disturb_each_other() {
        var first = send(Zip.of("first.md", Zip.article("First")).bytes(), token(), Map.of("source", "first tab")).header("Location");
        var second = send(Zip.of("second.md", Zip.article("Second")).bytes(), token(), Map.of("source", "second tab")).header("Location");

        admin.post(second, Map.of("token", token(), "do", "discard"));

        assertNotEquals(first, second);
        assertEquals("Plan: import “first tab”", admin.get(first).text("h1"));
        assertEquals(404, admin.get(second).status());
    }

    @Test
    void who_is_no_administrator_is_told_so_in_words() {
        var page = Site.signedIn(Server.desk(), "eva").get("/admin/import");

        assertEquals(403, page.status());
        assertEquals("You are not allowed to do this", page.text("h1"));
    }

    @Test
    void a_person_imports_a_zip_in_the_browser() {
        var source = "browser";
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + "admin/import");
            Browser.signIn(page, "admin");
            browser.assertAccessible();
            browser.assertFits();

            page.fill("#source", source);
            page.setInputFiles("#zip", new FilePayload("blog.zip", "application/zip",
                    Zip.of("leases.md", Zip.article("Leases " + source), "broken.md", "---\ntitle: [open\n---\nText.\n").bytes()));
            page.click("main .button.main");
            page.waitForSelector("button[value=apply]");
            page.evaluate("document.querySelectorAll('details').forEach(list => list.open = true)");
            browser.assertAccessible();
            browser.assertFits();

            page.click("button[value=apply]");
            page.waitForSelector(".note.good");
            browser.assertAccessible();
            assertEquals("Done: one file was dealt with.", page.textContent(".note.good"));
        }
    }

    private void withdraw(String title) {
        var list = admin.get("/admin/articles?q=" + title.replace(' ', '+'));
        var article = list.document().select("main a").stream().filter(link -> link.text().equals(title)).findFirst().orElseThrow().attr("href");
        var page = admin.get(article + "/withdraw");
        var form = new HashMap<String, String>();
        page.document().select("main input[type=hidden]").forEach(hidden -> form.put(hidden.attr("name"), hidden.attr("value")));
        assertEquals(303, admin.post(article + "/withdraw", form).status());
    }

    private String token() {
        return admin.get("/admin/import").document().select("input[name=token]").attr("value");
    }

    private Page send(byte[] zip, String token, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("token", token);
        return admin.send("POST", "/admin/import", Zip.form(zip, all), "Content-Type", Zip.FORM_TYPE);
    }

    private Page awaitEnd(String address) {
        var page = Until.shows(Duration.ofMinutes(5), () -> admin.get(address), job -> job.document().select("#progress").isEmpty());
        assertTrue(page.document().select("#progress").isEmpty(), "The job has not ended");
        return page;
    }
}
