package org.lectern.admin.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** Writing without a script: the form, what is declined, and two who save. */
class ArticleEditorIT {

    private final Site anna = Site.signedIn(Server.desk(), "anna");

    @Test
    void an_article_is_begun_opened_and_saved_again() {
        var begun = begin(anna, "Begun by hand", "First text.");
        var address = begun.header("Location").replaceFirst("\\?.*", "");
        var page = anna.get(begun.header("Location"));

        var saved = save(anna, address, page, Map.of("text", "Second text.", "tags_lines", "Kafka\nMessages, Queued", "description", "In short.", "weight", "-3", "expires_input", "2999-01-02 03:04"));
        var again = anna.get(saved.header("Location"));

        assertEquals(303, begun.status());
        assertEquals("Draft", page.text(".state"));
        assertEquals("Saved", page.text("#saved"));
        assertEquals("begun-by-hand", page.document().select("#slug").val());
        assertEquals(303, saved.status());
        assertEquals("Second text.", text(again));
        assertEquals(java.util.List.of("Kafka", "Messages, Queued"), again.texts("#tags .ui-autocomplete-token-label"));
        assertEquals("2999-01-02 03:04", again.document().select("#expires_input").val());
        assertEquals("-3", again.document().select("#weight").val());
        assertTrue(again.document().select("#preview template").html().contains("<p>Second text.</p>"), again.body());
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_stays() {
        var wrong = anna.post("/admin/articles/new", form(anna.get("/admin/articles/new"), Map.of("title", "", "text", "Typed <b>text</b>.", "weight", "heavy", "tags_lines", "Kafka")));
        var taken = begin(anna, "Taken twice", "One.");
        var beside = anna.get(begin(anna, "Taken twice", "Two.").header("Location"));
        var twice = anna.post("/admin/articles/new", form(anna.get("/admin/articles/new"), Map.of("title", "Taken twice", "slug", "taken-twice", "text", "Two.")));
        var past = anna.post("/admin/articles/new", form(anna.get("/admin/articles/new"), Map.of("title", "Over before it begins", "expires_input", "2001-02-03")));
        var acting = anna.post("/admin/articles/new", form(anna.get("/admin/articles/new"), Map.of("title", "With an acting picture", "image", "javascript:ran()")));

        assertEquals(422, wrong.status());
        assertEquals("Typed <b>text</b>.", text(wrong));
        assertEquals("heavy", wrong.document().select("#weight").val());
        assertEquals(java.util.List.of("Kafka"), wrong.texts("#tags .ui-autocomplete-token-label"));
        assertEquals(303, taken.status());
        assertEquals("taken-twice-2", beside.document().select("#slug").val());
        assertEquals("This has not been saved 2001-02-03 has passed already. Write a time to come; to hide the article now, withdraw it.", past.text("#problem"));
        assertEquals("2001-02-03 00:00", past.document().select("#expires_input").val());
        assertTrue(acting.text("#problem").startsWith("This has not been saved “javascript:ran()” is no address of a picture."), acting.text("#problem"));
        assertEquals(422, twice.status());
        assertEquals("This has not been saved The address taken-twice belongs to the article “Taken twice”. Choose another.", twice.text("#problem"));
        assertEquals("Two.", text(twice));
    }

    @Test
    void the_second_of_two_who_save_is_refused_with_both_texts_and_saves_the_merged_one() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var address = begin(anna, "Contended in the editor", "One.\n\nTwo.\n\nThree.").header("Location").replaceFirst("\\?.*", "");
        var annas = anna.get(address);
        var evas = eva.get(address);

        save(eva, address, evas, Map.of("text", "One by Eva.\n\nTwo.\n\nThree.", "series", "By Eva", "tags_lines", "Eva’s tag"));
        var refused = save(anna, address, annas, Map.of("text", "One.\n\nTwo.\n\nThree by Anna.", "description", "By Anna", "tags_lines", "Anna’s tag"));
        var saved = anna.post(address, form(refused, Map.of()));

        assertEquals(409, refused.status());
        assertEquals("eva saved this article after you had opened it", refused.text("#conflict-heading"));
        assertEquals(java.util.List.of("One by Eva."), refused.texts(".both section:first-child ins"));
        assertEquals(java.util.List.of("Three by Anna."), refused.texts(".both section:last-child ins"));
        assertEquals("One by Eva.\n\nTwo.\n\nThree by Anna.", text(refused));
        assertEquals(java.util.List.of("Description", "Series", "Tags"), refused.texts("#conflict tbody th").stream().sorted().toList());
        assertEquals(303, saved.status());
        var after = eva.get(address);
        assertEquals(java.util.List.of("Anna’s tag", "Eva’s tag"), after.texts("#tags .ui-autocomplete-token-label"));
        assertEquals("One by Eva.\n\nTwo.\n\nThree by Anna.", text(after));
        assertEquals("By Anna", after.document().select("#description").text());
        assertEquals("By Eva", after.document().select("#series").val());
    }

    @Test
    void where_both_changed_the_same_line_both_stand_between_marks_and_the_marks_are_not_saved() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var address = begin(anna, "Contended in one line", "The same line.").header("Location").replaceFirst("\\?.*", "");
        var annas = anna.get(address);

