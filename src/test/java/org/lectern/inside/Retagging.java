package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/** A tag under another name. */
interface Retagging {

    Lectern lectern();

    @Test
    default void a_renamed_tag_is_found_under_its_old_name_and_keeps_the_new_one() {
        var lectern = lectern();
        lectern.bring("renaming", "a.md", "---\ntitle: On leases\ndate: 2026-02-01\ntags: [Leasing]\n---\nText.");
        rename("leasing", "Leases and locks");

        var report = lectern.bring("renaming-later", "b.md", "---\ntitle: More on leases\ndate: 2026-02-01\ntags: [Leasing]\n---\nText.",
                "c.md", "---\ntitle: Yet more on leases\ndate: 2026-02-01\ntags: [LEASING]\n---\nText.");

        var snapshot = lectern.snapshot();
        assertEquals(0, report.unforeseen().size());
        assertEquals("Leases and locks", snapshot.tag(new Slug("leases-and-locks")).orElseThrow().name());
        assertEquals(3, snapshot.tag(new Slug("leases-and-locks")).orElseThrow().count());
        assertEquals(Optional.empty(), snapshot.tag(new Slug("leasing")));
        assertEquals(Optional.of(new Slug("leases-and-locks")), snapshot.tagByAlias(new Slug("leasing")));
    }

    @Test
    default void a_tag_that_was_renamed_and_back_is_no_alias_of_itself() {
        var lectern = lectern();
        lectern.bring("there-and-back", "a.md", "---\ntitle: On quorums\ndate: 2026-02-01\ntags: [Quorums]\n---\nText.");

        rename("quorums", "Majorities");
        rename("majorities", "Quorums");

        var snapshot = lectern.snapshot();
        assertEquals(1, snapshot.tag(new Slug("quorums")).orElseThrow().count());
        assertEquals(Optional.empty(), snapshot.tagByAlias(new Slug("quorums")));
        assertEquals(Optional.of(new Slug("quorums")), snapshot.tagByAlias(new Slug("majorities")));
    }

    @Test
    default void two_tags_cannot_have_one_name() {
        var lectern = lectern();
        lectern.bring("namesakes", "a.md", "---\ntitle: On clocks\ndate: 2026-02-01\ntags: [Clocks, Watches]\n---\nText.");
        var edition = lectern.number();

        var refusal = assertThrows(Refusal.class, () -> rename("watches", "CLOCKS"));

        assertEquals("tag.slug.taken", refusal.key());
        assertEquals(1, lectern.tagged("watches"));
        assertEquals(edition, lectern.number());
    }

    private void rename(String slug, String name) {
        var tag = lectern().tags.bySlug(new Slug(slug)).orElseThrow();
        lectern().tagKeeping.rename(Lectern.EVA, tag.id(), name, tag.version());
    }
}
