package org.lectern.content.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Slug;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.media.MediaStore;
import org.lectern.content.media.Picture;

/** One step of an import, each call a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImportStep {

    @Inject
    Origins origins;

    @Inject
    ImportSources sources;

    @Inject
    ImportJobs jobs;

    @Inject
    Articles articles;

    @Inject
    ArticleStore store;

    @Inject
    MediaStore media;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    @Inject
    Clock clock;

    /** @throws Refusal {@code import.running} if a job of the same source has not ended */
    ImportJob begin(Actor actor, ImportPlan plan, int files) {
        jobs.running(plan.source()).stream().findFirst().ifPresent(other -> {
            throw new ImportRunning(other.id(), plan.source());
        });
        var source = sources.named(plan.source());
        if (source.isEmpty()) {
            sources.add(new ImportSource(plan.source(), plan.leftOut()));
        } else {
            source.get().leaveOut(plan.leftOut());
            sources.save(source.get());
        }
        return jobs.add(new ImportJob(plan.source(), actor.account(), files, clock.instant()));
    }

    void takePictures(String source, Map<String, Picture> pictures) {
        pictures.forEach((path, picture) -> media.take(source, path, picture));
    }

    /** Writes some files of a plan, and marks how far the job has come. */
    void write(Actor actor, ImportPlan plan, List<PlannedArticle> files, Long job, int doneThen) {
        var changes = new ArrayList<Change>();
        var arrived = new HashSet<Slug>();
        for (var file : files) {
            var article = file.known().isPresent() ? articles.find(file.known().get()).orElseThrow(() -> new Refusal("article.gone")) : new Article(file.slug(), actor.account());
            var moves = !article.slug().equals(file.slug());
            if (moves) {
                store.move(article, file.slug());
            }
            if (moves || file.known().isEmpty()) {
                arrived.add(file.slug());
            }
            article.dateAs(file.draft(), file.published().orElse(null), file.updated().orElse(null), clock.instant());
            article.remember(file.frontMatter(), null);
            article = store.write(actor, article, file.content(), "import", changes);
            for (var alias : file.aliases()) {
                store.lead(alias, article);
            }
            var origin = origins.find(plan.source(), file.path()).orElseGet(() -> new Origin(plan.source(), file.path()));
            origin.left(article, file.sha256());
            if (file.known().isPresent()) {
                origins.save(origin);
            } else {
                origins.add(origin);
            }
        }
        store.arrived(arrived, changes);
        mark(job, doneThen);
        edition.advance(changes);
    }

    void mark(Long id, int done) {
        var job = jobs.find(id).orElseThrow();
        job.advanceTo(done);
        jobs.save(job);
    }

    void end(Actor actor, Long id, ImportJob.State state, String report) {
        var job = jobs.find(id).orElseThrow();
        job.end(state, report, clock.instant());
        jobs.save(job);
        audit.write(actor, Action.IMPORT_APPLIED, "import", id, job.source());
    }

    /** At the start of the application nothing can be running. */
    void interruptAll() {
        for (var job : jobs.running()) {
            job.end(ImportJob.State.INTERRUPTED, null, clock.instant());
            jobs.save(job);
        }
    }
}
