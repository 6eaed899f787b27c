package org.lectern.content.media;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Refusal;

/**
 * A picture that texts can show. Its key stays when its bytes are replaced. It is never deleted: taken down, it is out of sight for all but those who may put it back,
 * and texts that show it print their words for it instead.
 */
@Entity
public class Media {

    /** The longest words for a picture, in characters. */
    public static final int LONGEST_ALT = 1000;

    /** The longest reason for a takedown, in characters. */
    public static final int LONGEST_WHY = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "media_ids")
    @SequenceGenerator(name = "media_ids", sequenceName = "media_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "media_key")
    private String key;

    private String name;

    private String alt;

    private String type;

    private String sha256;

    private long bytes;

    private int width;

    private int height;

    private String source;

    private String path;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "taken_down_at")
    private Instant takenDownAt;

    @Column(name = "taken_down_by")
    private String takenDownBy;

    @Column(name = "taken_down_why")
    private String takenDownWhy;

    /** The version of {@link Renditions} that has made its copies. */
    private int copies;

    protected Media() {
    }

    Media(String key, String source, String path, String addedBy, Instant addedAt) {
        this.key = key;
        this.source = source;
        this.path = path;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    /** @param copied whether its smaller copies are made in the same transaction */
    void hold(String fileName, Picture picture, String hash, boolean copied) {
        name = fileName;
        type = picture.type().mediaType();
        width = picture.width();
        height = picture.height();
        sha256 = hash;
        bytes = picture.bytes().length;
        copies = copied || !Renditions.arePossible(picture) ? Renditions.VERSION : 0;
    }

    /**
     * Gives it another name and other words for those who cannot see it, which texts are offered and may change.
     *
     * @param newName the ending follows from the type @throws Refusal if the words are too long
     */
    public void describe(String newName, String newAlt) {
        var words = newAlt.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (words.length() > LONGEST_ALT) {
            throw new Refusal("media.alt.long", LONGEST_ALT);
        }
        name = PictureType.of(type).fileName(newName);
        alt = words.isEmpty() ? null : words;
    }

    /** @throws Refusal if the reason is missing or too long */
    void takeDown(String account, String why, Instant now) {
        var reason = why.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (reason.isEmpty()) {
            throw new Refusal("media.why.missing");
        }
        if (reason.length() > LONGEST_WHY) {
            throw new Refusal("media.why.long", LONGEST_WHY);
        }
        takenDownAt = now;
        takenDownBy = account;
        takenDownWhy = reason;
    }

    void putBack() {
        takenDownAt = null;
        takenDownBy = null;
        takenDownWhy = null;
    }

    /** @throws Refusal if it was changed since this version was shown */
    public void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal("media.changed", name);
        }
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** What texts are offered as words for it. */
    public Optional<String> alt() {
        return Optional.ofNullable(alt);
    }

    public PictureType type() {
        return PictureType.of(type);
    }

    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

    /** As shown; 0 where an SVG gives none. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Where it was imported from. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    public Instant addedAt() {
        return addedAt;
    }

    /** The account that brought it; empty for what came before this was kept. */
    public Optional<String> addedBy() {
        return Optional.ofNullable(addedBy);
    }

    public Optional<Instant> takenDownAt() {
        return Optional.ofNullable(takenDownAt);
    }

    public Optional<String> takenDownBy() {
        return Optional.ofNullable(takenDownBy);
    }

    public Optional<String> takenDownWhy() {
        return Optional.ofNullable(takenDownWhy);
    }

    public boolean isTakenDown() {
        return takenDownAt != null;
    }

    public MediaFile file() {
        return new MediaFile(key, sha256, name, type, bytes, width, height);
    }
}
