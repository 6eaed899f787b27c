package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

class GzipTest {

    private final HeldBytes page = new HeldBytes(16);

    @Test
    void stretches_that_are_packed_already_stand_where_they_were_written() throws IOException {
        var links = Prepacked.of("<li>a link → there</li>".repeat(2_000));
        var dice = new Random(5);
        var noise = dice.ints(60_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());     // hardly to be packed, and more than one buffer of it

        links.writeTo(page.stream());
        write("<p>between</p>");
        links.writeTo(page.stream());
        Prepacked.of("").writeTo(page.stream());
        Prepacked.of(noise).writeTo(page.stream());
        write(noise);
        links.writeTo(page.stream());

        var plain = page.toByteArray();
        var packed = page.packed(plain);
        assertEquals("<li>a link → there</li>".repeat(2_000) + "<p>between</p>" + "<li>a link → there</li>".repeat(2_000) + noise + noise + "<li>a link → there</li>".repeat(2_000), new String(plain, StandardCharsets.UTF_8));
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    }

    @Test
    void a_page_that_is_written_into_another_brings_its_stretches() throws IOException {
        var inner = new HeldBytes(16);
        inner.writer(StandardCharsets.UTF_8).write("<ul>");
        Prepacked.of("<li>a link</li>".repeat(1_000)).writeTo(inner.stream());
        write("<!DOCTYPE html>");

        inner.writeTo(page.stream());

        var plain = page.toByteArray();
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(page.packed(plain))).readAllBytes());
        assertTrue(new String(plain, StandardCharsets.UTF_8).startsWith("<!DOCTYPE html><ul><li>a link</li>"));
    }

    @Test
    void a_page_of_nothing_is_a_page() throws IOException {
        assertEquals(0, new GZIPInputStream(new ByteArrayInputStream(page.packed(page.toByteArray()))).readAllBytes().length);
    }

    @Test
    void any_other_stream_gets_the_plain_bytes() throws IOException {
        var out = new ByteArrayOutputStream();

        Prepacked.of("a link").writeTo(out);

        assertEquals("a link", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void after_a_reset_no_stretch_of_before_is_left() throws IOException {
        Prepacked.of("a page that breaks").writeTo(page.stream());
        page.reset();
        write("another");

        assertArrayEquals("another".getBytes(StandardCharsets.UTF_8), new GZIPInputStream(new ByteArrayInputStream(page.packed(page.toByteArray()))).readAllBytes());
    }

    private void write(String text) {
        page.writer(StandardCharsets.UTF_8).write(text);
    }
}
