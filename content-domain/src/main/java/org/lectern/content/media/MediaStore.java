package org.lectern.content.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

import org.lectern.content.Refusal;
import org.lectern.content.Sha256;

/** Keeps pictures in the database, so that one backup holds all, in pieces that are read one by one. Writing works inside the caller's transaction. */
@ApplicationScoped
public class MediaStore {

    /** The largest piece, in bytes. */
    static final int CHUNK = 256 * 1024;

    /** Where pictures of staff come from, as imports name their sources. Their paths begin with a random word, so that an import of this name does not meet them. */
    private static final String DESK = "desk";

    private static final String COPY = "select original, width, height, sha256, type, bytes from media_copy where ";

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

    /**
     * Takes a picture of an import, in place of the one that came from there before. Its smaller copies are made later, by {@link CopyMaking}.
     *
     * @param account that brings it
     * @return the id of the picture that shows something else now; empty if it is a new one, or if nothing changed
     */
    public Optional<Long> take(String source, String path, Picture picture, String account) {
        var known = items.from(source, path);
        if (known.isPresent()) {
            return hold(known.get(), name(path), picture, false).map(Media::id);
        }
        add(source, path, picture, account, false);
        return Optional.empty();
    }

    /**
     * Takes a picture that somebody brings to the desk, with its smaller copies.
     *
     * @param name of the file, for people
     * @throws org.lectern.content.Refusal as {@link Picture#check}, or if these bytes were taken down
     */
    public Media bring(String account, String name, byte[] bytes) {
        var picture = Picture.check(name, bytes);
        var copies = Renditions.of(picture);
        items.byHash(Sha256.of(picture.bytes())).stream().filter(Media::isTakenDown).findFirst().ifPresent(copy -> {
            throw new Refusal("picture.takenDown", name, copy.takenDownWhy().orElseThrow());
        });
        var media = add(DESK, UUID.randomUUID() + "/" + picture.type().fileName(name), picture, account, true);
        keepCopies(media.sha256(), copies);
        return media;
    }

    /**
     * Gives a picture other bytes, with their smaller copies; the address of those that it had leads to the new ones from now on.
     *
     * @param name of the file, for people
     * @return the saved picture, which is another object; empty if it has these bytes already
     * @throws org.lectern.content.Refusal as {@link #bring}
     */
    public Optional<Media> replace(Media media, String name, byte[] bytes) {
        var picture = Picture.check(name, bytes);
        var copies = Renditions.of(picture);
        items.byHash(Sha256.of(picture.bytes())).stream().filter(Media::isTakenDown).findFirst().ifPresent(copy -> {
            throw new Refusal("picture.takenDown", name, copy.takenDownWhy().orElseThrow());
        });
        var saved = hold(media, picture.type().fileName(media.name()), picture, true);
        saved.ifPresent(replaced -> keepCopies(replaced.sha256(), copies));
        return saved;
    }

    /** Takes a picture out of sight, with all others of the same bytes. @return the ids of all of them @throws org.lectern.content.Refusal if the reason is missing or too long */
    public List<Long> takeDown(String account, Media media, String why) {
        var alike = alike(media);
        alike.forEach(each -> each.takeDown(account, why, clock.instant()));
        alike.forEach(items::save);
        return alike.stream().map(Media::id).toList();
    }

    /** Puts a picture back, with all others of the same bytes. @return the ids of all of them */
    public List<Long> putBack(Media media) {
        var alike = alike(media);
        alike.forEach(Media::putBack);
        alike.forEach(items::save);
        return alike.stream().map(Media::id).toList();
    }

    private List<Media> alike(Media media) {
        return items.byHash(media.sha256());
    }

    private Media add(String source, String path, Picture picture, String account, boolean copied) {
        var sha256 = Sha256.of(picture.bytes());
        var media = new Media(keyOf(source, path), source, path, account, clock.instant());
        items.byHash(sha256).stream().filter(Media::isTakenDown).findFirst().ifPresent(copy -> media.takeDown(copy.takenDownBy().orElseThrow(), copy.takenDownWhy().orElseThrow(), clock.instant()));
        keep(sha256, picture.bytes());
        media.hold(name(path), picture, sha256, copied);
        return items.add(media);
    }

