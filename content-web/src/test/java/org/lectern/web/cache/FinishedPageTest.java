package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.lectern.content.archive.Point;

class FinishedPageTest {

    private static final byte[] LONG = "<p>Leases, not locks.</p>\n".repeat(200).getBytes(StandardCharsets.UTF_8);

    @Test
    void the_packed_bytes_hold_the_plain_ones_and_have_a_validator_of_their_own() throws IOException {
        var page = page(LONG);

        assertArrayEquals(LONG, new GZIPInputStream(new ByteArrayInputStream(page.packed().bytes())).readAllBytes());
        assertTrue(page.packed().bytes().length < LONG.length / 10);
        assertNotEquals(page.plain().tag(), page.packed().tag());
        assertTrue(page.plain().tag().matches("\"[0-9a-f]{32}\""), page.plain().tag());
    }

    @Test
    void a_validator_is_made_of_the_bytes_alone() {
        assertEquals(page(LONG).packed().tag(), new FinishedPage(new Point(9, 9, 9), Basis.NONE, "text/plain", List.of(), held(LONG)).packed().tag());
        assertNotEquals(page(LONG).plain().tag(), page("other".getBytes(StandardCharsets.UTF_8)).plain().tag());
    }

    @Test
    void what_packing_makes_no_smaller_stays_plain() {
        var page = page("short".getBytes(StandardCharsets.UTF_8));

        assertSame(page.plain(), page.packed());
    }

    @Test
    void knows_its_validators_in_a_list_and_after_a_proxy_has_made_them_weak() {
        var page = page(LONG);

        assertEquals(Optional.of(page.packed().tag()), page.tagAmong("\"x\", W/" + page.packed().tag()));
        assertEquals(Optional.of(page.plain().tag()), page.tagAmong(page.plain().tag()));
        assertEquals(Optional.of(page.packed().tag()), page.tagAmong("*"));
        assertEquals(Optional.empty(), page.tagAmong("\"x\""));
    }

    private static FinishedPage page(byte[] bytes) {
        return new FinishedPage(new Point(1, 1, 0), Basis.NONE, "text/html;charset=UTF-8", List.of(), held(bytes));
    }

    private static HeldBytes held(byte[] bytes) {
        var held = new HeldBytes(bytes.length);
        held.writer(StandardCharsets.UTF_8).write(new String(bytes, StandardCharsets.UTF_8));
        return held;
    }
}
