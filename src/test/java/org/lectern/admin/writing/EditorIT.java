package org.lectern.admin.writing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

/** Writing in the browser, with the editor's scripts. */
class EditorIT {

    private static final String PAYLOAD = "\"><img src=x onerror=\"window.ran=1\"><script>window.ran=1</script><svg onload=\"window.ran=1\">";

    /** All that this browser keeps, as one text. */
    private static final String KEPT_HERE = "new Promise(done => { indexedDB.open('lectern-editor').onsuccess = open => { open.target.result.transaction('kept').objectStore('kept').getAll().onsuccess = all => done(JSON.stringify(all.target.result)); }; })";

    @Test
    void a_person_writes_an_article_and_sees_what_readers_will_see() {
        try (var browser = Browser.open(1440)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Written in the browser");
            page.fill("#text", "## Why\n\nA *lease* ends by itself.\n\n## How\n\n```sql\nselect 1;\n```\n");
            page.fill("#tags_input", "Leases of ours");
            page.press("#tags_input", ",");

            assertThat(page.locator("#preview em")).hasText("lease");
            assertThat(page.locator("#outline button")).hasText(new String[] {"Why", "How"});
            assertThat(page.locator("#words")).containsText("min read");
            assertThat(page.locator("#excerpt .prose")).containsText("A lease ends by itself.");
            browser.assertAccessible();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/trips/editor.png")));
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/articles/*?done=saved");
            assertThat(page.locator("#saved")).hasText("Saved");
            assertThat(page.locator(".ui-autocomplete-token-label")).hasText("Leases of ours");
            assertEquals(0, page.locator(".recovery").count());
            browser.assertAccessible();
            page.locator("#tags").scrollIntoViewIfNeeded();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/trips/editor-saved.png")));
            for (var width : new int[] {768, 1024}) {
                page.setViewportSize(width, 900);
                browser.assertFits();
            }
        }
    }

    @Test
    void the_preview_is_what_readers_get_byte_for_byte() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var text = "Text with [a link](/articles/leases-of-the-preview/), `code` and a table.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## Part\n\n> [!NOTE]\n> Mind.\n";
        new Site(Server.desk()).send("POST", "/api/v1/imports?source=proof&apply=true", org.lectern.admin.importing.Zip.of(
                "leases-of-the-preview.md", "---\ntitle: Leases of the preview\ndate: 2026-01-02\n---\nOther.\n", "proof-of-the-preview.md", "---\ntitle: Proof of the preview\ndate: 2026-01-03\n---\n" + text).body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");

        for (var path : List.of("/articles/proof-of-the-preview/", "/articles/leases-of-the-preview/")) {
            assertEquals(200, Until.shows(() -> eva.get(path).status(), status -> status == 200), path);        // readers see it as soon as the archive has followed
        }
        var token = eva.get("/admin/autosave.json").json().getString("token");
        var html = eva.post("/admin/articles/proof.json", Map.of("token", token, "text", text)).json().getString("html");

        assertTrue(eva.get("/articles/proof-of-the-preview/").body().contains("<div class=\"prose\">" + html + "</div>"), html);
    }

    @Test
    void while_a_save_is_on_its_way_nothing_is_typed_that_would_be_lost() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            var held = new ArrayList<Route>();
            page.route("**/admin/articles/*", route -> {
                if (route.request().method().equals("POST") && route.request().isNavigationRequest()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            var beside = page.context().newPage();
            beside.navigate(Server.desk().url() + "admin/profile");
            page.fill("#title", "Typed while it was saved");
            page.fill("#text", "Sent.");
            page.evaluate("addEventListener('pagehide', () => sessionStorage.setItem('seen-last', document.getElementById('text').value + ' ' + document.getElementById('saved').textContent))");
            page.keyboard().press("Control+s");
            page.waitForCondition(() -> held.size() == 1);
            page.keyboard().type(" Too late.");
            held.get(0).resume();
            page.waitForURL("**/admin/articles/*?done=saved");

            assertEquals("Sent. Saving…", page.evaluate("sessionStorage.getItem('seen-last')"));
            assertThat(page.locator("#text")).hasValue("Sent.");

            page.fill("#text", "Sent again.");
            page.keyboard().press("Control+s");
            page.waitForCondition(() -> held.size() == 2);
            page.keyboard().press("Escape");
            page.keyboard().type(" Typed after all.");
            page.waitForCondition(() -> beside.evaluate(KEPT_HERE).toString().contains("Typed after all."));
            held.get(1).resume();
            assertThat(page.locator(".recovery")).hasCount(1);
            page.click("text=Take it into the form");
            assertThat(page.locator("#text")).hasValue("Sent again. Typed after all.");
        }
    }

    @Test
    void whoever_saves_goes_on_where_the_caret_was() {
        var where = "(() => { const text = document.getElementById('text'); return [document.activeElement.id, text.selectionStart, text.selectionEnd, text.scrollTop].join(); })()";
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Saved in the middle");
            page.fill("#text", "A paragraph of a long text.\n\n".repeat(200));
            page.evaluate("(() => { const text = document.getElementById('text'); text.focus(); text.setSelectionRange(1500, 1510); text.scrollTop = 900; })()");
            page.click("button.first");
            page.waitForURL("**?done=saved");
            page.waitForCondition(() -> page.evaluate(where).equals("text,1500,1510,900"));

            page.reload();
            assertThat(page.locator("#words")).containsText("word");
            assertEquals(",0,0,0", page.evaluate(where));
        }
    }

    @Test
    void enter_in_the_title_leads_to_the_text() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Not saved by Enter");
            page.press("#title", "Enter");

            assertThat(page.locator("#text")).isFocused();
            page.keyboard().type("Begun.");
            assertThat(page.locator("#text")).hasValue("Begun.");
            assertTrue(page.url().endsWith("/admin/articles/new"), page.url());
        }
    }

    @Test
    void what_was_not_saved_is_offered_again_after_the_browser_has_gone() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Kept in spite of a crash");
            page.fill("#text", "Saved.");
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/articles/*?done=saved");
            var address = page.url().replaceFirst("\\?.*", "");
            page.fill("#text", "Saved.\n\nTyped");
            assertThat(page.locator("#saved")).containsText("Kept, not saved yet");          // an older text, at the server
            page.fill("#text", "Saved.\n\nTyped and not saved.");
            page.fill("#description", "Described and not saved.");
            page.waitForCondition(() -> page.evaluate(KEPT_HERE).toString().contains("Described and not saved."));
            page.context().newPage();
            page.close();

            var after = page.context().newPage();
            after.navigate(address);
            assertThat(after.locator(".recovery strong")).hasText(Pattern.compile("You typed something here and did not save it \\(\\d{1,2} [A-Z][a-z]{2} \\d{4}, \\d{2}:\\d{2}\\)\\."));
            after.click("text=Show what differs");
            assertThat(after.locator(".recovery")).hasCount(1);
            assertThat(after.locator(".recovery ins").last()).hasText("Typed and not saved.");
            assertThat(after.locator(".recovery tbody tr")).hasText("DescriptionDescribed and not saved.");
            after.click("text=Take it into the form");
            assertThat(after.locator("#text")).hasValue("Saved.\n\nTyped and not saved.");
            after.keyboard().press("Control+s");
            after.waitForURL("**?done=saved");
            assertThat(after.locator("#text")).hasValue("Saved.\n\nTyped and not saved.");
            after.reload();
            assertThat(after.locator("#words")).containsText("word");
            assertEquals(0, after.locator(".recovery").count());
        }
    }

    @Test
    void what_was_typed_last_outlives_the_death_of_the_browser(@TempDir Path profile) {
        String address;
        try (var browser = Browser.open(profile)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Written until the browser died");
            page.fill("#text", "Saved.");
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/articles/*?done=saved");
            address = page.url().replaceFirst(".*(/admin/[^?]*).*", "$1");
            page.waitForSelector("#tools:not([hidden])");
            page.evaluate("{ const real = fetch; window.fetch = (address, how) => how?.method === 'POST' && String(address).includes('autosave') ? Promise.reject(new TypeError('away')) : real(address, how); }");        // so that nobody but the browser keeps it
            page.fill("#text", "Saved.\n\nTyped last.");
            page.waitForCondition(() -> page.evaluate(KEPT_HERE).toString().contains("Typed last."));

            browser.kill();
        }

        assertFalse(Site.signedIn(Server.desk(), "anna").get("/admin/autosave.json?page=article:" + address.replaceAll("\\D", "")).body().contains("Typed last."));
        try (var browser = Browser.open(profile)) {
            var page = signIn(browser, "anna", address);
            assertThat(page.locator("#text")).hasValue("Saved.");
            page.click("text=Show what differs");
            assertThat(page.locator(".recovery ins").last()).hasText("Typed last.");
            page.click("text=Take it into the form");
            page.keyboard().press("Control+s");
            page.waitForURL("**?done=saved");
            assertThat(page.locator("#text")).hasValue("Saved.\n\nTyped last.");
        }
    }

    @Test
    void what_was_declined_is_offered_again_after_the_browser_has_gone() {
        assertEquals(303, ArticleEditorIT.begin(Site.signedIn(Server.desk(), "anna"), "Held by another", "First.").status());
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Held by another");
            page.fill("#slug", "held-by-another");
            page.fill("#text", "Declined for its address.");
            page.keyboard().press("Control+s");
            assertThat(page.locator("#problem")).containsText("belongs to the article “Held by another”");
            assertThat(page.locator("#saved")).containsText("Kept");
            page.context().newPage();
            page.close();

            var after = page.context().newPage();
            after.navigate(Server.desk().url() + "admin/articles/new");
            after.locator(".recovery", new Page.LocatorOptions().setHasText("You typed something here")).first().locator("button.main").click();
            assertThat(after.locator("#text")).hasValue("Declined for its address.");
            after.fill("#slug", "held-by-me");
            after.keyboard().press("Control+s");
            after.waitForURL("**?done=saved");
            assertThat(after.locator("#words")).containsText("word");
            after.waitForCondition(() -> !after.evaluate(KEPT_HERE).toString().contains("Declined for its address."));
            assertFalse(Site.signedIn(Server.desk(), "anna").get("/admin/autosave.json?page=new").body().contains("Declined for its address."));
        }
    }

    @Test
    void who_is_signed_out_while_writing_keeps_the_text_signs_in_in_a_second_tab_and_saves() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Written across two sign-ins");
            page.context().clearCookies();
            page.fill("#text", "Typed after the sign-in had ended.");
            page.keyboard().press("Control+s");

            assertThat(page.locator("#saved")).containsText("You are signed out. Your text stays here.");
            assertThat(page.locator("#text")).hasValue("Typed after the sign-in had ended.");
            var tab = page.context().waitForPage(() -> page.click("#saved a"));
            Browser.signIn(tab, "anna");
            tab.waitForURL("**/admin/**");
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/articles/*?done=saved");
            assertThat(page.locator("#text")).hasValue("Typed after the sign-in had ended.");
        }
    }

    @Test
    void who_comes_back_after_an_idle_hour_is_led_through_the_sign_in_to_the_page_with_the_typed_text() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "Written around an idle hour");
            page.fill("#text", "Saved.");
            page.keyboard().press("Control+s");
            page.waitForURL("**/admin/articles/*?done=saved");
            page.fill("#text", "Saved.\n\nTyped before the break.");
            page.waitForCondition(() -> page.evaluate(KEPT_HERE).toString().contains("Typed before the break."));
            Server.desk().ageSignIn(page.context().cookies().stream().filter(cookie -> cookie.name.equals("lectern-sign-in")).findFirst().orElseThrow().value, Duration.ofHours(1), Duration.ofHours(1));

            page.reload();
            assertThat(page.locator("h1")).hasText("Sign in");
            Browser.signIn(page, "anna");

            page.waitForURL("**/admin/articles/*");
            page.click("text=Take it into the form");
            assertThat(page.locator("#text")).hasValue("Saved.\n\nTyped before the break.");
        }
    }

    @Test
    void two_people_save_and_both_texts_come_through() {
        try (var annas = Browser.open(1280); var evas = Browser.open(1280)) {
            var anna = signIn(annas, "anna", "/admin/articles/new");
            anna.fill("#title", "Saved by two browsers");
            anna.fill("#text", "One.\n\nTwo.\n\nThree.");
            anna.keyboard().press("Control+s");
            anna.waitForURL("**?done=saved");
            var eva = signIn(evas, "eva", anna.url().replaceFirst(".*(/admin/[^?]*).*", "$1"));
            eva.fill("#text", "One by Eva.\n\nTwo.\n\nThree.");
            eva.keyboard().press("Control+s");
            eva.waitForURL("**?done=saved");
            anna.fill("#text", "One by Anna.\n\nTwo.\n\nThree by Anna.");
            anna.keyboard().press("Control+s");

            assertThat(anna.locator("#conflict-heading")).hasText("eva saved this article after you had opened it");
            annas.assertAccessible();
            anna.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/trips/editor-conflict.png")));
            assertThat(anna.locator("#text")).hasValue("<<<<<<< Your text\nOne by Anna.\n=======\nOne by Eva.\n>>>>>>> The other text\n\nTwo.\n\nThree by Anna.");
            anna.fill("#text", "One by Anna and Eva.\n\nTwo.\n\nThree by Anna.");
            anna.keyboard().press("Control+s");
            anna.waitForURL("**?done=saved");
            eva.reload();
            assertThat(eva.locator("#text")).hasValue("One by Anna and Eva.\n\nTwo.\n\nThree by Anna.");
        }
    }

    @Test
    void a_dropped_picture_is_asked_for_its_words_shown_to_staff_and_hidden_from_readers() throws IOException {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "With a picture");
            var chooser = page.waitForFileChooser(() -> page.click("[data-tool=picture]"));
            chooser.setFiles(new FilePayload("two nodes.png", "image/png", png()));
            page.fill("#alt-text", "Two nodes");
            page.keyboard().press("Enter");

            var image = page.locator("#preview img");
            assertThat(image).hasAttribute("alt", "Two nodes");
            assertTrue(page.locator("#text").inputValue().matches("!\\[Two nodes]\\(media:[0-9a-f]{16}\\)"), page.locator("#text").inputValue());
            var address = image.getAttribute("src");
            assertTrue(address.startsWith("/admin/media/"), address);
            page.waitForCondition(() -> image.evaluate("image => image.naturalWidth").equals(3));
            assertEquals(302, new Site(Server.desk()).get(address).status());
            assertEquals(403, Site.signedIn(Server.desk(), "rita").get(address).status());
        }
    }

    @Test
    void pictures_that_are_dropped_anywhere_come_in_their_order_to_where_the_caret_was() throws IOException {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            page.fill("#title", "With several pictures");
            page.fill("#text", "One.\n\nTwo.");
            page.locator("#text").evaluate("text => text.setSelectionRange(4, 4)");
            drop(page.locator("#sheet"), "first.png", "notes.pdf", "second.png");
            assertThat(page.locator(".asked figcaption")).hasText("first.png");
            assertThat(page.locator(".asked img")).isVisible();
            browser.assertAccessible();
            page.fill("#alt-text", "First");
            page.keyboard().press("Enter");
            assertThat(page.locator(".asked figcaption")).hasText("second.png");
            page.fill("#alt-text", "Second");
            page.keyboard().press("Enter");

            assertThat(page.locator("#text")).hasValue(Pattern.compile("One\\.\n\n!\\[First]\\(media:\\w+\\)\n\n!\\[Second]\\(media:\\w+\\)\n\nTwo\\."));
            assertThat(page.locator("#notices [role=alert]")).hasText("notes.pdf could not be taken: it is no picture. Save it as PNG, JPEG, GIF, WebP or SVG.");
            page.keyboard().type(" Behind.");
            assertThat(page.locator("#text")).hasValue(Pattern.compile("Second]\\(media:\\w+\\) Behind\\.\n\nTwo"));
            var key = page.locator("#text").inputValue().replaceFirst("(?s).*First]\\(media:(\\w+).*", "$1");
            var anna = Site.signedIn(Server.desk(), "anna");
            assertEquals("First", Until.shows(() -> anna.get("/admin/media/" + key + "/edit").text("#alt"), "First"::equals));        // the library learns the words a moment later
        }
    }

    @Test
    void tables_links_and_near_duplicates() {
        new Site(Server.desk()).send("POST", "/api/v1/imports?source=near&apply=true", org.lectern.admin.importing.Zip.of("near.md", "---\ntitle: Near\ndate: 2026-01-02\ntags: [Kubernetes]\n---\nText.\n").body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            var text = page.locator("#text");

            paste(text, "Name\tCount\nA|B\t2");
            assertThat(text).hasValue("| Name | Count |\n| --- | --- |\n| A\\|B | 2 |\n\n");
            text.fill("see here");
            text.selectText();
            paste(text, "https://example.org/a");
            assertThat(text).hasValue("[see here](https://example.org/a)");
            text.fill("bold");
            text.selectText();
            page.keyboard().press("Control+b");
            assertThat(text).hasValue("**bold**");
            text.fill("");
            page.keyboard().press("Control+k");
            page.fill("#link-address", "Near");
            page.click(".asking li button:has-text('Near')");
            page.keyboard().press("Enter");
            assertThat(text).hasValue("[Near](/articles/near/)");
            page.locator("#tags_input").pressSequentially("kubernets");
            assertThat(page.locator("#near")).containsText("“kubernets”: did you mean Kubernetes (1)?");
            page.click("text=Take Kubernetes");
            assertThat(page.locator(".ui-autocomplete-token-label")).hasText("Kubernetes");
        }
    }

    @Test
    void no_field_runs_what_is_typed_into_it() {
        try (var browser = Browser.open(1280)) {
            var page = signIn(browser, "anna", "/admin/articles/new");
            for (var field : new String[] {"title", "text", "description", "summary", "authors", "series", "image"}) {
                page.fill("#" + field, field + PAYLOAD);
            }
            page.fill("#tags_input", "tag" + PAYLOAD);
            page.press("#tags_input", ",");
            assertThat(page.locator("#preview")).containsText("text");
            page.keyboard().press("Control+s");
            page.waitForURL("**?done=saved");

            assertThat(page.locator("#title")).hasValue("title" + PAYLOAD);
            assertThat(page.locator("#words")).containsText("word");
            assertFalse((Boolean) page.evaluate("'ran' in window"));
        }
    }

    /** Drops files of these names, each a picture of its own unless its name says otherwise. */
    private static void drop(Locator place, String... names) throws IOException {
        var files = new ArrayList<Map<String, String>>();
        for (var name : names) {
            var image = new BufferedImage(3, 2 + files.size(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, name.hashCode() & 0xffffff);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            files.add(Map.of("name", name, "type", name.endsWith(".png") ? "image/png" : "application/pdf", "bytes", Base64.getEncoder().encodeToString(bytes.toByteArray())));
        }
        place.evaluate("(place, files) => { const data = new DataTransfer(); files.forEach(file => data.items.add(new File([Uint8Array.from(atob(file.bytes), c => c.charCodeAt(0))], file.name, { type: file.type })));"
                + "['dragover', 'drop'].forEach(kind => place.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))); }", files);
    }

    private static void paste(Locator field, String plain) {
        field.evaluate("(field, plain) => { const data = new DataTransfer(); data.setData('text/plain', plain); field.focus(); field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", plain);
    }

    private static Page signIn(Browser browser, String user, String path) {
        browser.page().navigate(Server.desk().url() + path.substring(1));
        Browser.signIn(browser.page(), user);
        browser.page().waitForSelector("#tools:not([hidden])");
        return browser.page();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
