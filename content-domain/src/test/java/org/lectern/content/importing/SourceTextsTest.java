package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SourceTextsTest {

    @Test
    void what_memory_does_not_take_comes_back_letter_for_letter_from_a_file_that_has_no_name() throws IOException {
        var written = List.of("in memory", "größer als erlaubt", "", "次の記事 🙂", "x".repeat(100_000));
        try (var texts = new SourceTexts(12)) {
            var kept = written.stream().map(texts::keep).toList();

            assertEquals(written, kept.stream().map(Supplier::get).toList());
            assertEquals(written.get(3), kept.get(3).get());
            assertEquals(List.of(), named());
        }
    }

    @Test
    void nothing_is_left_once_it_is_closed() throws IOException {
        var texts = new SourceTexts(0);
        var kept = texts.keep("text");

        texts.close();

        assertThrows(UncheckedIOException.class, kept::get);
    }

    private static List<Path> named() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lectern-import")).toList();
        }
    }
}
