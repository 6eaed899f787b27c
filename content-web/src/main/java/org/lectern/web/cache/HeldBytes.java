package org.lectern.web.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** The bytes of an answer that is held back until it is finished, as a servlet writes them: by a stream or a writer. One thread writes them. */
public final class HeldBytes {

    private final int usual;
    private final ByteArrayOutputStream bytes;
    private PrintWriter writer;

    /** @param usual how many bytes an answer mostly has */
    public HeldBytes(int usual) {
        this.usual = usual;
        this.bytes = new ByteArrayOutputStream(usual);
    }

    public PrintWriter writer(Charset charset) {
        if (writer == null) {
            writer = new Letters(charset);
        }
        return writer;
    }

    public ServletOutputStream stream() {
        return new Stream();
    }

    public int size() {
        flush();
        return bytes.size();
    }

    public void writeTo(OutputStream out) throws IOException {
        flush();
        bytes.writeTo(out);
    }

    byte[] toByteArray() {
        flush();
        return bytes.toByteArray();
    }

    public void reset() {
        writer = null;
        bytes.reset();
    }

    private void flush() {
        if (writer != null) {
            writer.flush();
        }
    }

    /** Collects what is written in thousands of bits: taking a lock for each, and encoding each by itself, took a fifth of the time of a page. */
    private final class Letters extends PrintWriter {

        private final Charset charset;
        private final StringBuilder text = new StringBuilder(usual);

        Letters(Charset charset) {
            super(Writer.nullWriter());
            this.charset = charset;
        }

        @Override
        public void write(int letter) {
            text.append((char) letter);
        }

        @Override
        public void write(char[] letters, int from, int count) {
            text.append(letters, from, count);
        }

        @Override
        public void write(String words, int from, int count) {
            text.append(words, from, from + count);
        }

        @Override
        public void write(String words) {
            text.append(words);
        }

        @Override
        public void flush() {
            bytes.writeBytes(text.toString().getBytes(charset));
            text.setLength(0);
        }
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int count) {
            bytes.write(octets, from, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer that is held back is written at once");
        }
    }
}
