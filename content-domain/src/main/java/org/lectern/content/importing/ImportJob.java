package org.lectern.content.importing;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One application of a plan, and how far it has come. It runs on one node until it is done or has failed. A job that a server's end cut off is interrupted:
 * the same files sent again go on where it stopped. What has ended stays so.
 */
@Entity
@Table(name = "import_job")
public class ImportJob {

    /** Where a job stands. */
    public enum State {
        RUNNING, DONE, FAILED, INTERRUPTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_job_ids")
    @SequenceGenerator(name = "import_job_ids", sequenceName = "import_job_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String source;

    @Enumerated(EnumType.STRING)
    private State state = State.RUNNING;

    private String account;

    /** The node that works at it. */
    private String node;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int files;

    private int done;

    private String report;

    protected ImportJob() {
    }

    ImportJob(String source, String account, String node, int files, Instant now) {
        this.source = source;
        this.account = account;
        this.node = node;
        this.files = files;
        this.startedAt = now;
    }

    /** @throws IllegalStateException if it has ended: this node was silent for so long that others gave the job up */
    void advanceTo(int filesDone) {
        mustRun();
        done = filesDone;
    }

    /** @param reportAsJson null where it is not done */
    void end(State how, String reportAsJson, Instant now) {
        mustRun();
        state = how;
        report = reportAsJson;
        endedAt = now;
    }

    private void mustRun() {
        if (state != State.RUNNING) {
            throw new IllegalStateException("The import " + id + " has ended: " + state);
        }
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public State state() {
        return state;
    }

    public String account() {
        return account;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** How many files are to be written. */
    public int files() {
        return files;
    }

    public int done() {
        return done;
    }

    /** JSON, once it has ended: what {@link ImportReport#json} makes. */
    public Optional<String> report() {
        return Optional.ofNullable(report);
    }
}
