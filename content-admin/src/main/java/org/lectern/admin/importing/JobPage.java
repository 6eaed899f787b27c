package org.lectern.admin.importing;

import java.io.StringReader;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;

import org.lectern.admin.frame.Frame;
import org.lectern.content.importing.ImportJob;
import org.lectern.content.importing.Imports;

/** The page of one import: how far it has come, and the report once it has ended. */
@Named
@RequestScoped
public class JobPage {

    @Inject
    Frame frame;

    @Inject
    Imports imports;

    private ImportJob job;
    private ReportView report;

    /** @param id as it stands in the address; @return whether there is such a job */
    public boolean load(String id) {
        var found = imports.job(frame.actor(), Long.valueOf(id));
        found.ifPresent(one -> {
            job = one;
            report = one.report().map(JobPage::parse).map(json -> new ReportView(frame, json)).orElse(null);
        });
        return found.isPresent();
    }

    /** The report for programs, or an empty text while there is none. */
    public String jsonText() {
        return job.report().orElse("");
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

    public int getFiles() {
        return job.files();
    }

    public String getProgress() {
        return frame.say("job.progress", job.done(), job.files());
    }

    /** What has become of it, in a sentence. */
    public String getState() {
        return frame.say("job.state." + job.state().name().toLowerCase(Locale.ROOT), job.done(), job.files());
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

    static jakarta.json.JsonObject parse(String report) {
        try (var reader = Json.createReader(new StringReader(report))) {
            return reader.readObject();
        }
    }
}
