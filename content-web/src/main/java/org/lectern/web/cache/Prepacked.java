package org.lectern.web.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stretch of bytes that stands in several pages and is packed once, not again with each of them. */
public final class Prepacked {

    private final byte[] plain;
    private volatile byte[] packed;

    private Prepacked(byte[] plain) {
        this.plain = plain;
    }

    public static Prepacked of(String text) {
        return new Prepacked(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it as part of a page; to anything else, its plain bytes. */
    public void writeTo(OutputStream page) throws IOException {
        if (page instanceof HeldBytes.Stream held) {
            held.write(this);
        } else {
            page.write(plain);
        }
    }

    /** In bytes, the packed ones among them. */
    public int weight() {
        return plain.length + plain.length / 8;
    }

    byte[] plain() {
        return plain;
    }

    /** As {@link Gzip#stretch}. Two threads may both make it, to the same end. */
    byte[] packed() {
        var known = packed;
        if (known == null) {
            known = Gzip.stretch(plain);
            packed = known;
        }
        return known;
    }
}
