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

/** A picture that texts can show. Its key stays when its bytes are replaced. */
@Entity
public class Media {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "media_ids")
    @SequenceGenerator(name = "media_ids", sequenceName = "media_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "media_key")
    private String key;

    private String name;

    private String type;

    private String sha256;

    private long bytes;

    private int width;

    private int height;

    private String source;

    private String path;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Media() {
    }

    Media(String key, String source, String path, Instant addedAt) {
        this.key = key;
        this.source = source;
        this.path = path;
        this.addedAt = addedAt;
    }

    void hold(String fileName, String mediaType, int newWidth, int newHeight, String hash, long size) {
        name = fileName;
        type = mediaType;
        width = newWidth;
        height = newHeight;
        sha256 = hash;
        bytes = size;
    }

    public Long id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public String sha256() {
        return sha256;
    }

    public long bytes() {
        return bytes;
    }

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
}
