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
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Resource;
import jakarta.data.exceptions.DataException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Texts;
import org.lectern.content.article.Rendered;
import org.lectern.content.edition.Edition;
import org.lectern.content.media.Picture;

/**
 * Imports a folder or zip of Markdown: first the plan, then its application in chunks, each a transaction of its own, so that a server's end in between loses nothing:
 * the same files sent again go on where it stopped, and sent once more change nothing. A plan that somebody has seen is made again before it is applied, by the job
 * that applies it: the articles here may have changed. An administrator's work.
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

    @Resource
    ManagedExecutorService workers;

    /** What importing this source would do. @throws Refusal if the actor may not, or the source as a whole cannot be taken */
    public ImportReport plan(Actor actor, SourceFolder folder, ImportOptions options) throws IOException {
        actor.mustBe(Role.ADMINISTRATOR);
        planning.recall(folder, options.source());
        return new ImportReport(planning.plan(folder, SourceReading.of(folder, options), SourcePictures.of(folder), options), List.of(), false);
    }

    /** An open job, which {@link #apply} must end. @param job its id */
    public record Begun(Long job, ImportOptions options) {
    }

    /** Opens a job, which takes no longer than that. @throws ImportRunning if a job of the same source has not ended */
    public Begun begin(Actor actor, ImportOptions options) {
        actor.mustBe(Role.ADMINISTRATOR);
        pulse.comes(options.source());
        try {
            return new Begun(open(actor, options.source()), options);
        } catch (RuntimeException notBegun) {
            pulse.goes(options.source());
            throw notBegun;
        }
    }

    /** Where another import of the source begins between the look and the job, it is looked again: that one runs, or has ended by now. */
    private Long open(Actor actor, String source) {
        for (var tries = 1;; tries++) {
            var seen = sources.named(source);
            mustNotRun(source);
            try {
                return step.begin(actor, seen, source, pulse.node()).id();
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

    /**
     * Reads the folder, makes the plan and applies it, and ends the job however it goes.
     *
     * @throws Refusal if the source as a whole cannot be taken: nothing was written then, and the job tells why
     */
    public ImportReport apply(Actor actor, Begun begun, SourceFolder folder) {
        actor.mustBe(Role.ADMINISTRATOR);
        try {
            return write(actor, read(actor, begun, folder));
        } finally {
            pulse.goes(begun.options.source());
        }
    }

    /** What a job is to do. */
    private record Work(Long job, ImportPlan plan, SourcePictures pictures) {

        private List<PlannedArticle> articles() {
            return plan.articles().stream().filter(PlannedArticle::isToBeWritten).toList();
        }
    }

    private Work read(Actor actor, Begun begun, SourceFolder folder) {
        try {
            planning.recall(folder, begun.options.source());
            var pictures = SourcePictures.of(folder);
            var plan = planning.plan(folder, SourceReading.of(folder, begun.options), pictures, begun.options);
            var work = new Work(begun.job, plan, pictures);
            step.plan(begun.job, plan, plan.pictures().size() + work.articles().size());
            return work;
        } catch (Refusal declined) {
            step.decline(actor, begun.job, declined.in(Texts.in(Locale.ENGLISH)));
            throw declined;
        } catch (RuntimeException | IOException fault) {
            throw failed(actor, begun.job, fault);
        }
    }

    private ImportReport write(Actor actor, Work work) {
        try {
            takePictures(actor, work);
            var report = new ImportReport(work.plan, writeArticles(actor, work), true);
            step.end(actor, work.job, ImportJob.State.DONE, report.json(Texts.in(Locale.ENGLISH)).toString());
            edition.awaitCommitted(UNTIL_SHOWN);
            return report;
        } catch (RuntimeException | IOException fault) {
            throw failed(actor, work.job, fault);
        }
    }

    private IllegalStateException failed(Actor actor, Long job, Exception fault) {
        LOG.log(Level.ERROR, "The import " + job + " ended early.", fault);
        step.end(actor, job, ImportJob.State.FAILED, null);
        return new IllegalStateException(fault);
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

    private void takePictures(Actor actor, Work work) throws IOException {
        var done = 0;
        Map<String, Picture> some = new LinkedHashMap<>();
        for (var path : work.plan.pictures()) {
            some.put(path, work.pictures.picture(path));
            done++;
            if (some.size() == PICTURES_AT_ONCE || done == work.plan.pictures().size()) {
                step.takePictures(actor, work.plan.source(), some, work.job, done);
                some.clear();
            }
        }
    }

    /** While one chunk is written, the HTML of the next is made: each takes half of the time. @return what the plan did not foresee */
    private List<Remark> writeArticles(Actor actor, Work work) {
        var remarks = new ArrayList<Remark>();
        var files = work.articles();
        var pictures = work.plan.pictures().size();
        var coming = render(chunk(files, 0));
        for (var from = 0; from < files.size(); from += CHUNK) {
            var chunk = chunk(files, from);
            try {
                var rendered = coming.join();
                coming = render(chunk(files, from + CHUNK));
                remarks.addAll(step.write(actor, work.plan, chunk, rendered, work.job, pictures + from + chunk.size()));
            } catch (RuntimeException fault) {
                LOG.log(Level.INFO, "A chunk of the import {0} failed and is written file by file: {1}", work.job, fault.toString());
                writeOneByOne(actor, work, chunk, pictures + from, remarks);
            }
        }
        return remarks;
    }

    private static List<PlannedArticle> chunk(List<PlannedArticle> files, int from) {
        return files.subList(Math.min(files.size(), from), Math.min(files.size(), from + CHUNK));
    }

    private CompletableFuture<Map<String, Rendered>> render(List<PlannedArticle> chunk) {
        return chunk.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : workers.supplyAsync(() -> step.render(chunk)).exceptionally(fault -> Map.of());      // whoever writes them meets the fault again
    }

    private void writeOneByOne(Actor actor, Work work, List<PlannedArticle> files, int done, List<Remark> remarks) {
        for (var file : files) {
            done++;
            try {
                remarks.addAll(step.write(actor, work.plan, List.of(file), Map.of(), work.job, done));
            } catch (Refusal refusal) {
                remarks.add(new Remark(Remark.Kind.REFUSED, file.path(), 0, refusal.key(), refusal.values()));
            } catch (RuntimeException fault) {
                step.mark(work.job, done);          // not the file's fault if that fails too: the job has ended, or the database is away
                LOG.log(Level.ERROR, "The import " + work.job + " could not write " + file.path() + ".", fault);
                remarks.add(Remark.refused(file.path(), 0, "import.fault"));
            }
        }
    }
}
