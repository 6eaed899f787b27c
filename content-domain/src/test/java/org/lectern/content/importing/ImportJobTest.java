package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import javax.sql.DataSource;

import jakarta.data.repository.Query;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lectern.content.InstantConverter;
import org.lectern.content.edition.EmptyDatabase;

class ImportJobTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void what_has_been_interrupted_can_neither_go_on_nor_end_well() {
        var job = new ImportJob("blog", "admin", "here", NOON);
        job.end(ImportJob.State.INTERRUPTED, null, NOON);

        assertThrows(IllegalStateException.class, () -> job.advanceTo(2));
        assertThrows(IllegalStateException.class, () -> job.end(ImportJob.State.DONE, "{}", NOON));

        assertEquals(ImportJob.State.INTERRUPTED, job.state());
        assertEquals(0, job.done());
    }

    @Test
    void what_was_declined_has_failed_with_the_reason_and_neither_plans_nor_writes_any_more() {
        var job = new ImportJob("blog", "admin", "here", NOON);
        job.decline("The files seem to have moved.", NOON);

        assertThrows(IllegalStateException.class, () -> job.plan(3));

        assertEquals(ImportJob.State.FAILED, job.state());
        assertEquals(Optional.of("The files seem to have moved."), job.reason());
        assertEquals(OptionalInt.empty(), job.files());
        assertEquals(Optional.of(NOON), job.endedAt());
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_begin_with_a_known_source_at_once_one_comes_through(EmptyDatabase vendor) {
        try (var factory = persistence(vendor.make()); var one = factory.createEntityManager(); var other = factory.createEntityManager()) {
            save(one, new ImportSource("blog"));
            var seenByOne = named(one, "blog");
            var seenByOther = named(other, "blog");

            seenByOne.begin();
            seenByOther.begin();
            save(one, seenByOne);

            assertThrows(PersistenceException.class, () -> save(other, seenByOther));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_begin_with_a_new_source_at_once_one_comes_through(EmptyDatabase vendor) {
        try (var factory = persistence(vendor.make()); var one = factory.createEntityManager(); var other = factory.createEntityManager()) {
            save(one, new ImportSource("blog"));

            assertThrows(PersistenceException.class, () -> save(other, new ImportSource("blog")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_is_orphaned_when_its_node_is_silent_or_unknown_and_not_when_it_lives_or_is_this_one(EmptyDatabase vendor) {
        try (var factory = persistence(vendor.make()); var entities = factory.createEntityManager()) {
            save(entities, new ImportNode("here", NOON.minus(Duration.ofHours(1))));
            save(entities, new ImportNode("living", NOON.minusSeconds(3)));
            save(entities, new ImportNode("silent", NOON.minusSeconds(90)));
            for (var node : List.of("here", "living", "silent", "unknown")) {
                save(entities, new ImportJob("from " + node, "admin", node, NOON));
            }
            var ended = new ImportJob("ended", "admin", "silent", NOON);
            ended.end(ImportJob.State.DONE, "{}", NOON);
            save(entities, ended);

            var orphaned = orphaned(entities, "here", NOON.minusSeconds(60));

            assertEquals(List.of("from silent", "from unknown"), orphaned.stream().map(ImportJob::source).toList());
        }
    }

    /** Asks what the repository asks. */
    private static List<ImportJob> orphaned(EntityManager entities, String node, Instant since) {
        try {
            var query = ImportJobs.class.getDeclaredMethod("orphaned", String.class, Instant.class).getAnnotation(Query.class).value();
            return entities.createQuery(query, ImportJob.class).setParameter("node", node).setParameter("since", since).getResultList();
        } catch (NoSuchMethodException renamed) {
            throw new AssertionError(renamed);
        }
    }

    private static ImportSource named(EntityManager entities, String name) {
        entities.clear();
        return entities.createQuery("select s from ImportSource s where s.name = :name", ImportSource.class).setParameter("name", name).getSingleResult();
    }

    private static void save(EntityManager entities, Object entity) {
        entities.getTransaction().begin();
        entities.merge(entity);
        entities.getTransaction().commit();
    }

    private static EntityManagerFactory persistence(DataSource database) {
        return new PersistenceConfiguration("importing-" + database.hashCode())
                .managedClass(ImportSource.class).managedClass(ImportJob.class).managedClass(ImportNode.class).managedClass(InstantConverter.class)
                .property(PersistenceConfiguration.JDBC_DATASOURCE, database)
                .property("jakarta.persistence.nonJtaDataSource", database)
                .property("eclipselink.logging.level", "OFF")
                .property("eclipselink.weaving", "false")
                .createEntityManagerFactory();
    }
}
