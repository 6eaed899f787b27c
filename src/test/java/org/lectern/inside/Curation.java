package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.reading.ReadAuthor;
import org.lectern.content.tag.Tag;
import org.lectern.content.writing.Curating;
import org.lectern.content.writing.Curating.Sort;
import org.lectern.content.writing.TagLine;

/** What staff do to a tag, and what readers see of it. */
interface Curation {

    Lectern lectern();

    @Test
    default void a_created_tag_is_there_for_the_next_article_and_cannot_be_created_twice() {
        var lectern = lectern();

        var id = lectern.tagKeeping.create(Lectern.EVA, "  Vector \n Clocks ");
        lectern.bring("created", "a.md", "---\ntitle: On vector clocks\ndate: 2026-02-01\ntags: [vector clocks]\n---\nText.");

        var tag = lectern.tags.find(id).orElseThrow();
        assertEquals("Vector Clocks", tag.name());
        assertEquals(1, lectern.tagged("vector-clocks"));
        assertEquals("tag.slug.taken", refusal(() -> lectern.tagKeeping.create(Lectern.EVA, "VECTOR CLOCKS")));
        assertEquals("tag.name.missing", refusal(() -> lectern.tagKeeping.create(Lectern.EVA, " \u0000 ")));
        assertEquals("tag.name.long", refusal(() -> lectern.tagKeeping.create(Lectern.EVA, "x".repeat(Tag.LONGEST_NAME + 1))));
        assertEquals("actor.not.allowed", refusal(() -> lectern.tagKeeping.create(Lectern.ANNA, "Hers")));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'TAG_CREATED' and subject = ? and title = 'Vector Clocks'", id));
    }

    @Test
    default void an_old_name_of_one_tag_cannot_be_the_name_of_another() {
        var lectern = lectern();
        var id = lectern.tagKeeping.create(Lectern.EVA, "Gossip");
        lectern.tagKeeping.rename(Lectern.EVA, id, "Epidemics", version(id));

        var refusal = assertThrows(Refusal.class, () -> lectern.tagKeeping.create(Lectern.EVA, "gossip"));

        assertEquals("The address gossip leads to the tag “Epidemics” already. Choose another name.", Lectern.english(refusal));
        assertEquals("tag.changed", refusal(() -> lectern.tagKeeping.rename(Lectern.EVA, id, "Rumours", version(id) - 1)));
    }

    @Test
    default void readers_find_the_description_and_where_to_start() {
        var lectern = lectern();
        lectern.bring("start",
                "start-with-this.md", "---\ntitle: Start with this\ndate: 2026-02-01\ntags: [Starting]\n---\nText.",
                "then-this.md", "---\ntitle: Then this\ndate: 2026-02-02\ntags: [Starting]\n---\nText.",
                "not-yet-visible.md", "---\ntitle: Not yet visible\ndraft: true\ntags: [Starting]\n---\nText.",
                "something-else.md", "---\ntitle: Something else\ndate: 2026-02-02\n---\nText.");
        var id = lectern.tags.bySlug(new Slug("starting")).orElseThrow().id();
        var ids = List.of("start-with-this", "not-yet-visible", "then-this").stream().map(slug -> lectern.article(slug).id()).toList();

        lectern.tagKeeping.describe(Lectern.EVA, id, "See [the first](/articles/start-with-this/).\u0000 <script>alert(1)</script>![Seal](media:none)", version(id));
        lectern.curating.pin(Lectern.EVA, id, ids, version(id));

        var snapshot = lectern.snapshot();
        var note = lectern.reading.tagNote(snapshot, snapshot.tag(new Slug("starting")).orElseThrow(), Lectern.HERE);
        assertEquals(Optional.of("<p>See <a href=\"/articles/start-with-this/\">the first</a>. Seal</p>"), note.description().map(String::strip));
        assertEquals(List.of("Start with this", "Then this"), note.start().stream().map(ArticleRef::title).toList());
        assertEquals(List.of("Start with this", "Not yet visible", "Then this"), lectern.curating.open(Lectern.EVA, id).pins().stream().map(pin -> pin.title()).toList());
        assertEquals("tag.pin.untagged", refusal(() -> lectern.curating.pin(Lectern.EVA, id, List.of(lectern.article("something-else").id()), version(id))));
        assertEquals("tag.changed", refusal(() -> lectern.curating.pin(Lectern.EVA, id, List.of(), version(id) - 1)));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'TAG_PINNED' and subject = ?", id));

        lectern.curating.pin(Lectern.EVA, id, List.of(ids.get(2), ids.get(0)), version(id));
        lectern.tagKeeping.describe(Lectern.EVA, id, " ", version(id));

        var later = lectern.snapshot();
        var changed = lectern.reading.tagNote(later, later.tag(new Slug("starting")).orElseThrow(), Lectern.HERE);
        assertEquals(List.of("Then this", "Start with this"), changed.start().stream().map(ArticleRef::title).toList());
        assertEquals(Optional.empty(), changed.description());
    }

