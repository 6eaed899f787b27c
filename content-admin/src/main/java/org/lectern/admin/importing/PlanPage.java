package org.lectern.admin.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.importing.SourceFolder;

/** The page that shows what an uploaded zip would change, and from which it is applied or discarded. */
@Named
@RequestScoped
public class PlanPage {

    @Inject
    Frame frame;

    @Inject
    Uploads uploads;

    @Inject
    Applying applying;

    @Inject
    Intake intake;

    private Uploads.Upload upload;
    private ReportView report;
    private String problem = "";
    private String jobAddress = "";

    /** @return whether there is such an upload of whoever asks, still waiting or applied a short while ago */
    public boolean load(String id) {
        frame.actor().mustBe(Role.ADMINISTRATOR);
        var found = uploads.find(frame.actor().account(), id);
        found.ifPresent(waiting -> {
            upload = waiting;
            report = new ReportView(frame, waiting.plan());
        });
        return found.isPresent();
    }

    /** Opens the job and lets it work, unless that has happened. The zip is gone afterwards. @return the job's id; @throws org.lectern.content.Refusal with the zip still waiting */
    public Long apply() throws IOException {
        return uploads.apply(upload, asked -> applying.start(frame.actor(), SourceFolder.read(asked.zip(), intake.bounds()), asked.options()));
    }

    /** The job that has applied the plan. */
    public Optional<Long> job() {
        return upload.job();
    }

    public void discard() {
        uploads.discard(upload.id());
    }

    /** Says on the page what is wrong. */
    public void refuse(String sentence) {
        problem = sentence;
    }

    /** Leads from the page to the job that is in the way. */
    public void leadTo(Long job) {
        jobAddress = frame.address("/admin/imports/" + job);
    }

    /** The plan for programs. */
    public String jsonText() {
        return upload.plan().toString();
    }

    public ReportView getReport() {
        return report;
    }

    public String getAddress() {
        return frame.address("/admin/import/" + upload.id());
    }

    public String getJsonAddress() {
        return getAddress() + ".json";
    }

    public String getFileName() {
        return upload.fileName();
    }

    /** Until when the upload waits, in words. */
    public String getUntil() {
        return frame.say("plan.until", frame.time(upload.until()));
    }

    /** Whether applying would change anything. */
    public boolean isUseful() {
        return report.written() > 0 || report.pictures() > 0;
    }

    public String getSummary() {
        return isUseful() ? frame.say("plan.summary", report.written(), report.pictures()) : frame.say("plan.nothing");
    }

    /** The words of the button that applies the plan. */
    public String getButton() {
        return frame.say("plan.button", report.written());
    }

    /** The options that the zip was read with, in words. */
    public List<String> getOptions() {
        var options = new ArrayList<String>();
        upload.options().tagsField().ifPresent(field -> options.add(frame.say("plan.option.tags", field)));
        if (upload.options().plain()) {
            options.add(frame.say("plan.option.plain"));
        }
        upload.options().site().ifPresent(site -> options.add(frame.say("plan.option.site", site)));
        upload.options().permalinks().ifPresent(pattern -> options.add(frame.say("plan.option.permalinks", pattern)));
        return options;
    }

    public String getProblem() {
        return problem;
    }

    /** The job that is in the way, or empty. */
    public String getJobAddress() {
        return jobAddress;
    }
}
