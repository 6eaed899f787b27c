package org.lectern.content.media;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps pictures in the database, so that one backup holds all, in pieces that are read one by one. Writing works inside the caller's transaction. */
@ApplicationScoped
public class MediaStore {

    /** The largest piece, in bytes. */
    static final int CHUNK = 256 * 1024;

    @Inject
    MediaItems items;

    @Inject
    Clock clock;

    /** The key of a picture that comes from this place. It is made of the place, so that a plan can name it before the picture is there. */
    public static String keyOf(String source, String path) {
        return hash((source + "\n" + path).getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** Takes a picture, in place of the one that came from there before. @return whether anything changed */
    public boolean take(String source, String path, Picture picture) {
        var sha256 = hash(picture.bytes());
        var known = items.from(source, path);
        if (known.isPresent() && known.get().sha256().equals(sha256)) {
            return false;
        }
        if (items.chunks(sha256) == 0) {
            for (int from = 0, place = 0; from < picture.bytes().length; from += CHUNK, place++) {
                items.add(new MediaChunk(sha256, place, Arrays.copyOfRange(picture.bytes(), from, Math.min(picture.bytes().length, from + CHUNK))));
            }
        }
        var media = known.orElseGet(() -> new Media(keyOf(source, path), source, path, clock.instant()));
        media.hold(path.substring(path.lastIndexOf('/') + 1), picture.type().mediaType(), picture.width(), picture.height(), sha256, picture.bytes().length);
        if (known.isPresent()) {
            items.save(media);
        } else {
            items.add(media);
        }
        return true;
    }

    /** Writes the bytes with this hash. */
    public void write(String sha256, OutputStream out) throws IOException {
        for (var place = 0;; place++) {
            var chunk = items.chunk(sha256, place);
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
