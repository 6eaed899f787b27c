package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.ImportReport;
import org.lectern.content.importing.ImportRunning;
import org.lectern.content.importing.PlannedArticle;
import org.lectern.content.importing.StaffChange;

/** What comes in by a job, and what comes a second time. */
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

    @Test
    default void what_staff_have_changed_since_counts_as_unchanged_stays_so_and_is_told_and_a_renamed_tag_is_no_change() {
        var lectern = lectern();
        var files = new String[] {"s/untouched-by-staff.md", article("Untouched"), "s/staff-edited.md", article("Edited"), "s/staff-moved.md", article("Moved"),
                "s/staff-withdrew.md", article("Withdrew"), "s/staff-binned.md", article("Binned"), "s/staff-tagged.md", article("Tagged", "tags: [Staff rooms]")};
        lectern.bring("staffed", files);
        save("staff-edited", "staff-edited", "Edited by Eva");
        save("staff-moved", "staff-moved-here", "Moved");
        var moved = lectern.article("staff-moved");
        lectern.publishing.publish(Lectern.EVA, moved.id(), moved.version());
        withdraw("staff-withdrew");
        var binned = lectern.article("staff-binned");
        lectern.publishing.bin(Lectern.EVA, binned.id(), binned.version());
        var tag = lectern.tags.bySlug(new Slug("staff-rooms")).orElseThrow();
        lectern.tagKeeping.rename(Lectern.EVA, tag.id(), "Common rooms", tag.version());

        var report = lectern.bring("staffed", files);

        assertEquals(6, report.plan().count(PlannedArticle.State.UNCHANGED));
        assertEquals(Map.of("staff-edited.md", StaffChange.EDITED, "staff-moved.md", StaffChange.RENAMED, "staff-withdrew.md", StaffChange.WITHDRAWN,
                "staff-binned.md", StaffChange.BINNED), staffChanges(report));
        assertEquals(Optional.empty(), lectern.read("staff-withdrew"));
        assertEquals("Moved", lectern.read("staff-moved-here").orElseThrow().title());
    }

    @Test
    default void what_staff_have_changed_whose_file_changed_too_is_kept_and_told_likewise() {
        var lectern = lectern();
        lectern.bring("both", "s/both-edited.md", article("Both edited"), "s/both-withdrew.md", article("Both withdrew"));
        save("both-edited", "both-edited", "Edited by Eva");
        withdraw("both-withdrew");

        var report = lectern.bring("both", "s/both-edited.md", article("Edited in the file", "slug: elsewhere"), "s/both-withdrew.md", article("Changed in the file"));

        assertEquals(2, report.plan().count(PlannedArticle.State.KEPT));
        assertEquals(Map.of("both-edited.md", StaffChange.EDITED, "both-withdrew.md", StaffChange.WITHDRAWN), staffChanges(report));
    }

    private static Map<String, StaffChange> staffChanges(ImportReport report) {
        var changes = new TreeMap<String, StaffChange>();
        report.plan().articles().forEach(article -> article.staffChange().ifPresent(change -> changes.put(article.path(), change)));
        return changes;
    }

    private void save(String slug, String newSlug, String title) {
        var article = lectern().article(slug);
        lectern().writing.save(Lectern.EVA, article.id(), new Slug(newSlug), ArticleContent.of(title, "Text by staff."), article.version());
    }

    private void withdraw(String slug) {
        var article = lectern().article(slug);
        lectern().publishing.withdraw(Lectern.EVA, article.id(), article.version());
    }

    private static String article(String title, String... fields) {
        return "---\ntitle: " + title + "\ndate: 2026-02-01\n" + String.join("\n", fields) + "\n---\nText.";
    }
}
