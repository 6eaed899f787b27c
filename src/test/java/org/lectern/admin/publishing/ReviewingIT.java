package org.lectern.admin.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Site;

class ReviewingIT {

    private final Site admin = Site.signedIn(Newsroom.server(), "admin");
    private final Site eva = Site.signedIn(Newsroom.server(), "eva");
    private final Site reader = new Site(Newsroom.server());

    @Test
    void an_editor_reads_what_changed_gives_back_with_a_reason_and_accepts_the_second_time() {
        Newsroom.bring("proposal", "A proposal", "date: 2026-01-02\ntags: [Ideas]", "We lock.\n\nIt holds.");
        var desk = Newsroom.bring("proposal", "A bad proposal", "date: 2026-01-02\ntags: [Ideas, Plans]", "We wait.\n\nIt holds.");
        Newsroom.send(admin, desk + "/history/1");

        var form = admin.get(desk + "/hand-in");
        var handedIn = Newsroom.send(admin, desk + "/hand-in", form, "do", "hand-in", "note", "Better\nthan before?");
        var twice = Newsroom.send(admin, desk + "/hand-in", form, "do", "hand-in", "note", "Again");
        var review = review("A proposal");
        var page = eva.get(review);
        var own = admin.get(review);
        var mute = Newsroom.send(eva, review, "do", "give-back", "why", " ");
        var remarked = Newsroom.send(admin, review, "do", "remark", "remark", "<b>Mind</b> the tags.");
        var givenBack = Newsroom.send(eva, review, "do", "give-back", "why", "Say why.");
        var decided = Newsroom.send(eva, review, "do", "accept", "version", page.document().select("[name=version]").attr("value"));
        Newsroom.send(admin, desk + "/hand-in", "do", "hand-in", "note", "Said.");
        var accepted = Newsroom.send(eva, review("A proposal"), "do", "accept");

        assertTrue(handedIn.header("Location").endsWith(desk + "?done=handed-in"), handedIn.header("Location"));
        assertEquals("Nothing has been done “A bad proposal” has been handed in already.", twice.text("#problem"));
        assertEquals("Better than before?", page.text("#note"));
        assertEquals(List.of("Title A bad proposal A proposal", "Tags Ideas, Plans Ideas"), page.texts(".rows tbody tr"));
        assertEquals(List.of("Removed We wait.", "Added We lock.", "It holds."), page.texts(".block"));
        assertEquals(List.of("1 −Removed We wait.", "1 +Added We lock.", "2", "3 It holds."), page.texts(".lines tbody tr"));
        assertEquals(List.of("wait"), page.texts(".lines del"));
        assertEquals(List.of("lock"), page.texts(".lines ins"));
        assertTrue(own.document().select("[value=accept]").isEmpty(), own.body());
        assertTrue(own.text("#eyes").startsWith("You wrote part of what is new"));
        assertEquals("Nothing has been done Say in a few words why.", mute.text("#problem"));
        assertEquals(303, remarked.status());
        assertTrue(givenBack.header("Location").endsWith("/admin/reviews?done=given-back"), givenBack.header("Location"));
        assertEquals(List.of("<b>Mind</b> the tags.", "Say why."), admin.get(review).texts(".remarks .said"));
        assertEquals("Given back", admin.get(review).text(".bar .state"));
        assertEquals("Nothing has been done Somebody has decided this already. Open it again to see how.", decided.text("#problem"));
        assertTrue(accepted.header("Location").endsWith(desk + "?done=accepted"), accepted.header("Location"));
        assertEquals("A proposal", reader.get("/articles/proposal/").text("h1"));
        assertTrue(queue().texts("tbody td:first-child").stream().noneMatch("A proposal"::equals));
    }