    private Optional<Media> hold(Media media, String name, Picture picture, boolean copied) {
        var sha256 = Sha256.of(picture.bytes());
        if (media.sha256().equals(sha256)) {
            return Optional.empty();
        }
        query("delete from media_former where sha256 = ? and media_id = ?", media.sha256(), media.id()).executeUpdate();
        query("insert into media_former (sha256, media_id, replaced_at) values (?, ?, ?)", media.sha256(), media.id(), clock.instant().atOffset(ZoneOffset.UTC)).executeUpdate();
        keep(sha256, picture.bytes());
        media.hold(name, picture, sha256, copied);
        return Optional.of(items.save(media));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The pictures that had bytes with a hash that begins so, and have others now. */
    public List<Media> formerly(String start) {
        var ids = query("select distinct media_id from media_former where sha256 like ?", start + "%").getResultList();
        return ids.isEmpty() ? List.of() : items.byIds(((List<?>) ids).stream().map(id -> ((Number) id).longValue()).toList());
    }

    /** The hashes of the bytes that a picture had before the present ones and that nobody has taken down, the latest first. */
    public List<String> before(Media media) {
        return ((List<?>) query("select sha256 from media_former f where media_id = ? and sha256 <> ? and not exists (select 1 from media m where m.sha256 = f.sha256 and m.taken_down_at is not null)"
                + " order by case when replaced_at is null then 1 else 0 end, replaced_at desc, sha256", media.id(), media.sha256()).getResultList()).stream().map(String.class::cast).toList();
    }

    /** What bytes that a picture had before are, under the name that it has now. */
    MediaFile before(Media media, String sha256) {
        var picture = Picture.check(media.name(), read(sha256));
        return new MediaFile(media.key(), sha256, picture.type().fileName(media.name()), picture.type().mediaType(), picture.bytes().length, picture.width(), picture.height());
    }

    /** Gives a picture the bytes again that it had before. @return the saved picture, which is another object */
    public Media bringBack(Media media, String sha256) {
        return replace(media, media.name(), read(sha256)).orElseThrow();
    }

    /** Keeps the smaller copies of the bytes with this hash, in place of those that it had. Nobody's version changes: what people see of a picture at the desk is the same. */
    void keepCopies(String original, List<Rendition> copies) {
        query("delete from media_copy where original = ?", original).executeUpdate();
        for (var copy : copies) {
            var sha256 = Sha256.of(copy.bytes());
            keep(sha256, copy.bytes());
            query("insert into media_copy (original, width, height, sha256, type, bytes) values (?, ?, ?, ?, ?, ?)", original, copy.width(), copy.height(), sha256, copy.type().mediaType(), (long) copy.bytes().length).executeUpdate();
        }
    }

    /** Writes down that copies of these bytes are made, and how large the picture is as shown. */
    void haveCopies(String original, Picture picture) {
        query("update media set copies = ?, width = ?, height = ? where sha256 = ?", Renditions.VERSION, picture.width(), picture.height(), original).executeUpdate();
    }

    /** The smaller copies of the bytes with these hashes, by hash, the narrowest first. */
    public Map<String, List<MediaCopy>> copies(Collection<String> originals) {
        if (originals.isEmpty()) {
            return Map.of();
        }
        return copies(query(COPY + "original in (" + "?, ".repeat(originals.size() - 1) + "?) order by original, width", originals.toArray())).stream().collect(Collectors.groupingBy(MediaCopy::original));
    }

    /** The smallest copy of a picture; the picture itself if it has none. */
    public MediaFile smallest(MediaFile picture) {
        return copies(List.of(picture.sha256())).getOrDefault(picture.sha256(), List.of()).stream().findFirst().map(copy -> copy.of(picture)).orElse(picture);
    }

    /** A copy whose hash begins so. */
    public Optional<MediaCopy> copy(String start) {
        return copies(query(COPY + "sha256 like ? order by original, width", start + "%")).stream().findFirst();
    }

    private static List<MediaCopy> copies(Query query) {
        return ((List<?>) query.getResultList()).stream().map(row -> (Object[]) row).map(row -> new MediaCopy((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue(),
                (String) row[3], (String) row[4], ((Number) row[5]).longValue())).toList();
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

    byte[] read(String sha256) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(sha256, bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    private void keep(String sha256, byte[] bytes) {
        if (chunk(sha256, 0).isPresent()) {
            return;
        }
        for (int from = 0, place = 0; from < bytes.length; from += CHUNK, place++) {
            query("insert into media_chunk (sha256, place, bytes) values (?, ?, ?)", sha256, place, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK))).executeUpdate();
        }
    }

    /** Pieces are rows without a life of their own, so they are no entities. */
    private Optional<byte[]> chunk(String sha256, int place) {
        var found = query("select bytes from media_chunk where sha256 = ? and place = ?", sha256, place).getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of((byte[]) found.get(0));
    }

    private Query query(String sql, Object... values) {
        var query = entities.createNativeQuery(sql);
        for (var place = 0; place < values.length; place++) {
            query.setParameter(place + 1, values[place]);
        }
        return query;
    }
}
