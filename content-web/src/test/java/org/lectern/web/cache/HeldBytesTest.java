package org.lectern.web.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class HeldBytesTest {

    private final HeldBytes held = new HeldBytes(16);

    @Test
    void what_a_writer_and_a_stream_write_stands_in_the_order_of_writing() throws IOException {
        held.writer(UTF_8).write("naïve → ");
        held.stream().write("bytes".getBytes(UTF_8));
        held.writer(UTF_8).write("[and letters]", 1, 11);
        assertEquals("naïve → bytesand letters", new String(held.toByteArray(), UTF_8));
    }

    @Test
    void a_letter_that_is_written_in_two_halves_is_one_letter() {
        for (var half : "a 𝄞 and 🎼".toCharArray()) {
            held.writer(UTF_8).write(half);
        }
        assertEquals("a 𝄞 and 🎼", new String(held.toByteArray(), UTF_8));
        assertEquals("a 𝄞 and 🎼".getBytes(UTF_8).length, held.size());
    }

    @Test
    void after_a_reset_nothing_of_before_is_left() {
        held.writer(UTF_8).write("a page that breaks");
        held.reset();
        held.writer(UTF_8).write("another");
        assertEquals("another", new String(held.toByteArray(), UTF_8));
    }
}
