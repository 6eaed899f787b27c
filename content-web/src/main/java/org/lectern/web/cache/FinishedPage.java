package org.lectern.web.cache;

import java.util.List;
import java.util.Optional;

import org.lectern.content.Sha256;
import org.lectern.content.archive.Point;

/** One page as bytes, plain and packed, with what browsers are told of it. */
final class FinishedPage {

    /** About what one takes besides its bytes, most of it for the basis of a list. */
    private static final int OVERHEAD = 6_000;

    private final Point point;
    private final Basis basis;
    private final String type;
    private final List<Header> headers;
    private final Body plain;
    private final Body packed;
    private final long finished = System.nanoTime();

    /** A header that whoever made the page has set. */
    record Header(String name, String value) {
    }

    /** The bytes as they travel. @param tag a strong validator: other bytes have another */
    record Body(byte[] bytes, String tag) {
    }

    FinishedPage(Point point, Basis basis, String type, List<Header> headers, HeldBytes held) {
        this.point = point;
        this.basis = basis;
        this.type = type;
        this.headers = List.copyOf(headers);
        var bytes = held.toByteArray();
        var smaller = held.packed(bytes);
        var isSmaller = smaller.length < bytes.length;
        var hash = Sha256.of(isSmaller ? smaller : bytes);      // of the fewest bytes that stand for all; one half for each body
        this.plain = new Body(bytes, '"' + hash.substring(0, 32) + '"');
        this.packed = isSmaller ? new Body(smaller, '"' + hash.substring(32) + '"') : plain;
    }

    private FinishedPage(FinishedPage same, Point point) {
        this.point = point;
        basis = same.basis;
        type = same.type;
        headers = same.headers;
        plain = same.plain;
        packed = same.packed;
    }

    /** The same page at the present point, if it would be made of the same there. */
    Optional<FinishedPage> confirmed() {
        return basis.holds().map(now -> new FinishedPage(this, now));
    }

    /** What it shows. */
    Point point() {
        return point;
    }

    /** Its media type. */
    String type() {
        return type;
    }

    List<Header> headers() {
        return headers;
    }

    Body plain() {
        return plain;
    }

    /** By gzip; the plain one if that is no larger. */
    Body packed() {
        return packed;
    }

    /** In seconds. */
    long age() {
        return (System.nanoTime() - finished) / 1_000_000_000;
    }

    /** In bytes. */
    int weight() {
        return OVERHEAD + plain.bytes.length + (packed == plain ? 0 : packed.bytes.length);
    }

    /** Whether somebody who has what these validators stand for has this page: {@code If-None-Match}. A proxy that packs by itself makes weak ones of ours. */
    Optional<String> tagAmong(String validators) {
        if (validators.contains(packed.tag)) {
            return Optional.of(packed.tag);
        }
        return validators.contains(plain.tag) ? Optional.of(plain.tag) : validators.strip().equals("*") ? Optional.of(packed.tag) : Optional.empty();
    }
}
