package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    private static final URI URL = URI.create("https://example.org/kb");

    @Test
    void anybody_may_read() {
        assertTrue(SameOrigin.isAllowed("GET", "cross-site", "https://evil.example", "example.org", URL));
        assertTrue(SameOrigin.isAllowed("HEAD", "cross-site", null, "example.org", URL));
    }

    @Test
    void what_the_browser_says_of_the_relation_decides() {
        assertTrue(SameOrigin.isAllowed("POST", "same-origin", null, "example.org", URL));
        assertFalse(SameOrigin.isAllowed("POST", "same-site", "https://other.example.org", "example.org", URL));
        assertFalse(SameOrigin.isAllowed("DELETE", "cross-site", null, "example.org", URL));
    }

    @Test
    void a_browser_that_says_nothing_of_it_is_judged_by_its_origin() {
        assertTrue(SameOrigin.isAllowed("POST", null, "http://127.0.0.1:8080", "127.0.0.1:8080", URL));
        assertTrue(SameOrigin.isAllowed("POST", null, "https://example.org", "inner.example:9080", URL));
        assertFalse(SameOrigin.isAllowed("POST", null, "https://example.org:444", "example.org", URL));
        assertFalse(SameOrigin.isAllowed("POST", null, "https://evil.example", "example.org", URL));
        assertFalse(SameOrigin.isAllowed("POST", null, "null", "example.org", URL));
        assertFalse(SameOrigin.isAllowed("POST", null, "null", "null", URL));
    }

    @Test
    void a_script_says_nothing_and_may_send() {
        assertTrue(SameOrigin.isAllowed("POST", null, null, "example.org", URL));
    }
}