    @Test
    default void a_tag_is_kept_by_an_author_whom_readers_find_as_long_as_there_is_one() throws SQLException {
        var lectern = lectern();
        lectern.bring("kept",
                "kept-by-two.md", "---\ntitle: Kept by two\ndate: 2026-02-01\ntags: [Kept]\nauthors: [Kim Keeper]\n---\nText.",
                "kept-unseen.md", "---\ntitle: Kept unseen\ndraft: true\ntags: [Kept]\nauthors: [Uma Unseen]\n---\nText.");
        var id = lectern.tags.bySlug(new Slug("kept")).orElseThrow().id();
        assertEquals(Optional.empty(), owner("kept"));

        lectern.curating.entrust(Lectern.EVA, id, "kim keeper", version(id));
        assertEquals(Optional.of(new ReadAuthor("Kim Keeper", "", "/authors/kim-keeper/")), owner("kept"));
        lectern.curating.entrust(Lectern.EVA, id, "Uma Unseen (uma-unseen)", version(id));
        assertEquals(Optional.of(new ReadAuthor("Uma Unseen", "", "")), owner("kept"));
        assertEquals(List.of("Kim Keeper (kim-keeper)"), lectern.curating.people(Lectern.EVA, "KEEPER", 10).stream().map(Curating.Person::label).toList());
        assertEquals(Optional.of("Uma Unseen (uma-unseen)"), lectern.curating.open(Lectern.EVA, id).owner().map(Curating.Person::label));
        assertEquals("tag.owner.missing", refusal(() -> lectern.curating.entrust(Lectern.EVA, id, "Nobody (nobody-at-all)", version(id))));
        assertEquals("tag.owner.missing", refusal(() -> lectern.curating.entrust(Lectern.EVA, id, "No\u0000body", version(id))));
        assertEquals(List.of(), lectern.curating.people(Lectern.EVA, "no\u0000body", 10));
        assertEquals("tag.changed", refusal(() -> lectern.curating.entrust(Lectern.EVA, id, "", version(id) - 1)));
        assertEquals("actor.not.allowed", refusal(() -> lectern.curating.entrust(Lectern.ANNA, id, "", version(id))));
        assertEquals(2, lectern.number("select count(*) from audit where action = 'TAG_ENTRUSTED' and subject = ?", id));

        lectern.curating.entrust(Lectern.EVA, id, " ", version(id));
        assertEquals(Optional.empty(), owner("kept"));

        lectern.curating.entrust(Lectern.EVA, id, "uma-unseen", version(id));
        lectern.execute("delete from article_author where author_id in (select id from author where slug = 'uma-unseen')");
        lectern.execute("delete from author where slug = 'uma-unseen'");
        lectern.tagKeeping.describe(Lectern.EVA, id, "Kept no more.", version(id));
        assertEquals(Optional.empty(), owner("kept"));
        assertEquals(Optional.empty(), lectern.curating.open(Lectern.EVA, id).owner());
    }

    @Test
    default void of_two_authors_with_one_name_the_slug_tells_who_keeps_a_tag() throws SQLException {
        var lectern = lectern();
        lectern.bring("namesakes", "namesakes.md", "---\ntitle: Namesakes\ndate: 2026-02-01\ntags: [Namesakes]\nauthors: [Sam Same, Sam Other]\n---\nText.");
        lectern.execute("update author set name = 'Sam Same' where slug = 'sam-other'");
        var id = lectern.tags.bySlug(new Slug("namesakes")).orElseThrow().id();

        var refusal = refusal(() -> lectern.curating.entrust(Lectern.EVA, id, "Sam Same", version(id)));
        lectern.curating.entrust(Lectern.EVA, id, "Sam Same (sam-other)", version(id));

        assertEquals("tag.owner.several", refusal);
        assertEquals(Optional.of("/authors/sam-other/"), owner("namesakes").map(ReadAuthor::address));
    }

