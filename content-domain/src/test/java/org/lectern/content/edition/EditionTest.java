package org.lectern.content.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditionTest {

    private static final Change TAG_3 = new Change(Change.Kind.TAG, 3);

    @ParameterizedTest
    @EnumSource
    void number_and_log_are_written_in_the_transaction_of_the_entities(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var heard = new Heard();
        try (var factory = persistence(database).createEntityManagerFactory(); var entities = factory.createEntityManager()) {
            var edition = edition(entities, heard);

            entities.getTransaction().begin();
            entities.persist(new Chunk("a"));
            var rolledBack = edition.advance(List.of(TAG_3));
            entities.getTransaction().rollback();
            entities.getTransaction().begin();
            entities.persist(new Chunk("b"));
            var committed = edition.advance(List.of(TAG_3));
            entities.getTransaction().commit();

            assertEquals(1, rolledBack);
            assertEquals(1, committed);
            assertEquals(List.of(1L, 1L), heard.numbers);
            assertEquals(Optional.of(Set.of(TAG_3)), new ChangeLog(database, 100).between(0, 1));
            assertEquals(List.of("b"), entities.createQuery("select c.name from Chunk c", String.class).getResultList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_transaction_that_changed_nothing_is_no_edition(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var heard = new Heard();
        try (var factory = persistence(database).createEntityManagerFactory(); var entities = factory.createEntityManager()) {
            var edition = edition(entities, heard);

            entities.getTransaction().begin();
            var number = edition.advance(List.of());
            entities.getTransaction().commit();

            assertEquals(0, number);
            assertEquals(List.of(), heard.numbers);
            assertEquals(0, new ChangeLog(database, 100).state().edition());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_database_refuses_is_refused_before_other_writers_have_to_wait(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var heard = new Heard();
        try (var factory = persistence(database).createEntityManagerFactory(); var entities = factory.createEntityManager()) {
            var edition = edition(entities, heard);
            try (var connection = database.getConnection(); var statement = connection.createStatement()) {
                statement.executeUpdate("insert into chunk values ('a')");
            }

            entities.getTransaction().begin();
            entities.persist(new Chunk("a"));
            assertThrows(PersistenceException.class, () -> edition.advance(List.of(TAG_3)));
            entities.getTransaction().rollback();

            assertEquals(List.of(), heard.numbers);
            assertEquals(0, new ChangeLog(database, 100).state().edition());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_epoch_can_be_renewed(EmptyDatabase vendor) throws SQLException {
        var database = vendor.make();
        var log = new ChangeLog(database, 100);
        var before = log.state();
        try (var factory = persistence(database).createEntityManagerFactory(); var entities = factory.createEntityManager()) {

            entities.getTransaction().begin();
            edition(entities, new Heard()).renewEpoch();
            entities.getTransaction().commit();

            assertNotEquals(before.epoch(), log.state().epoch());
            assertEquals(before.edition(), log.state().edition());
        }
    }

    private static Edition edition(EntityManager entities, Event<EditionAdvanced> advanced) {
        var edition = new Edition();
        edition.entities = entities;
        edition.advanced = advanced;
        return edition;
    }

    private static PersistenceConfiguration persistence(DataSource database) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table chunk (name varchar(10) primary key)");
        }
        return new PersistenceConfiguration("edition-" + database.hashCode())
                .managedClass(Chunk.class)
                .property(PersistenceConfiguration.JDBC_DATASOURCE, database)
                .property("jakarta.persistence.nonJtaDataSource", database)
                .property("eclipselink.logging.level", "SEVERE")
                .property("eclipselink.weaving", "false");
    }

    /** Anything that the transaction holds besides. */
    @Entity(name = "Chunk")
    static class Chunk {

        @Id
        private String name;

        protected Chunk() {
        }

        Chunk(String name) {
            this.name = name;
        }
    }

    private static final class Heard implements Event<EditionAdvanced> {

        private final List<Long> numbers = new ArrayList<>();

        @Override
        public void fire(EditionAdvanced event) {
            numbers.add(event.number());
        }

        @Override
        public <U extends EditionAdvanced> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends EditionAdvanced> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<EditionAdvanced> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends EditionAdvanced> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends EditionAdvanced> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