    @Test
    void an_author_hands_in_mends_what_an_editor_gave_back_and_is_published() {
        var anna = Site.signedIn(Newsroom.server(), "anna");
        var evas = Newsroom.send(eva, "/admin/articles/new", "title", "Of eva", "text", "Hers.", "language", "en").header("Location").replaceFirst("\\?.*", "");
        var desk = Newsroom.send(anna, "/admin/articles/new", "title", "A first text", "text", "Teh text.", "tags_lines", "Debuts", "language", "en").header("Location").replaceFirst("\\?.*", "");

        var begun = anna.get(desk);
        var token = begun.document().select("#article [name=token]").val();
        var others = List.of("", "/publish", "/withdraw", "/bin", "/take-out", "/discard", "/history/1", "/hand-in", "/preview-link").stream()
                .map(page -> anna.post(evas + page, Map.of("token", token, "version", "0", "when", "now", "do", "make", "life", "hour", "title", "Of anna", "language", "en")).status()).toList();
        var own = anna.post(desk + "/publish", Map.of("token", token, "version", begun.document().select("#article [name=version]").val(), "when", "now"));
        var saved = anna.post(desk, begun.form("#article", "text", "Teh whole text.", "tags_lines", "Debuts"));
        var handedIn = Newsroom.send(anna, desk + "/hand-in", "do", "hand-in", "note", "My first.");
        var review = review("A first text");
        var stolen = anna.post(review, Map.of("token", token, "do", "accept", "version", "2"));
        var givenBack = Newsroom.send(eva, review, "do", "give-back", "why", "“Teh” is no word.");
        var told = anna.get(desk + "/hand-in").document().select("main li a").attr("href");
        var mended = anna.post(desk, anna.get(desk).form("#article", "text", "The whole text.", "tags_lines", "Debuts"));
        var again = Newsroom.send(anna, desk + "/hand-in", "do", "hand-in", "note", "Mended.");
        var page = eva.get(review("A first text"));
        var hidden = reader.get("/articles/a-first-text/").status();
        var accepted = Newsroom.send(eva, review("A first text"), page, "do", "accept");

        assertEquals(Collections.nCopies(9, 403), others);
        assertEquals("Of eva", eva.get(evas).document().select("#title").val());
        assertEquals("Draft", eva.get(evas).text("#article .bar .state"));
        assertEquals(403, own.status());
        assertEquals(403, stolen.status());
        assertEquals(List.of(desk + "?done=saved", desk + "?done=handed-in", "/admin/reviews?done=given-back", desk + "?done=saved", desk + "?done=handed-in", desk + "?done=accepted"),
                Stream.of(saved, handedIn, givenBack, mended, again, accepted).map(answer -> answer.header("Location")).toList());
        assertEquals(review, told);
        assertEquals(List.of("“Teh” is no word."), anna.get(told).texts(".remarks .said"));
        assertEquals("Mended.", page.text("#note"));
        assertEquals(List.of("My first.", "“Teh” is no word."), page.texts("[aria-labelledby=earlier] .said"));
        assertEquals(List.of("Teh", "The"), eva.get(page.document().select("a:containsOwn(since it was given back)").attr("href")).texts(".lines del, .lines ins"));
        assertEquals(404, hidden);
        assertEquals("The whole text.", reader.get("/articles/a-first-text/").text(".prose"));
        assertEquals("A first text", reader.get("/tags/debuts/").text("h2 a"));
    }

    @Test
    void of_two_editors_who_both_wrote_one_hands_in_and_the_other_accepts() {
        var desk = Newsroom.send(eva, "/admin/articles/new", "title", "By two editors", "text", "Teh text.", "language", "en").header("Location").replaceFirst("\\?.*", "");
        admin.post(desk, admin.get(desk).form("#article", "text", "The text."));

        var editor = eva.get(desk);
        var evas = eva.get(desk + "/publish");
        var admins = admin.get(desk + "/publish");
        Newsroom.send(admin, desk + "/hand-in", "do", "hand-in", "note", "As it stands.");
        var review = review("By two editors");
        var own = Newsroom.send(admin, desk + "/publish", admin.get(desk), "when", "now");
        admin.post(desk, admin.get(desk).form("#article", "text", "The text, changed."));
        var changed = eva.get(review);
        var early = Newsroom.send(eva, review, "do", "accept", "version", eva.get(desk).document().select("#article [name=version]").val());
        Newsroom.send(admin, desk + "/hand-in", "do", "take-back");
        Newsroom.send(admin, desk + "/hand-in", "do", "hand-in", "note", "As it stands now.");
        var accepted = Newsroom.send(eva, review("By two editors"), "do", "accept");

        assertTrue(editor.texts("#article .bar button").containsAll(List.of("Publish…", "Hand in…")), editor.body());
        for (var page : List.of(evas, admins)) {
            assertTrue(page.document().select("[name=when]").isEmpty(), page.body());
            assertEquals(desk + "/hand-in", page.document().select("#eyes + .bar a.main").attr("href"));
        }
        assertTrue(own.text("#problem").contains("here two people have to agree to it"), own.body());
        assertTrue(changed.text("#eyes").startsWith("You wrote part of what is new"), changed.body());
        assertTrue(early.text("#problem").contains("here two people have to agree to it"), early.body());
        assertTrue(accepted.header("Location").endsWith(desk + "?done=accepted"), accepted.body());
        assertEquals("The text, changed.", reader.get("/articles/by-two-editors/").text(".prose"));
    }

