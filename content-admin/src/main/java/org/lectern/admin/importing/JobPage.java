package org.lectern.admin.importing;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.JsonText;
import org.lectern.content.Role;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.Imports;

/** The page of one import: how far it has come, and the report once it has ended. */
@Named
@RequestScoped
@DeskAddress(value = {"/imports/{id}", "/imports/{id}.json"}, roles = Role.ADMINISTRATOR)
public class JobPage extends DeskPage {

    @Inject
    Frame frame;

    @Inject
    Imports imports;

    private ImportJob job;
    private ReportView report;

    @Override
    public Answer show(Asked asked) {
        var found = asked.id("id").flatMap(id -> imports.job(frame.actor(), id));
        if (found.isEmpty()) {
            return Answer.missing();
        }
        job = found.get();
        if (asked.wantsJson()) {
            return job.report().<Answer>map(Answer::json).orElseGet(() -> new Answer.Missing("job.noReport"));
        }
        report = job.report().map(JsonText::read).map(json -> new ReportView(frame, json)).orElse(null);
        return Answer.show("importing/job");
    }

    public boolean isRunning() {
        return job.state() == ImportJob.State.RUNNING;
    }

    /** The report, or null where the job has none. */
    public ReportView getReport() {
        return report;
    }

    public String getSource() {
        return job.source();
    }

    public int getDone() {
        return job.done();
    }

    /** How many files are to be written; 0 while they are read. */
    public int getFiles() {
        return job.files().orElse(0);
    }

    /** Whether it is known how many files are to be written. */
    public boolean isPlanned() {
        return job.files().isPresent();
    }

    public String getProgress() {
        return frame.say("job.progress", getDone(), getFiles());
    }

    /** What has become of it, in a sentence. */
    public String getState() {
        if (job.reason().isPresent()) {
            return frame.say("job.declined", job.reason().get());
        }
        return frame.say("job.state." + job.state().name().toLowerCase(Locale.ROOT) + (isPlanned() ? "" : ".reading"), getDone(), getFiles());
    }

    /** How the sentence looks. */
    public String getMark() {
        return switch (job.state()) {
            case DONE -> "good";
            case RUNNING -> "";
            case INTERRUPTED -> "warn";
            case FAILED -> "bad";
        };
    }

    /** Who began it and when, and when it ended. */
    public String getWho() {
        var began = frame.say("job.began", job.account(), frame.time(job.startedAt()));
        return job.endedAt().map(end -> began + " " + frame.say("job.ended", frame.time(end))).orElse(began);
    }

    public String getAddress() {
        return frame.address("/admin/imports/" + job.id());
    }

    public String getJsonAddress() {
        return getAddress() + ".json";
    }
}
