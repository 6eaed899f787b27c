package org.lectern.content.importing;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.data.exceptions.DataException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Texts;
import org.lectern.content.edition.Edition;
import org.lectern.content.media.Picture;

/**
 * Imports a folder or zip of Markdown: first the plan, then its application in chunks, each a transaction of its own, so that a server's end in between loses nothing:
 * the same files sent again go on where it stopped, and sent once more change nothing. An administrator's work.
 */
@ApplicationScoped
public class Imports {

    private static final System.Logger LOG = System.getLogger(Imports.class.getName());

    /** Articles of one transaction: enough that the database writes much at once, few enough that an editor does not wait behind it. */
    private static final int CHUNK = 40;

    private static final int PICTURES_AT_ONCE = 20;

    private static final int TRIES = 3;

    /** How long a job that is done waits until readers see what it brought. */
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(1);

    @Inject
    Planning planning;

    @Inject
    ImportStep step;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportSources sources;

    @Inject
    Pulse pulse;

    @Inject
    Edition edition;

    /** What importing this source would do. @throws Refusal if the actor may not, or the source as a whole cannot be taken */
    public ImportReport plan(Actor actor, SourceFolder folder, ImportOptions options) throws IOException {
        actor.mustBe(Role.ADMINISTRATOR);
        planning.recall(folder, options.source());
        return new ImportReport(planning.plan(folder, SourceReading.of(folder, options), SourcePictures.of(folder), options), List.of(), false);
    }

    /** A plan that is about to be applied. Its folder must stay open until {@link #apply} has ended. */
    public static final class Begun {

        private final Long job;
        private final ImportPlan plan;
        private final SourcePictures pictures;

        private Begun(Long job, ImportPlan plan, SourcePictures pictures) {
            this.job = job;
            this.plan = plan;
            this.pictures = pictures;
        }

        /** The id of the job. */
        public Long job() {
            return job;
        }

        public ImportPlan plan() {
            return plan;
        }
    }

    /** Makes the plan and opens the job, which {@link #apply} must end. @throws ImportRunning if a job of the same source has not ended */
    public Begun begin(Actor actor, SourceFolder folder, ImportOptions options) throws IOException {
        actor.mustBe(Role.ADMINISTRATOR);
        mustNotRun(options.source());
        planning.recall(folder, options.source());
        var pictures = SourcePictures.of(folder);
        var reading = SourceReading.of(folder, options);
        pulse.comes(options.source());
        try {
            return begin(actor, options, () -> planning.plan(folder, reading, pictures, options), pictures);
        } catch (RuntimeException notBegun) {
            pulse.goes(options.source());
            throw notBegun;
        }
    }

    /** Where another import of the source begins between plan and job, the plan may be wrong: it is made again when that has ended. */
    private Begun begin(Actor actor, ImportOptions options, Supplier<ImportPlan> plans, SourcePictures pictures) {
        for (var tries = 1;; tries++) {
            var seen = sources.named(options.source());
            mustNotRun(options.source());
            var plan = plans.get();
            var files = plan.pictures().size() + toBeWritten(plan).size();
            try {
                return new Begun(step.begin(actor, seen, plan, pulse.node(), files).id(), plan, pictures);
            } catch (DataException overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private void mustNotRun(String source) {
        jobs.running(source).stream().findFirst().ifPresent(other -> {
            throw new ImportRunning(other.id(), source);
        });
    }

    /** Applies what {@link #begin} has opened, and ends the job however it goes. */
    public ImportReport apply(Actor actor, Begun begun) {
        actor.mustBe(Role.ADMINISTRATOR);
        try {
            return write(actor, begun);
        } finally {
            pulse.goes(begun.plan.source());
        }
    }

    private ImportReport write(Actor actor, Begun begun) {
        try {
            var failed = new ArrayList<Remark>();
            takePictures(actor, begun);
            writeArticles(actor, begun, failed);
            var report = new ImportReport(begun.plan, failed, true);
            step.end(actor, begun.job, ImportJob.State.DONE, report.json(Texts.in(Locale.ENGLISH)).toString());
            edition.awaitReached(step.edition(), UNTIL_SHOWN);
            return report;
        } catch (RuntimeException | IOException fault) {
            LOG.log(Level.ERROR, "The import " + begun.job + " of " + begun.plan.source() + " ended early.", fault);
            step.end(actor, begun.job, ImportJob.State.FAILED, null);
            throw new IllegalStateException(fault);
        }
    }

    public Optional<ImportJob> job(Actor actor, Long id) {
        actor.mustBe(Role.ADMINISTRATOR);
        return jobs.find(id);
    }

    /** The newest first. */
    public List<ImportJob> newest(Actor actor, int most) {
        actor.mustBe(Role.ADMINISTRATOR);
        return jobs.newest(jakarta.data.Limit.of(most));
    }

    private void takePictures(Actor actor, Begun begun) throws IOException {
        var done = 0;
        Map<String, Picture> some = new LinkedHashMap<>();
        for (var path : begun.plan.pictures()) {
            some.put(path, begun.pictures.picture(path));
            done++;
            if (some.size() == PICTURES_AT_ONCE || done == begun.plan.pictures().size()) {
                step.takePictures(actor, begun.plan.source(), some, begun.job, done);
                some.clear();
            }
        }
    }

    private static List<PlannedArticle> toBeWritten(ImportPlan plan) {
        return plan.articles().stream().filter(PlannedArticle::isToBeWritten).toList();
    }

    private void writeArticles(Actor actor, Begun begun, List<Remark> failed) {
        var files = toBeWritten(begun.plan);
        var pictures = begun.plan.pictures().size();
        for (var from = 0; from < files.size(); from += CHUNK) {
            var chunk = files.subList(from, Math.min(files.size(), from + CHUNK));
            try {
                step.write(actor, begun.plan, chunk, begun.job, pictures + from + chunk.size());
            } catch (RuntimeException fault) {
                LOG.log(Level.INFO, "A chunk of the import {0} failed and is written file by file: {1}", begun.job, fault.toString());
                writeOneByOne(actor, begun, chunk, pictures + from, failed);
            }
        }
    }

    private void writeOneByOne(Actor actor, Begun begun, List<PlannedArticle> files, int done, List<Remark> failed) {
        for (var file : files) {
            done++;
            try {
                step.write(actor, begun.plan, List.of(file), begun.job, done);
            } catch (Refusal refusal) {
                failed.add(new Remark(Remark.Kind.REFUSED, file.path(), 0, refusal.key(), refusal.values()));
            } catch (RuntimeException fault) {
                step.mark(begun.job, done);          // not the file's fault if that fails too: the job has ended, or the database is away
                LOG.log(Level.ERROR, "The import " + begun.job + " could not write " + file.path() + ".", fault);
                failed.add(Remark.refused(file.path(), 0, "import.fault"));
            }
        }
    }
}
