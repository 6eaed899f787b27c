package org.lectern.content.writing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TagChoiceTest {

    @Test
    void a_slip_of_the_finger_a_plural_or_a_hyphen_is_near() {
        assertTrue(near("kubernets", "Kubernetes"));
        assertTrue(near("kuberentes", "Kubernetes"));
        assertTrue(near("message queue", "Message-Queues"));
        assertTrue(near("nodejs", "Node.js"));
    }

    @Test
    void short_names_and_other_words_are_not_near() {
        assertFalse(near("C", "C++"));
        assertFalse(near("Go", "Gi"));
        assertFalse(near("Java", "JavaScript"));
        assertFalse(near("Rust", "Robust"));
    }

    private static boolean near(String typed, String known) {
        return TagChoice.isNear(TagChoice.bare(typed), TagChoice.bare(known));
    }
}
