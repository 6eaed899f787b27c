package org.lectern.admin.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.admin.frame.Answer;
import org.lectern.admin.frame.Asked;
import org.lectern.admin.frame.DeskAddress;
import org.lectern.admin.frame.DeskPage;
import org.lectern.admin.frame.Frame;
import org.lectern.content.Role;
import org.lectern.content.importing.ImportRunning;
import org.lectern.content.importing.SourceFolder;

/** The page that shows what an uploaded zip would change, and from which it is applied or discarded. */
@Named
@RequestScoped
@DeskAddress(value = {"/import/{id}", "/import/{id}.json"}, roles = Role.ADMINISTRATOR)
public class PlanPage extends DeskPage {

    private static final String VIEW = "importing/plan";

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

    @Override
    public Answer show(Asked asked) {
        if (!load(asked)) {
            return new Answer.Missing("plan.gone");
        }
        if (asked.wantsJson()) {
            return Answer.json(upload.plan().toString());
        }
        return upload.job().isPresent() ? toJob(upload.job().get()) : Answer.show(VIEW);       // somebody came back to it
    }

    /** Discards the plan, or opens the job, which makes the plan again and applies it, unless that has happened. The zip is gone afterwards. */
    @Override
    public Answer take(Asked asked) throws IOException {
        if (!load(asked)) {
            return new Answer.Missing("plan.gone");
        }
        if (upload.job().isPresent()) {
            return toJob(upload.job().get());       // applied twice
        }
        if ("discard".equals(asked.field("do"))) {
            uploads.discard(upload.id());
            return Answer.go("/admin/import");
        }
        try {
            return toJob(uploads.apply(upload, plan -> applying.start(frame.actor(), SourceFolder.read(plan.zip(), intake.bounds()), plan.options())));
        } catch (ImportRunning running) {
            problem = running.in(frame.texts());
            jobAddress = frame.address("/admin/imports/" + running.job());
            return new Answer.Show(VIEW, HttpServletResponse.SC_CONFLICT);
        }
    }

    @Override
    public Answer declined(Asked asked, String sentence) {
        if (!load(asked)) {
            return new Answer.Missing("plan.gone");
        }
        problem = sentence;
        return new Answer.Show(VIEW, Answer.UNPROCESSABLE);
    }

    /** @return whether there is such an upload of whoever asks, still waiting or applied a short while ago */
    private boolean load(Asked asked) {
        var found = uploads.find(frame.actor().account(), asked.word("id"));
        found.ifPresent(waiting -> {
            upload = waiting;
            report = new ReportView(frame, waiting.plan());
        });
        return found.isPresent();
    }

    private static Answer toJob(Long job) {
        return Answer.go("/admin/imports/" + job);
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
        if (isUseful()) {
            return frame.say("plan.summary", report.written());
        }
        return frame.say(report.isEmpty() ? "plan.empty" : "plan.nothing");
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
