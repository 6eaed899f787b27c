package org.lectern.content.importing;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One Lectern of those that share a database, and when it last gave a sign of life. */
@Entity
@Table(name = "import_node")
public class ImportNode {

    @Id
    private String id;

    @Column(name = "beat_at")
    private Instant beatAt;

    protected ImportNode() {
    }

    ImportNode(String id, Instant now) {
        this.id = id;
        this.beatAt = now;
    }
}
