package org.lectern.content.writing;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** What a person has typed on a page of the editor and not saved. It is gone with the next save. */
@Entity
public class Autosave {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "autosave_ids")
    @SequenceGenerator(name = "autosave_ids", sequenceName = "autosave_ids", allocationSize = 50)
    private Long id;

    private String account;

    private String page;

    private String content;

    @Column(name = "seen_version")
    private int seenVersion;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected Autosave() {
    }

    Autosave(String account, String page) {
        this.account = Objects.requireNonNull(account);
        this.page = Objects.requireNonNull(page);
    }

    void hold(String newContent, int version, Instant now) {
        content = Objects.requireNonNull(newContent);
        seenVersion = version;
        savedAt = now;
    }

    /** {@code article:ID}, or {@code new:} and a random word. */
    public String page() {
        return page;
    }

    /** The editor's fields, as JSON. */
    public String content() {
        return content;
    }

    /** The version of the article that the person had opened. */
    public int seenVersion() {
        return seenVersion;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
