package org.lectern.content.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Rendered;
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

    /** How long a node may be silent before others give its jobs up: well beyond a pause of its process or of the database. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    @Inject
    Origins origins;

    @Inject
    ImportSources sources;

    @Inject
    ImportJobs jobs;

    @Inject
    ImportNodes nodes;

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

    /**
     * Opens a job.
     *
     * @param seen the source as it was when no job of it ran; empty if it was not known
     * @throws jakarta.data.exceptions.DataException if an import of this source has begun since then
     */
    ImportJob begin(Actor actor, Optional<ImportSource> seen, String name, String node) {
        var source = seen.orElseGet(() -> new ImportSource(name));
        source.begin();
        if (seen.isPresent()) {
            sources.save(source);
        } else {
            sources.add(source);
        }
        return jobs.add(new ImportJob(name, actor.account(), node, clock.instant()));
    }

    /** Notes what the job is about to do. @param files how many it will write */
    void plan(Long id, ImportPlan plan, int files) {
        var source = sources.named(plan.source()).orElseThrow();
        source.leaveOut(plan.leftOut());
        sources.save(source);
        var job = jobs.find(id).orElseThrow();
        job.plan(files);
        jobs.save(job);
    }

    void takePictures(Actor actor, String source, Map<String, Picture> pictures, Long job, int doneThen) {
        var changes = new ArrayList<Change>();
        pictures.forEach((path, picture) -> media.take(source, path, picture, actor.account()).ifPresent(replaced -> changes.add(new Change(Change.Kind.MEDIA, replaced))));
        mark(job, doneThen);
        edition.advance(changes);
    }

    /** Makes the HTML of some files before they are written. Those that cannot be made are left out: writing them tells why. @return by path */
    Map<String, Rendered> render(List<PlannedArticle> files) {
        var rendered = new HashMap<String, Rendered>();
        for (var file : files) {
            try {
                rendered.put(file.path(), store.render(file.content()));
            } catch (Refusal refused) {
                rendered.remove(file.path());
            }
        }
        return rendered;
    }

    /** Writes some files of a plan, and marks how far the job has come. @param rendered their HTML, of some or all of them; @return what the plan could not foresee: aliases that lead elsewhere by now */
    List<Remark> write(Actor actor, ImportPlan plan, List<PlannedArticle> files, Map<String, Rendered> rendered, Long job, int doneThen) {
        var changes = new ArrayList<Change>();
        var remarks = new ArrayList<Remark>();
        for (var file : files) {
            var article = file.known().isPresent() ? articles.find(file.known().get()).orElseThrow(() -> new Refusal("article.gone")) : new Article(file.slug(), actor.account());
            if (!article.slug().equals(file.slug())) {
                store.move(article, file.slug(), changes);
            }
            article.dateAs(file.draft(), file.published().orElse(null), file.updated().orElse(null), clock.instant());
            article.remember(file.frontMatter(), feedId(file, article));
            var content = file.content();
            article = store.write(actor, article, content, rendered.containsKey(file.path()) ? rendered.get(file.path()) : store.render(content), "import", changes);
            for (var alias : file.aliases()) {
                store.lead(alias.address(), article).ifPresent(obstacle -> remarks.add(Remark.leftOut(file.path(), alias, obstacle.key())));
            }
            var origin = origins.find(plan.source(), file.path()).orElseGet(() -> new Origin(plan.source(), file.path()));
            origin.left(article, file.sha256());
            if (file.known().isPresent()) {
                origins.save(origin);
            } else {
                origins.add(origin);
            }
        }
        mark(job, doneThen);
        edition.advance(changes);
        return remarks;
    }

    /** Feed readers would show one of two articles with one id alone: the first keeps it. */
    private String feedId(PlannedArticle file, Article article) {
        return FeedId.of(file.frontMatter()).filter(id -> articles.othersFedAs(id, article.id() == null ? -1L : article.id()) == 0).orElse(null);
    }

    void mark(Long id, int done) {
        var job = jobs.find(id).orElseThrow();
        job.advanceTo(done);
        jobs.save(job);
    }

    void end(Actor actor, Long id, ImportJob.State state, String report) {
        end(actor, jobs.find(id).orElseThrow(), state, report);
    }

    /** Ends a job that has written nothing, with the reason. */
    void decline(Actor actor, Long id, String reason) {
        var job = jobs.find(id).orElseThrow();
        job.decline(reason, clock.instant());
        keep(actor, job);
    }

    /** A sign of life, and the end of jobs that nobody works at. @param isAtWork whether this node imports from a source; asked when its jobs are found, so that one just opened counts */
    void beat(String node, Predicate<String> isAtWork) {
        var now = clock.instant();
        nodes.save(new ImportNode(node, now));
        nodes.forget(now.minus(FORGOTTEN));
        jobs.runningHere(node).stream().filter(job -> !isAtWork.test(job.source())).forEach(this::interrupt);
        jobs.orphaned(node, now.minus(SILENCE)).forEach(this::interrupt);
    }

    private void interrupt(ImportJob job) {
        end(Actor.SYSTEM, job, ImportJob.State.INTERRUPTED, null);
    }

    private void end(Actor actor, ImportJob job, ImportJob.State state, String report) {
        job.end(state, report, clock.instant());
        keep(actor, job);
    }

    private void keep(Actor actor, ImportJob ended) {
        jobs.save(ended);
        audit.write(actor, action(ended.state()), "import", ended.id(), ended.source());
    }

    private static Action action(ImportJob.State state) {
        return switch (state) {
            case DONE -> Action.IMPORT_APPLIED;
            case FAILED -> Action.IMPORT_FAILED;
            case INTERRUPTED -> Action.IMPORT_INTERRUPTED;
            case RUNNING -> throw new IllegalArgumentException("A running job has not ended");
        };
    }
}