    private Optional<ReadAuthor> owner(String tag) {
        var snapshot = lectern().snapshot();
        return lectern().reading.tagNote(snapshot, snapshot.tag(new Slug(tag)).orElseThrow(), Lectern.HERE).owner();
    }

    @Test
    default void a_tag_can_be_deleted_when_no_article_carries_it_and_be_made_again() {
        var lectern = lectern();
        lectern.bring("deleting", "carries-it.md", "---\ntitle: Carries it\ndate: 2026-02-01\ntags: [Deletable]\n---\nText.");
        var carried = lectern.tags.bySlug(new Slug("deletable")).orElseThrow();
        lectern.publishing.bin(Lectern.EVA, lectern.article("carries-it").id(), lectern.article("carries-it").version());
        var id = lectern.tagKeeping.create(Lectern.EVA, "Ephemeral");
        lectern.tagKeeping.rename(Lectern.EVA, id, "Fleeting", version(id));
        lectern.tagKeeping.describe(Lectern.EVA, id, "Soon gone.", version(id));

        var refusal = assertThrows(Refusal.class, () -> lectern.curating.delete(Lectern.EVA, carried.id(), carried.version()));
        lectern.curating.delete(Lectern.EVA, id, version(id));
        lectern.bring("again", "a.md", "---\ntitle: Names them again\ndate: 2026-02-01\ntags: [Fleeting, Ephemeral]\n---\nText.");

        assertEquals("One article carries the tag “Deletable”, those in the bin included. Take it off them first.", Lectern.english(refusal));
        assertTrue(lectern.tags.find(id).isEmpty());
        assertEquals(1, lectern.tagged("fleeting"));
        assertEquals(1, lectern.tagged("ephemeral"));
        assertEquals(1, lectern.number("select count(*) from audit where action = 'TAG_DELETED' and subject = ? and title = 'Fleeting'", id));
        assertEquals("tag.gone", refusal(() -> lectern.curating.delete(Lectern.EVA, id, 0)));
        assertEquals("actor.not.allowed", refusal(() -> lectern.curating.delete(Lectern.ANNA, carried.id(), carried.version())));
    }

    @Test
    default void the_list_of_tags_counts_what_is_outside_the_bin_and_is_found_and_ordered() {
        var lectern = lectern();
        lectern.bring("counted",
                "a.md", "---\ntitle: Counted one\ndate: 2026-02-01\ntags: [Tally 100%, tally B]\n---\nText.",
                "b.md", "---\ntitle: Counted two\ndraft: true\ntags: [tally B]\n---\nText.",
                "counted-three.md", "---\ntitle: Counted three\ndate: 2026-02-01\ntags: [Tally 100%, Tally c]\n---\nText.");
        lectern.publishing.bin(Lectern.EVA, lectern.article("counted-three").id(), lectern.article("counted-three").version());

        assertEquals(List.of("Tally 100% 1", "tally B 2", "Tally c 0"), tags("TALLY", Sort.NAME, false));
        assertEquals(List.of("tally B 2", "Tally 100% 1", "Tally c 0"), tags("tally", Sort.ARTICLES, true));
        assertEquals(List.of("Tally 100% 1"), tags("100%", Sort.NAME, false));
        assertEquals(3, lectern.curating.find(Lectern.EVA, "tally", Sort.NAME, false, 2, 2).total());
        assertEquals("Tally c", lectern.curating.find(Lectern.EVA, "tally", Sort.NAME, false, 2, 2).lines().get(0).name());
        var id = lectern.tags.bySlug(new Slug("tally-c")).orElseThrow().id();
        assertEquals(1, lectern.curating.open(Lectern.EVA, id).binned());
        assertEquals("actor.not.allowed", refusal(() -> tagsSeenByAnAuthor()));
    }

    private void tagsSeenByAnAuthor() {
        lectern().curating.find(Lectern.ANNA, "", Sort.NAME, false, 1, 10);
    }

    private List<String> tags(String text, Sort sort, boolean descending) {
        return lectern().curating.find(Lectern.EVA, text, sort, descending, 1, 100).lines().stream().map(Curation::told).toList();
    }

    private static String told(TagLine line) {
        return line.name() + " " + line.articles();
    }

    private int version(Long id) {
        return lectern().tags.find(id).orElseThrow().version();
    }

    private static String refusal(org.junit.jupiter.api.function.Executable deed) {
        return assertThrows(Refusal.class, deed).key();
    }
}
