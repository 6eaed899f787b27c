package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.ImportRunning;
import org.lectern.content.importing.PlannedArticle;

/** What comes in by a job. */
interface Importing {

    Lectern lectern();

    @Test
    default void a_job_is_open_and_in_the_way_of_others_before_its_files_are_read_and_counts_them_then() throws IOException {
        var lectern = lectern();
        var options = ImportOptions.of("early");
        try (var folder = Lectern.folder("early-bird.md", article("Early bird"))) {
            var begun = lectern.imports.begin(Lectern.ADMIN, options);
            var open = lectern.imports.job(Lectern.ADMIN, begun.job()).orElseThrow();
            var running = assertThrows(ImportRunning.class, () -> lectern.imports.begin(Lectern.ADMIN, options));

            var report = lectern.imports.apply(Lectern.ADMIN, begun, folder);

            var done = lectern.imports.job(Lectern.ADMIN, begun.job()).orElseThrow();
            assertEquals(ImportJob.State.RUNNING, open.state());
            assertEquals(OptionalInt.empty(), open.files());
            assertEquals(begun.job(), running.job());
            assertEquals(1, report.plan().count(PlannedArticle.State.NEW));
            assertEquals(ImportJob.State.DONE, done.state());
            assertEquals(OptionalInt.of(1), done.files());
            assertEquals(Optional.empty(), done.reason());
        }
    }

    @Test
    default void the_job_makes_the_plan_from_what_is_here_when_it_works() throws IOException {
        var lectern = lectern();
        lectern.bring("late plan", "overtaken.md", article("Overtaken"));
        try (var folder = Lectern.folder("overtaken.md", article("Overtaken anew"))) {
            var begun = lectern.imports.begin(Lectern.ADMIN, ImportOptions.of("late plan"));
            withdraw("overtaken");

            var report = lectern.imports.apply(Lectern.ADMIN, begun, folder);

            assertEquals(1, report.plan().count(PlannedArticle.State.KEPT));
            assertEquals("Overtaken", lectern.article("overtaken").title());
        }
    }

    @Test
    default void what_the_plan_finds_wrong_with_the_whole_ends_the_job_with_the_reason_and_leaves_the_source_as_it_was() throws IOException {
        var lectern = lectern();
        lectern.bring("packed", "top/here/packed-one.md", article("Packed one"), "top/there/packed-two.md", article("Packed two"));
        try (var folder = Lectern.folder("a/below/here/packed-one.md", article("Packed one"), "a/below/there/packed-two.md", article("Packed two"), "b/more.md", article("More"))) {
            var begun = lectern.imports.begin(Lectern.ADMIN, ImportOptions.of("packed"));

            var declined = assertThrows(Refusal.class, () -> lectern.imports.apply(Lectern.ADMIN, begun, folder));

            var job = lectern.imports.job(Lectern.ADMIN, begun.job()).orElseThrow();
            assertEquals("2 articles of “packed” would look new because their files lie in “/a/below/” now, and lay in “/” before. "
                    + "Pack the same folder as before; or, if it is meant to be another source, give it another name.", Lectern.english(declined));
            assertEquals(ImportJob.State.FAILED, job.state());
            assertEquals(Optional.of(Lectern.english(declined)), job.reason());
            assertEquals(OptionalInt.empty(), job.files());
            assertEquals(0, job.done());
            assertEquals(1, lectern.number("select count(*) from audit where action = 'IMPORT_FAILED' and account = 'admin' and subject = ?", job.id()));
        }
        var again = lectern.bring("packed", "top/here/packed-one.md", article("Packed one"), "top/there/packed-two.md", article("Packed two"));
        assertEquals("top", again.plan().leftOut());
        assertEquals(2, again.plan().count(PlannedArticle.State.UNCHANGED));
    }

    @Test
    default void the_top_folder_of_a_new_source_is_left_out_although_the_job_was_opened_first() {
        var report = lectern().bring("wrapped anew", "blog-main/a/wrapped-anew.md", article("Wrapped anew"), "blog-main/b/wrapped-next.md", article("Wrapped next"));

        assertEquals("blog-main", report.plan().leftOut());
    }

    private void withdraw(String slug) {
        var article = lectern().article(slug);
        lectern().publishing.withdraw(Lectern.EVA, article.id(), article.version());
    }

    private static String article(String title) {
        return "---\ntitle: " + title + "\ndate: 2026-02-01\n---\nText.";
    }
}
