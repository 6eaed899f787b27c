package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.Status;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.markdown.MarkdownText;

/** What is saved is saved whole, once, and by those who may. */
interface Saving {

    Lectern lectern();

    @Test
    default void of_two_who_change_the_same_version_at_once_one_is_refused_and_nothing_of_his_is_kept() {
        var lectern = lectern();
        lectern.bring("collisions", "contended.md", "---\ntitle: Contended\ndate: 2026-02-01\n---\nText.");
        var id = lectern.article("contended").id();
        for (var round = 0; round < 5; round++) {
            var version = lectern.article("contended").version();
            var edition = lectern.number();
            var revisions = lectern.number("select count(*) from revision where article_id = ?", id);
            var entries = lectern.number("select count(*) from audit where subject = ? and kind = 'article'", id);
            Runnable deed = round % 2 == 0 ? () -> lectern.publishing.withdraw(Lectern.EVA, id, version) : () -> lectern.publishing.publish(Lectern.EVA, id, version);

            var done = lectern.atOnce(deed, deed);

            assertEquals(1, done);
            assertEquals(edition + 1, lectern.number());
            assertEquals(revisions + 1, lectern.number("select count(*) from revision where article_id = ?", id));
            assertEquals(entries + 1, lectern.number("select count(*) from audit where subject = ? and kind = 'article'", id));
        }
    }

    @Test
    default void who_saw_an_older_version_is_told_so() {
        var lectern = lectern();
        lectern.bring("stale", "seen-twice.md", "---\ntitle: Seen twice\ndate: 2026-02-01\n---\nText.");
        var seen = lectern.article("seen-twice");
        lectern.publishing.withdraw(Lectern.EVA, seen.id(), seen.version());

        var refusal = assertThrows(Refusal.class, () -> lectern.publishing.publish(Lectern.EVA, seen.id(), seen.version()));

        assertTrue(Lectern.english(refusal).startsWith("Somebody saved"), Lectern.english(refusal));
        assertEquals(Status.WITHDRAWN, lectern.article("seen-twice").status());
    }

    @Test
    default void a_file_that_is_refused_while_it_is_written_leaves_nothing_behind_and_stops_no_other() throws IOException {
        var lectern = lectern();
        var link = "[On time](in-good-time.md)\n\n";       // makes the text too long once it leads to /articles/in-good-time/
        var text = link + "x".repeat(MarkdownText.LONGEST - link.length());
        try (var folder = Lectern.folder("too-late.md", "---\ntitle: Too late\ndate: 2026-02-01\ntags: [Latecomers]\nauthors: [Lena Late]\n---\n" + text,
                "in-good-time.md", "---\ntitle: In good time\ndate: 2026-02-01\n---\nText.")) {
            var edition = lectern.number();

            var report = lectern.imports.apply(Lectern.ADMIN, lectern.imports.begin(Lectern.ADMIN, ImportOptions.of("late")), folder);

            assertEquals(List.of("too-late.md"), report.unforeseen().stream().map(remark -> remark.path()).toList());
            assertTrue(lectern.read("in-good-time").isPresent());
            assertTrue(lectern.articles.bySlug(new Slug("too-late")).isEmpty());
            assertTrue(lectern.tags.bySlug(new Slug("latecomers")).isEmpty());
            assertEquals(0, lectern.number("select count(*) from author where name = 'Lena Late'"));
            assertEquals(0, lectern.number("select count(*) from revision where title = 'Too late'"));
            assertEquals(edition + 1, lectern.number());
        }
    }

    @Test
    default void who_lacks_the_role_changes_nothing() throws IOException {
        var lectern = lectern();
        lectern.bring("roles", "well-guarded.md", "---\ntitle: Well guarded\ndate: 2026-02-01\ntags: [Guards]\n---\nText.");
        var article = lectern.article("well-guarded");
        var tag = lectern.tags.bySlug(new Slug("guards")).orElseThrow();
        var edition = lectern.number();
        var entries = lectern.number("select count(*) from audit");

        try (var folder = Lectern.folder("b.md", "---\ntitle: Smuggled\n---\nText.")) {
            assertNotAllowed(() -> lectern.publishing.withdraw(Lectern.ANNA, article.id(), article.version()));
            assertNotAllowed(() -> lectern.tagKeeping.rename(Lectern.ANNA, tag.id(), "Gates", tag.version()));
            assertNotAllowed(() -> lectern.imports.plan(Lectern.EVA, folder, ImportOptions.of("smuggling")));
            assertNotAllowed(() -> lectern.imports.begin(Lectern.EVA, ImportOptions.of("smuggling")));
        }
        assertTrue(lectern.read("well-guarded").isPresent());
        assertEquals(1, lectern.tagged("guards"));
        assertEquals(edition, lectern.number());
        assertEquals(entries, lectern.number("select count(*) from audit"));
        assertEquals(0, lectern.number("select count(*) from import_job where source = 'smuggling'"));
    }

    private static void assertNotAllowed(org.junit.jupiter.api.function.Executable deed) {
        assertEquals("actor.not.allowed", assertThrows(Refusal.class, deed).key());
    }
}
