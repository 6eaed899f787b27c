package org.lectern.content.importing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Holds the texts of a source between reading and writing: the first megabytes in memory, the rest in a temporary file that loses its name at once and is gone when this is closed, or its process is. So a
 * folder of any size takes little memory. One thread lays texts down; any may take them up.
 */
final class SourceTexts implements Closeable {

    /** In characters: most sources are smaller than that. */
    static final int IN_MEMORY = 16 << 20;

    private final long most;
    private long held;
    private FileChannel file;
    private long end;

    /** @param most how many characters stay in memory */
    SourceTexts(long most) {
        this.most = most;
    }

    /** @return gives the text again until this is closed */
    Supplier<String> keep(String text) {
        if (held + text.length() <= most) {
            held += text.length();
            return () -> text;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var from = end;
        var length = bytes.length;
        append(ByteBuffer.wrap(bytes));
        return () -> read(from, length);
    }

    private void append(ByteBuffer bytes) {
        try {
            if (file == null) {
                file = FileChannel.open(Files.createTempFile("lectern-import", ".txt"), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String read(long from, int length) {
        var bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw new EOFException();
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
