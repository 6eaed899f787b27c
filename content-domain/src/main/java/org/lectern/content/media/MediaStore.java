package org.lectern.content.media;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import org.lectern.content.Sha256;

/** Keeps pictures in the database, so that one backup holds all, in pieces that are read one by one. Writing works inside the caller's transaction. */
@ApplicationScoped
public class MediaStore {

    /** The largest piece, in bytes. */
    static final int CHUNK = 256 * 1024;

    @Inject
    MediaItems items;

    @Inject
    Clock clock;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    /** The key of a picture that comes from this place. It is made of the place, so that a plan can name it before the picture is there. */
    public static String keyOf(String source, String path) {
        return Sha256.of(source + "\n" + path).substring(0, 16);
    }

    /** Takes a picture, in place of the one that came from there before. @return whether anything changed */
    public boolean take(String source, String path, Picture picture) {
        var sha256 = Sha256.of(picture.bytes());
        var known = items.from(source, path);
        if (known.isPresent() && known.get().sha256().equals(sha256)) {
            return false;
        }
        if (chunk(sha256, 0).isEmpty()) {
            for (int from = 0, place = 0; from < picture.bytes().length; from += CHUNK, place++) {
                entities.createNativeQuery("insert into media_chunk (sha256, place, bytes) values (?, ?, ?)").setParameter(1, sha256).setParameter(2, place)
                        .setParameter(3, Arrays.copyOfRange(picture.bytes(), from, Math.min(picture.bytes().length, from + CHUNK))).executeUpdate();
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
            var chunk = chunk(sha256, place);
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    /** Pieces are rows without a life of their own, so they are no entities. */
    private Optional<byte[]> chunk(String sha256, int place) {
        var found = entities.createNativeQuery("select bytes from media_chunk where sha256 = ? and place = ?").setParameter(1, sha256).setParameter(2, place).getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((byte[]) found.get(0));
    }
}
