package org.lectern.content.importing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param seen the source as it was before the plan was made; empty if it was not known
     * @throws jakarta.data.exceptions.DataException if an import of this source has begun since then: the plan may be wrong by now
     */
    ImportJob begin(Actor actor, Optional<ImportSource> seen, ImportPlan plan, String node, int files) {
        var source = seen.orElseGet(() -> new ImportSource(plan.source()));
        source.begin(plan.leftOut());
        if (seen.isPresent()) {
            sources.save(source);
        } else {
            sources.add(source);
        }
        return jobs.add(new ImportJob(plan.source(), actor.account(), node, files, clock.instant()));
    }

    void takePictures(Actor actor, String source, Map<String, Picture> pictures, Long job, int doneThen) {
        var changes = new ArrayList<Change>();
        pictures.forEach((path, picture) -> media.take(source, path, picture, actor.account()).ifPresent(replaced -> changes.add(new Change(Change.Kind.MEDIA, replaced))));
        mark(job, doneThen);
        edition.advance(changes);
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
            article.remember(file.frontMatter(), feedId(file, article));
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

    /** The number of an edition that shows all that was written so far. */
    long edition() {
        return edition.advance(List.of());
    }

    /** A sign of life, and the end of jobs that nobody works at. @param atWork the sources that this node imports from just now */
    void beat(String node, Set<String> atWork) {
        var now = clock.instant();
        nodes.save(new ImportNode(node, now));
        nodes.forget(now.minus(FORGOTTEN));
        jobs.runningHere(node).stream().filter(job -> !atWork.contains(job.source())).forEach(this::interrupt);
        jobs.orphaned(node, now.minus(SILENCE)).forEach(this::interrupt);
    }

    private void interrupt(ImportJob job) {
        end(Actor.SYSTEM, job, ImportJob.State.INTERRUPTED, null);
    }

    private void end(Actor actor, ImportJob job, ImportJob.State state, String report) {
        job.end(state, report, clock.instant());
        jobs.save(job);
        audit.write(actor, action(state), "import", job.id(), job.source());
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