        save(eva, address, eva.get(address), Map.of("text", "Eva’s line."));
        var refused = save(anna, address, annas, Map.of("text", "Anna’s line."));
        var unread = anna.post(address, form(refused, Map.of()));
        var resolved = anna.post(address, form(unread, Map.of("text", "Anna’s line.\n\nEva’s line.")));

        assertEquals("<<<<<<< Your text\nAnna’s line.\n=======\nEva’s line.\n>>>>>>> The other text", text(refused));
        assertEquals(422, unread.status());
        assertEquals(text(refused), text(unread));
        assertEquals("This has not been saved Line 1 still holds the marks between two texts. Choose what shall stay there, remove the marks, and save again.", unread.text("#problem"));
        assertEquals(java.util.List.of("Eva’s line."), unread.texts(".both section:first-child ins"));
        assertEquals(java.util.List.of("Anna’s line."), unread.texts(".both section:last-child ins"));
        assertEquals(303, resolved.status());
    }

    @Test
    void marks_are_not_saved_from_a_page_that_was_loaded_again_unless_the_text_is_about_them() {
        var text = "```\n<<<<<<< Your text\nOne.\n=======\nTwo.\n>>>>>>> The other text\n```\n";
        var address = begin(anna, "About marks", "Nothing yet.").header("Location").replaceFirst("\\?.*", "");

        var asked = save(anna, address, anna.get(address), Map.of("text", text));
        var meant = anna.post(address, form(asked, Map.of("marks", "true")));
        var edited = save(anna, address, anna.get(address), Map.of("text", text + "\nMore."));

        assertEquals(422, asked.status());
        assertEquals("The text is about such marks: save them as they stand", asked.text("label[for=marks]"));
        assertEquals(303, meant.status());
        assertEquals(303, edited.status());
    }

    @Test
    void whoever_saved_in_another_window_is_told_so() {
        var address = begin(anna, "In two windows", "One.").header("Location").replaceFirst("\\?.*", "");
        var other = anna.get(address);
        save(anna, address, anna.get(address), Map.of("text", "One, here."));

        var refused = save(anna, address, other, Map.of("text", "One, there."));

        assertEquals(409, refused.status());
        assertEquals("You saved this article in another tab or window after you had opened it here", refused.text("#conflict-heading"));
    }

    @Test
    void of_a_published_article_the_save_waits_behind_what_readers_see() {
        var eva = Site.signedIn(Server.desk(), "eva");
        new Site(Server.desk()).send("POST", "/api/v1/imports?source=staged&apply=true", org.lectern.admin.importing.Zip.of("staged-by-the-editor.md", "---\ntitle: Staged by the editor\ndate: 2026-01-02\n---\nReleased text.\n").body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        var before = eva.get("/articles/staged-by-the-editor/").body();
        assertTrue(before.contains("Released text."), before);
        var id = eva.get("/admin/articles/find.json?q=Staged+by+the").json().getJsonArray("found").getJsonObject(0).getInt("id");

        var saved = save(eva, "/admin/articles/" + id, eva.get("/admin/articles/" + id), Map.of("text", "Waiting text."));
        var page = eva.get(saved.header("Location"));

        assertEquals("Published · edits waiting", page.text(".state"));
        assertEquals("Saved, not yet visible to readers", page.text("#saved"));
        assertEquals("The edits are discarded. They stay in the history.", eva.get("/admin/articles/" + id + "?done=discarded").text("#saved"));
        assertTrue(page.texts("#article .steps a").containsAll(java.util.List.of("Discard edits…", "Withdraw…", "Put into the bin…")), page.body());
        assertEquals("Waiting text.", text(page));
        assertEquals(before, eva.get("/articles/staged-by-the-editor/").body());
    }

    @Test
    void authors_open_their_own_articles_alone() {
        var eva = Site.signedIn(Server.desk(), "eva");
        var address = begin(eva, "Of Eva alone", "Text.").header("Location").replaceFirst("\\?.*", "");

        assertEquals(403, anna.get(address).status());
        assertEquals(200, eva.get(address).status());
        assertEquals(404, eva.get("/admin/articles/999999999").status());
    }

    static Page begin(Site who, String title, String text) {
        return who.post("/admin/articles/new", form(who.get("/admin/articles/new"), Map.of("title", title, "text", text)));
    }

    static Page save(Site who, String address, Page opened, Map<String, String> changes) {
        return who.post(address, form(opened, changes));
    }

    /** The editor's form as a browser without a script would send it. */
    static Map<String, String> form(Page page, Map<String, String> changes) {
        var fields = new HashMap<String, String>();
        page.document().select("#article input[name], #article textarea[name]").forEach(field -> fields.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val()));
        page.document().select("noscript").forEach(noscript -> noscript.select("textarea[name]").forEach(field -> fields.put(field.attr("name"), field.wholeText())));
        fields.remove("tags_hinput");
        fields.putAll(changes);
        return fields;
    }

    static String text(Page page) {
        return page.document().select("#text").first().wholeText();
    }
}