    @Test
    void whoever_handed_in_takes_back_as_long_as_nobody_has_decided() {
        var desk = Newsroom.bring("withheld", "Withheld", "draft: true", "Text.");
        Newsroom.send(admin, desk + "/hand-in", "do", "hand-in", "note", "");
        var review = review("Withheld");

        var waiting = admin.get(desk + "/hand-in");
        var back = Newsroom.send(admin, desk + "/hand-in", waiting, "do", "take-back");
        var again = Newsroom.send(admin, desk + "/hand-in", waiting, "do", "take-back");

        assertTrue(waiting.text("main").contains("It waits for an editor since"), waiting.text("main"));
        assertTrue(back.header("Location").endsWith("?done=taken-back"), back.header("Location"));
        assertEquals("Nothing has been done Somebody has decided this already. Open it again to see how.", again.text("#problem"));
        assertEquals("Taken back", eva.get(review).text(".bar .state"));
    }

    @Test
    void what_is_published_from_its_own_page_is_accepted_by_that() {
        var desk = Newsroom.bring("other-way", "The other way", "draft: true", "Text.");
        Newsroom.send(admin, desk + "/hand-in", "do", "hand-in", "note", "");
        var review = review("The other way");

        Newsroom.send(eva, desk + "/publish", "when", "date", "date_input", "2999-01-01 00:00");

        assertEquals("Accepted", eva.get(review).text(".bar .state"));
    }

    @Test
    void an_old_revision_comes_back_with_its_title_and_its_tags() {
        Newsroom.bring("restored", "In the beginning", "draft: true\ntags: [First]", "It was so.");
        var desk = Newsroom.bring("restored", "In the end", "draft: true\ntags: [Last]", "It was not.");

        var page = eva.get(desk + "/history/1");
        var beside = eva.get(desk + "/history/2?with=1");
        var done = Newsroom.send(eva, desk + "/history/1", page);
        var newest = eva.get(desk + "/history/3");

        assertEquals("In the beginning", page.text(".sheet .name"));
        assertEquals("It was so.", page.text(".sheet .prose"));
        assertEquals("Restore", page.text("main button"));
        assertTrue(beside.texts(".block").contains("Added It was not."), beside.body());
        assertTrue(done.header("Location").endsWith(desk + "?done=restored"), done.header("Location"));
        assertEquals("In the beginning", newest.text(".sheet .name"));
        assertEquals(List.of("First"), newest.texts(".sheet .tag"));
        assertTrue(newest.document().select("main button").isEmpty());
    }

    @Test
    void a_preview_link_lets_anybody_read_what_readers_do_not_see_until_it_is_ended() {
        var desk = Newsroom.bring("secret", "A secret", "draft: true\ntags: [Never seen]", "Only *you* read this.");

        var made = Newsroom.send(eva, desk + "/preview-link", "do", "make", "life", "hour");
        var once = eva.get(made.header("Location").replaceFirst("^.*(?=/admin)", ""));
        var twice = eva.get(desk + "/preview-link?done=linked");
        var address = once.document().select("#link").attr("value").replaceFirst("^https?://[^/]+", "");
        var read = reader.get(address);
        Newsroom.send(eva, desk + "/preview-link", "do", "end");
        var ended = reader.get(address);
        var unknown = reader.get("/preview/" + "x".repeat(32));
        var never = Newsroom.send(eva, desk + "/preview-link", "do", "make", "life", "century");

        assertEquals("/admin/articles/" + desk.replaceAll("\\D", "") + "/preview-link?done=linked", made.header("Location").replaceFirst("^.*(?=/admin)", ""));
        assertTrue(address.matches("/preview/[A-Za-z0-9_-]{32}"), address);
        assertTrue(twice.document().select("#link").isEmpty());
        assertEquals(1, twice.document().select("section[aria-labelledby=living] li").size());
        assertEquals(200, read.status());
        assertEquals("A secret", read.text("h1"));
        assertEquals("<p>Only <em>you</em> read this.</p>", read.document().select(".prose").html());
        assertTrue(read.text(".note").startsWith("This is a preview of an article that readers do not see."), read.text(".note"));
        assertEquals(List.of("no-store", "noindex", "no-referrer"), List.of(read.header("Cache-Control"), read.header("X-Robots-Tag"), read.header("Referrer-Policy")));
        assertEquals(List.of(), read.cookies());
        assertTrue(read.document().select("link[rel=canonical]").isEmpty());
        assertEquals(404, ended.status());
        assertEquals(unknown.body(), ended.body());
        assertEquals(unknown.header("Cache-Control"), ended.header("Cache-Control"));
        assertEquals(404, reader.get("/articles/secret/").status());
        assertNotEquals(303, never.status());
        assertEquals("Nothing has been done A preview link lives at most 30 days.", never.text("#problem"));
    }

    private Page queue() {
        return eva.get("/admin/reviews");
    }

    private String review(String title) {
        return queue().document().select("tbody a").stream().filter(link -> link.text().equals(title)).findFirst().orElseThrow().attr("href");
    }
}
