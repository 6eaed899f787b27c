package org.lectern.web.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RepresentationTest {

    @Test
    void the_same_bytes_have_the_same_tag() {
        var tag = Representation.of("text/plain", "a").entityTag();

        assertEquals(tag, Representation.of("text/plain", "a").entityTag());
        assertNotEquals(tag, Representation.of("text/plain", "b").entityTag());
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    }

    @Test
    void what_the_asker_has_is_found_in_its_list_also_where_a_proxy_has_weakened_it() {
        assertTrue(Representation.isKnown("\"a\"", "\"a\""));
        assertTrue(Representation.isKnown("\"b\", W/\"a\"", "\"a\""));
        assertTrue(Representation.isKnown("*", "\"a\""));
        assertFalse(Representation.isKnown("\"b\", a", "\"a\""));
        assertFalse(Representation.isKnown(null, "\"a\""));
    }
}
