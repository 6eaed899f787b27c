package org.lectern.web.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** The bytes of an answer that is held back until it is finished, as a servlet writes them: by a stream or a writer. One thread writes them. */
public final class HeldBytes {

    private final ByteArrayOutputStream bytes;
    private final List<Gzip.Placed> ready = new ArrayList<>();
    private PrintWriter writer;

    /** @param usual how many bytes an answer mostly has */
    public HeldBytes(int usual) {
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
        return bytes.size();
    }

    public void writeTo(OutputStream out) throws IOException {
        if (out instanceof Stream other) {
            other.write(this);
        } else {
            bytes.writeTo(out);
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** @param plain all of them */
    byte[] packed(byte[] plain) {
        return Gzip.pack(plain, ready);
    }

    public void reset() {
        writer = null;
        ready.clear();
        bytes.reset();
    }

    /** Encodes each bit at once and takes no lock for it; bits were collected before, and text of more than one byte a letter copied four times. */
    private final class Letters extends PrintWriter {

        private final Charset charset;
        private char half;          // the first of two that stand for one letter, until the other is written

        Letters(Charset charset) {
            super(Writer.nullWriter());
            this.charset = charset;
        }

        @Override
        public void write(int letter) {
            write(String.valueOf((char) letter));
        }

        @Override
        public void write(char[] letters, int from, int count) {
            write(new String(letters, from, count));
        }

        @Override
        public void write(String words, int from, int count) {
            write(words.substring(from, from + count));
        }

        @Override
        public void write(String words) {
            if (words.isEmpty()) {
                return;
            }
            var all = half == 0 ? words : half + words;
            var last = all.charAt(all.length() - 1);
            half = Character.isHighSurrogate(last) ? last : 0;
            bytes.writeBytes((half == 0 ? all : all.substring(0, all.length() - 1)).getBytes(charset));
        }

        @Override
        public void flush() {
            // what is written is here already
        }
    }

    final class Stream extends ServletOutputStream {

        void write(Prepacked stretch) {
            ready.add(new Gzip.Placed(bytes.size(), stretch));
            bytes.writeBytes(stretch.plain());
        }

        private void write(HeldBytes other) throws IOException {
            other.ready.forEach(placed -> ready.add(new Gzip.Placed(bytes.size() + placed.at(), placed.stretch())));
            other.bytes.writeTo(bytes);
        }

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
