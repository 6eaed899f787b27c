package org.lectern.admin.writing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Writing a megabyte, a book of three hundred pages. The bounds are those beyond which a person would think that it hangs. */
class LargeTextIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CHAPTERS = 250;
    /** In milliseconds. */
    private static final double A_KEY = 300;

    @Test
    void is_saved_shown_and_compared_while_somebody_waits() {
        var anna = Site.signedIn(Server.desk(), "anna");
        var eva = Site.signedIn(Server.desk(), "eva");
        var first = book("first");
        assertTrue(first.length() > 1 << 20, () -> first.length() + " characters");

        var address = soon(() -> ArticleEditorIT.begin(anna, "A megabyte", first)).header("Location").replaceFirst("\\?.*", "");
        var annas = soon(() -> anna.get(address));
        var evas = eva.get(address);
        var proof = soon(() -> anna.post("/admin/articles/proof.json", Map.of("token", annas.form("#article").get("token"), "text", first))).json();
        var kept = soon(() -> anna.post("/admin/autosave.json", Map.of("token", annas.form("#article").get("token"), "page", "article:" + address.replaceAll("\\D", ""), "content", book("second"))));
        var saved = soon(() -> ArticleEditorIT.save(anna, address, annas, Map.of("text", book("second"))));
        var conflict = soon(() -> ArticleEditorIT.save(eva, address, evas, Map.of("text", book("third"))));
        var compared = soon(() -> eva.post("/admin/articles/compare.json", Map.of("token", evas.form("#article").get("token"), "before", first, "after", book("third"))));
        var revision = soon(() -> eva.get(address + "/history/2?with=1"));

        assertEquals(CHAPTERS, proof.getJsonArray("outline").size());
        assertEquals(200, kept.status());
        assertEquals(303, saved.status());
        assertEquals(409, conflict.status());
        assertTrue(ArticleEditorIT.text(conflict).contains("Words of the second edition") && ArticleEditorIT.text(conflict).contains("Words of the third edition"));
        assertEquals(200, compared.status());
        assertTrue(compared.json().getJsonArray("lines").size() > CHAPTERS);
        assertEquals(200, revision.status());
        assertTrue(revision.body().contains("the second edition"), revision.body());
    }

    @Test
    void is_typed_into_like_any_other() {
        var anna = Site.signedIn(Server.desk(), "anna");
        var address = ArticleEditorIT.begin(anna, "A megabyte in the browser", book("first")).header("Location").replaceFirst("\\?.*", "");
        try (var browser = Browser.open(ColorScheme.LIGHT, 1280)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + address.substring(1));
            page.fill("#j_username", "anna");
            page.fill("#j_password", "anna-of-the-trips");
            page.click("button.main");
            page.waitForSelector("#tools:not([hidden])");
            assertThat(page.locator("#outline button")).hasCount(CHAPTERS, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE.toMillis()));
            page.locator("#text").evaluate("text => { text.focus(); text.setSelectionRange(0, 0); }");
            page.keyboard().type("x");        // the first one lays the field out

            var slowest = (Number) page.locator("#text").evaluate("""
                    async text => {
                        let slowest = 0;
                        for (let key = 0; key < 20; key++) {
                            const begun = performance.now();
                            document.execCommand('insertText', false, 'x');
                            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                            slowest = Math.max(slowest, performance.now() - begun);
                        }
                        return slowest;
                    }""");
            page.keyboard().type("typed on top");
            assertThat(page.locator("#preview .prose > p").first()).containsText("typed on top", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
            page.locator("#outline button").last().click();
            var scrolled = (Number) page.locator("#text").evaluate("text => text.scrollTop");
            page.keyboard().press("Control+s");
            page.waitForURL("**?done=saved");

            assertTrue(slowest.doubleValue() < A_KEY, () -> "A key takes " + slowest + " ms.");
            assertTrue(scrolled.doubleValue() > 0);
            assertTrue(ArticleEditorIT.text(anna.get(address)).startsWith("x".repeat(21) + "typed on top"));
        }
    }

    private static Page soon(Supplier<Page> asked) {
        return assertTimeout(PATIENCE, asked::get);
    }

    private static String book(String edition) {
        return "Preface\n\n" + IntStream.rangeClosed(1, CHAPTERS).mapToObj(chapter -> "## Chapter " + chapter + "\n\n" + ("Some **words** that stay in chapter " + chapter + ", with `code` and [a link](/articles/leases/). ").repeat(48) + "\n\n"
                + (chapter % 10 == 0 ? "Words of the " + edition + " edition in chapter " + chapter + ".\n\n" : "") + "```java\nvar lease = leases.take(" + chapter + ");\n```\n\n").collect(Collectors.joining());
    }
}
