package org.lectern.web.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

class MissingTest {

    @Test
    void a_slip_of_the_finger_counts_most() {
        assertEquals(3, Missing.likeness("kubernetes", "kubernets", Set.of("kubernets")));
        assertEquals(3, Missing.likeness("java", "jave", Set.of("jave")));
    }

    @Test
    void short_words_are_not_alike_because_they_are_short() {
        assertEquals(0, Missing.likeness("go", "c++", Set.of("c++")));
    }

    @Test
    void a_tag_that_the_address_names_is_offered() {
        assertEquals(2, Missing.likeness("kubernetes", "running-kubernetes-at-home", Set.of("running", "kubernetes", "home")));
    }

    @Test
    void a_tag_that_begins_or_ends_like_it_is_offered_last() {
        assertEquals(1, Missing.likeness("distributed-systems", "distributed", Set.of("distributed")));
        assertEquals(1, Missing.likeness("live-migration", "migration", Set.of("migration")));
    }

    @Test
    void what_has_nothing_in_common_is_not_offered() {
        assertEquals(0, Missing.likeness("postgresql", "kubernetes", Set.of("kubernetes")));
    }
}
