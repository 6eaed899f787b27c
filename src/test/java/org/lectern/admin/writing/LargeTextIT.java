package org.lectern.admin.writing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** The editor with an article of 1 MB, as long as a thick book: it is written on as in a short one, and kept as safely. */
class LargeTextIT {

    private static final int CHARACTERS = 1 << 20;

    /** In milliseconds, between a key and the next picture of the page. A busy machine makes many keys slow, a text that is too long for the page makes all. */
    private static final double STALL = 3_000;

    /** From now on, notes how long each key takes until the page has been painted with what it did. */
    private static final String MEASURE = "window.taken = []; document.getElementById('text').addEventListener('keydown', key => requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - key.timeStamp))));";

    private static final String SLOWEST_OF_THE_FASTEST_QUARTER = "taken.sort((one, other) => one - other)[taken.length >> 2]";

    /** Whether the browser keeps the word. */
    private static final String KEPT_HERE = "new Promise(done => { indexedDB.open('lectern-editor').onsuccess = open => { open.target.result.transaction('kept').objectStore('kept').getAll().onsuccess = all => done(all.target.result.some(kept => kept.fields.includes('quiescent'))); }; })";

    @Test
    void a_word_typed_at_its_end_appears_without_a_stall_and_is_previewed_kept_offered_again_and_saved() {
        var text = text();
        var address = begin("A book of 1 MB", text);
        try (var browser = Browser.open(1440)) {
            var page = open(browser, address);
            assertThat(page.locator("#words")).containsText("words");

            page.evaluate(MEASURE);
            page.focus("#text");
            page.keyboard().press("Control+End");
            page.keyboard().type(" Leases are");
            assertThat(page.locator("#preview p").last()).hasText("Here it ends. Leases are");
            page.keyboard().type(" quiescent while nobody renews them.", new Keyboard.TypeOptions().setDelay(60));
            page.waitForCondition(() -> page.evaluate(KEPT_HERE).equals(true));
            var taken = ((Number) page.evaluate(SLOWEST_OF_THE_FASTEST_QUARTER)).doubleValue();
            page.reload();
            page.click("text=Show what differs");
            assertThat(page.locator(".recovery ins")).hasText("Here it ends. Leases are quiescent while nobody renews them.");
            page.click("text=Take it into the form");
            page.keyboard().press("Control+s");
            page.waitForURL("**?done=saved");

            assertTrue(taken < STALL, "Three of four keys took " + taken + " ms or more");
            assertEquals(text + " Leases are quiescent while nobody renews them.", page.locator("#text").inputValue());
            assertThat(page.locator("#words")).containsText("words");
            assertEquals(0, page.locator(".recovery").count());
        }
    }

    private static String begin(String title, String text) {
        var begun = ArticleEditorIT.begin(Site.signedIn(Server.desk(), "anna"), title, text);
        assertEquals(303, begun.status(), begun.body());
        return begun.header("Location").replaceFirst("\\?.*", "");
    }

    private static Page open(Browser browser, String address) {
        var page = browser.page();
        page.navigate(Server.desk().url() + address.substring(1));
        Browser.signIn(page, "anna");
        page.waitForSelector("#tools:not([hidden])");
        return page;
    }

    /** Headings, paragraphs, lists, code, quotes and tables, as in a handbook. */
    private static String text() {
        var text = new StringBuilder();
        for (var part = 1; text.length() < CHARACTERS; part++) {
            text.append("## Part ").append(part).append("\n\n")
                    .append("A *lease* is a **lock** that ends by itself, so that nobody has to [wait](/articles/part-").append(part).append("/) for who has died – in theory. ".repeat(4)).append("\n\n")
                    .append("- the holder renews it with `renew(").append(part).append(")`,\n- everybody else waits for its end,\n- and clocks differ.\n\n")
                    .append("```java\nvar lease = leases.take(\"part-").append(part).append("\", Duration.ofSeconds(30));\nif (lease.isHeld()) {\n    work();\n}\n```\n\n")
                    .append("> Whoever relies on time has to say whose time.\n\n")
                    .append(part % 5 == 0 ? "| holder | since | until |\n|---|---|---|\n| one | 09:00 | 09:30 |\n| another | 09:30 | 10:00 |\n\n" : "")
                    .append("A token that only ever grows tells the store which of two holders came later. ".repeat(9).strip()).append("\n\n");
        }
        return text.append("## The last part\n\nHere it ends.").toString();
    }
}
