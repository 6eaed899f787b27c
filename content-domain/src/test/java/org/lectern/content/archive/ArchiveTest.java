package org.lectern.content.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.EmptyDatabase;
import org.lectern.content.edition.Reached;
import org.lectern.content.edition.State;

class ArchiveTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Slug JAVA = new Slug("java");

    private final MovedClock clock = new MovedClock();

    @Test
    void before_it_is_built_it_says_that_it_is_not_ready() {
        var archive = new Archive();

        assertFalse(archive.isReady());
        assertThrows(NotReady.class, archive::snapshot);
    }

    @ParameterizedTest
    @EnumSource
    void shows_what_is_published_and_due_and_not_expired(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        try (var connection = database.getConnection()) {
            tag(connection, 10, "java", "Java");
            tag(connection, 11, "c++", "C++");
            sql(connection, "insert into tag_alias (slug, tag_id) values ('cpp', 11)");
            article(connection, 1, "PUBLISHED", NOON.minusSeconds(50), null);
            article(connection, 2, "DRAFT", null, null);
            article(connection, 3, "SCHEDULED", NOON.plusSeconds(60), null);
            article(connection, 4, "PUBLISHED", NOON.minusSeconds(40), NOON);
            article(connection, 5, "PUBLISHED", NOON, NOON.plusSeconds(1));
            article(connection, 6, "WITHDRAWN", NOON.minusSeconds(40), null);
            for (var id = 1; id <= 6; id++) {
                tagging(connection, id, 0, 11, null);
                tagging(connection, id, 1, 10, null);
            }
        }

        var snapshot = built(database, 7).snapshot();

        assertEquals(7, snapshot.edition());
        assertEquals(List.of(5L, 1L), snapshot.newest(1, 50).orElseThrow().ids());
        assertEquals(List.of(5L, 1L), snapshot.tagPage(JAVA, 1, 50).orElseThrow().ids());
        assertEquals(List.of(new TagCount(new Slug("c++"), "C++", 11, 2), new TagCount(JAVA, "Java", 10, 2)), snapshot.tags());
        assertEquals(List.of("C++", "Java"), snapshot.tagsOf(1).stream().map(TagRef::name).toList());
        assertEquals(Optional.of(new Slug("c++")), snapshot.tagByAlias(new Slug("cpp")));
        assertEquals(Optional.of(new ArticleRef(1, new Slug("article-1"), "Title 1", NOON.minusSeconds(50), "en")), snapshot.article(new Slug("article-1")));
        assertEquals(Optional.empty(), snapshot.article(new Slug("article-2")));
    }

    @ParameterizedTest
    @EnumSource
    void an_article_is_gone_at_the_second_of_its_expiry_without_a_change(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        try (var connection = database.getConnection()) {
            article(connection, 1, "PUBLISHED", NOON.minusSeconds(50), NOON.plusSeconds(10));
            article(connection, 2, "PUBLISHED", NOON.minusSeconds(60), null);
        }
        var archive = built(database, 1);

        clock.now = NOON.plusSeconds(10).minusNanos(1);
        var before = archive.snapshot();
        clock.now = NOON.plusSeconds(10);
        var after = archive.snapshot();

        assertEquals(List.of(1L, 2L), before.newest(1, 50).orElseThrow().ids());
        assertEquals(List.of(2L), after.newest(1, 50).orElseThrow().ids());
        assertEquals(1, after.edition());
    }

    @ParameterizedTest
    @EnumSource
    void follows_a_rename_of_a_tag_and_a_new_alias(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        try (var connection = database.getConnection()) {
            tag(connection, 10, "java", "Java");
            article(connection, 1, "PUBLISHED", NOON.minusSeconds(50), null);
            tagging(connection, 1, 0, 10, null);
        }
        var archive = built(database, 1);

        try (var connection = database.getConnection()) {
            sql(connection, "update tag set slug = 'jvm', name = 'JVM' where id = 10");
            sql(connection, "insert into tag_alias (slug, tag_id) values ('java', 10)");
        }
        archive.follow(new Reached(new State(2, "e", 0), Set.of(new Change(Change.Kind.TAG, 10))));

        assertEquals(List.of(new TagCount(new Slug("jvm"), "JVM", 10, 1)), archive.snapshot().tags());
        assertEquals(Optional.empty(), archive.snapshot().tag(JAVA));
        assertEquals(Optional.of(new Slug("jvm")), archive.snapshot().tagByAlias(JAVA));
    }

    @ParameterizedTest
    @EnumSource
    void a_tag_that_is_merged_into_another_is_gone(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        try (var connection = database.getConnection()) {
            tag(connection, 10, "java", "Java");
            tag(connection, 11, "jvm", "JVM");
            article(connection, 1, "PUBLISHED", NOON.minusSeconds(50), null);
            tagging(connection, 1, 0, 10, null);
        }
        var archive = built(database, 1);

        try (var connection = database.getConnection()) {
            sql(connection, "update tagging set tag_id = 11");
            sql(connection, "delete from tag where id = 10");
            sql(connection, "insert into tag_alias (slug, tag_id) values ('java', 11)");
        }
        archive.follow(new Reached(new State(2, "e", 0), Set.of(new Change(Change.Kind.TAG, 10), new Change(Change.Kind.TAG, 11), new Change(Change.Kind.ARTICLE, 1))));

        assertEquals(List.of(new TagCount(new Slug("jvm"), "JVM", 11, 1)), archive.snapshot().tags());
        assertEquals(Optional.empty(), archive.snapshot().tag(JAVA));
        assertEquals(Optional.of(new Slug("jvm")), archive.snapshot().tagByAlias(JAVA));
    }

    /** Following step by step leads to what a building anew leads to. */
    @ParameterizedTest
    @EnumSource
    void following_and_building_anew_come_to_the_same(EmptyDatabase vendor) throws SQLException {
        var random = new Random(42);
        var database = vendor.make();
        var archive = built(database, 0);
        var nextTag = 10;

        for (var edition = 1; edition <= 20; edition++) {
            var changes = new HashSet<Change>();
            try (var connection = database.getConnection()) {
                if (random.nextInt(3) == 0 || nextTag == 10) {
                    tag(connection, nextTag, "tag-" + nextTag, "Tag " + nextTag);
                    nextTag++;
                }
                for (var changed = random.nextInt(6); changed >= 0; changed--) {
                    var id = 1L + random.nextInt(40);
                    sql(connection, "delete from tagging where article_id = " + id);
                    sql(connection, "delete from article where id = " + id);
                    if (random.nextInt(4) > 0) {
                        article(connection, id, random.nextInt(4) == 0 ? "WITHDRAWN" : "PUBLISHED", NOON.minusSeconds(random.nextInt(100)), null);
                        for (var place = 0; place < 3; place++) {
                            tagging(connection, id, place, 10 + random.nextInt(nextTag - 10), random.nextInt(3) == 0 ? random.nextInt(3) - 1 : null);
                        }
                    }
                    changes.add(new Change(Change.Kind.ARTICLE, id));
                }
            }

            archive.follow(new Reached(new State(edition, "e", 0), changes));

            var followed = archive.snapshot();
            var anew = built(database, edition).snapshot();
            assertEquals(edition, followed.edition());
            assertEquals(anew.newest(1, 100), followed.newest(1, 100));
            assertEquals(anew.tags(), followed.tags());
            for (var tag : anew.tags()) {
                assertEquals(anew.tagPage(tag.slug(), 1, 100), followed.tagPage(tag.slug(), 1, 100));
                assertEquals(anew.select(TagExpression.of(tag.slug())).further(), followed.select(TagExpression.of(tag.slug())).further());
            }
        }
    }

    private Archive built(DataSource database, long edition) throws SQLException {
        var archive = new Archive();
        archive.database = database;
        archive.clock = clock;
        archive.rebuild(new State(edition, "e", 0));
        return archive;
    }

    private static void article(Connection connection, long id, String status, Instant published, Instant expires) throws SQLException {
        try (var insert = connection.prepareStatement("insert into article (id, version, slug, title, source, html, excerpt, has_more, outline, words, renderer, lapsed, status, published_at, expires_at, owner, language, revision, revised_at)"
                + " values (?, 0, ?, ?, '', '', '', false, '', 0, 1, false, ?, ?, ?, 'ann', 'en', 1, current_timestamp)")) {
            insert.setLong(1, id);
            insert.setString(2, "article-" + id);
            insert.setString(3, "Title " + id);
            insert.setString(4, status);
            insert.setObject(5, published == null ? null : OffsetDateTime.ofInstant(published, ZoneOffset.UTC));
            insert.setObject(6, expires == null ? null : OffsetDateTime.ofInstant(expires, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void tag(Connection connection, long id, String slug, String name) throws SQLException {
        sql(connection, "insert into tag (id, version, slug, name, name_fixed) values (" + id + ", 0, '" + slug + "', '" + name + "', false)");
    }

    private static void tagging(Connection connection, long article, int place, long tag, Integer weight) throws SQLException {
        sql(connection, "insert into tagging (article_id, place, tag_id, weight, spelling) values (" + article + ", " + place + ", " + tag + ", " + weight + ", 'x')");
    }

    private static void sql(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** A clock that stands still until it is moved. */
    private static final class MovedClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
