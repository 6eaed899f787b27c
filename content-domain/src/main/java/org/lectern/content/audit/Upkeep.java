package org.lectern.content.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A piece of work that one node does now and then for all of them, and when that was last done. */
@Entity
public class Upkeep {

    @Id
    private String name;

    @Column(name = "done_at")
    private Instant doneAt;

    protected Upkeep() {
    }
}
