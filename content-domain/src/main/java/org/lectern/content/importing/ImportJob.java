package org.lectern.content.importing;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

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
 * One import, and how far it has come. It reads the files and makes its plan, then writes. It runs on one node until it is done or has failed, or is declined by
 * what its plan finds. A job that a server's end cut off is interrupted: the same files sent again go on where it stopped. What has ended stays so.
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

    private Integer files;

    private int done;

    private String reason;

    private String report;

    protected ImportJob() {
    }

    ImportJob(String source, String account, String node, Instant now) {
        this.source = source;
        this.account = account;
        this.node = node;
        this.startedAt = now;
    }

    /** It has its plan. @throws IllegalStateException if it has ended */
    void plan(int filesToWrite) {
        mustRun();
        files = filesToWrite;
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

    /** Ends it before anything was written. @param sentence why, for whoever began it */
    void decline(String sentence, Instant now) {
        end(State.FAILED, null, now);
        reason = sentence;
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

    /** How many files are to be written: articles and pictures. Empty until the files are read and the plan is made. */
    public OptionalInt files() {
        return files == null ? OptionalInt.empty() : OptionalInt.of(files);
    }

    public int done() {
        return done;
    }

    /** Why nothing was written, in a sentence; empty unless it was declined. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** JSON, once it is done: what {@link ImportReport#json} makes. */
    public Optional<String> report() {
        return Optional.ofNullable(report);
    }
}
