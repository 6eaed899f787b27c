package org.lectern.admin.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** What is wrong with a form is said at its field as well: by a mark, by words that belong to it, and by a link from above. */
class DeclinedFieldIT {

    private final Site eva = Site.signedIn(Server.desk(), "eva");

    @Test
    void a_field_that_is_declined_is_marked_bound_to_the_sentence_and_led_to() {
        assertDeclined("name", "Give the tag a name.", send(eva, "/admin/tags/new", "main form", "name", " "));
        assertDeclined("name", "Give the name that readers shall see.", send(eva, "/admin/profile", "main form:has(#name)", "name", " "));
        assertDeclined("zip", "Choose a zip file first.", send(Site.signedIn(Server.desk(), "admin"), "/admin/import", "main form", "source", "handbook"));
    }

    @Test
    void each_field_of_the_editor_says_what_is_wrong_with_it() {
        var all = "/admin/articles/new";

        assertDeclined("title", "Give the article a title.", send(eva, all, "#article", "title", ""));
        assertDeclined("weight", "The weight “heavy” is no whole number.", send(eva, all, "#article", "title", "Declined by its field", "weight", "heavy"));
        assertDeclined("expires_input", "“soon” is no day and time. Write the expiry as 2026-11-24 09:30, or the day alone.", send(eva, all, "#article", "title", "Declined by its field", "expires_input", "soon"));
        assertDeclined("expires_input", "“+999999999-01-01 00:00” is no day and time. Write the expiry as 2026-11-24 09:30, or the day alone.",
                send(eva, all, "#article", "title", "Declined by its field", "expires_input", "+999999999-01-01 00:00"));
        assertDeclined("tags_input", "The field “tag” holds 500 characters, and at most 400 are allowed. Shorten it.", send(eva, all, "#article", "title", "Declined by its field", "tags_lines", "t".repeat(500)));
        assertDeclined("description", "The field “description” holds 4,001 characters, and at most 4,000 are allowed. Shorten it.", send(eva, all, "#article", "title", "Declined by its field", "description", "d".repeat(4_001)));
    }

    @Test
    void the_link_above_the_form_leads_into_the_field_and_axe_finds_nothing() {
        try (var browser = Browser.open(1280)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + "admin/tags/new");
            Browser.signIn(page, "eva");
            page.fill("#name", " ");
            page.click("main button.main");

            page.click("#problem a");

            assertEquals("name", page.evaluate("document.activeElement.id"));
            browser.assertAccessible();
        }
    }

    private static Page send(Site who, String path, String form, String... fields) {
        return who.post(path, who.get(path).form(form, fields));
    }

    private static void assertDeclined(String field, String sentence, Page page) {
        var document = page.document();
        var declined = document.getElementById(field);
        var words = Arrays.stream(declined.attr("aria-describedby").split(" ")).map(document::getElementById).toList();

        assertEquals(422, page.status());
        assertEquals(List.of(field), document.select("[aria-invalid=true]").eachAttr("id"));
        assertEquals(sentence, page.text("#problem a"));
        assertEquals("#" + field, document.select("#problem a").attr("href"));
        assertTrue(words.stream().allMatch(word -> word != null) && words.get(0).text().equals(sentence), declined.outerHtml());
    }
}
