package org.lectern.content.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Publishing;
import org.lectern.content.article.Status;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;

/** From the author who hands in to the editor who accepts, which publishes, or gives back. */
@ApplicationScoped
@Transactional
public class Reviewing {

    /** The longest note or remark, in characters. */
    public static final int LONGEST_TEXT = 4000;

    @Inject
    Articles articles;

    @Inject
    Reviews reviews;

    @Inject
    Remarks remarks;

    @Inject
    ArticleStore store;

    @Inject
    Publishing publishing;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Asks editors to let readers see the newest revision. @param note to them, may be empty @throws Refusal if it was changed since it was seen, is handed in already, or has nothing new */
    public Long handIn(Actor actor, Long articleId, String note, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var article = found(articleId);
        Ownership.mustAllow(actor, article);
        article.mustBeAt(seenVersion);
        if (article.status() == Status.BINNED) {
            throw new Refusal("article.binned", article.title());
        }
        if (article.isReleased() && !article.isStaged()) {
            throw new Refusal("review.nothing.new", article.title());
        }
        store.mustHaveText(article);
        if (open(articleId).isPresent()) {
            throw new Refusal("review.open", article.title());
        }
        var review = reviews.add(new Review(article, actor.account(), fitting(note), clock.instant()));
        audit.write(actor, Action.ARTICLE_HANDED_IN, "article", article.id(), article.title());
        return review.id();
    }

    /** The author thinks again. @throws Refusal if it was decided meanwhile */
    public void takeBack(Actor actor, Long reviewId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var review = review(reviewId);
        var article = found(review.articleId());
        Ownership.mustAllow(actor, article);
        decide(actor, review, article, Review.State.TAKEN_BACK);
        audit.write(actor, Action.ARTICLE_TAKEN_BACK, "article", article.id(), article.title());
    }

    /**
     * Accepts, and publishes or releases the newest revision.
     *
     * @param seenVersion of the article as the editor read it
     * @return as {@link Publishing#publish} @throws Refusal as there, or if it was decided meanwhile
     */
    public long accept(Actor actor, Long reviewId, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        return accept(actor, review(reviewId), Optional.empty(), seenVersion);
    }

    /** Publishes as {@link Publishing#publish}; a review that waits for it is accepted by that. */
    public long publish(Actor actor, Long articleId, Optional<Instant> date, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var waiting = open(articleId);
        return waiting.isPresent() ? accept(actor, waiting.get(), date, seenVersion) : publishing.publish(actor, articleId, date, seenVersion);
    }

    private long accept(Actor actor, Review review, Optional<Instant> date, int seenVersion) {
        var article = found(review.articleId());
        article.mustBeAt(seenVersion);
        var handedInBy = review.vouching(article);
        decide(actor, review, article, Review.State.ACCEPTED);
        audit.write(actor, Action.ARTICLE_ACCEPTED, "article", article.id(), article.title());
        return publishing.publish(actor, article.id(), date, seenVersion, handedInBy);
    }

    /**
     * Whether somebody else has to let readers see the article: the setting asks for four eyes, the actor wrote part of what is new, and nobody else has handed it in
     * as it stands. So two who both wrote on it agree when one hands in and the other accepts.
     */
    public boolean needsOtherEyes(Actor actor, Long articleId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var article = found(articleId);
        Ownership.mustAllow(actor, article);
        return publishing.needsOtherEyes(actor, articleId, open(articleId).flatMap(review -> review.vouching(article)));
    }

    /** Gives back with a remark that says why. @throws Refusal if the remark is missing, or it was decided meanwhile */
    public void giveBack(Actor actor, Long reviewId, String why) {
        actor.mustBe(Role.EDITOR);
        var review = review(reviewId);
        var article = found(review.articleId());
        say(actor, review, why);
        decide(actor, review, article, Review.State.GIVEN_BACK);
        audit.write(actor, Action.ARTICLE_GIVEN_BACK, "article", article.id(), article.title());
    }

    /** @throws Refusal if the remark is empty or too long */
    public void remark(Actor actor, Long reviewId, String text) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var review = review(reviewId);
        var article = found(review.articleId());
        Ownership.mustAllow(actor, article);
        say(actor, review, text);
        audit.write(actor, Action.REVIEW_REMARKED, "article", article.id(), article.title());
    }

    /** @throws Refusal if there is no such review, or the actor may not write its article */
    public Review review(Actor actor, Long reviewId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var review = review(reviewId);
        Ownership.mustAllow(actor, found(review.articleId()));
        return review;
    }

    /** The reviews of an article, the newest first. */
    public List<Review> of(Actor actor, Long articleId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        Ownership.mustAllow(actor, found(articleId));
        return reviews.of(articleId);
    }

    /** What has been said, the oldest first. */
    public List<Remark> remarks(Actor actor, Long reviewId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        Ownership.mustAllow(actor, found(review(reviewId).articleId()));
        return remarks.of(reviewId);
    }

    /** What waits for an editor; who waits longest comes first. */
    public List<ReviewLine> queue(Actor actor, int most) {
        actor.mustBe(Role.EDITOR);
        return reviews.queue(Limit.of(most));
    }

    public long countWaiting(Actor actor) {
        actor.mustBe(Role.EDITOR);
        return reviews.countOpen();
    }

    /** The review of an article that waits for an editor. */
    public Optional<Review> open(Actor actor, Long articleId) {
        return of(actor, articleId).stream().filter(Review::isOpen).findFirst();
    }

    private Optional<Review> open(Long articleId) {
        return reviews.of(articleId).stream().filter(Review::isOpen).findFirst();
    }

    private void decide(Actor actor, Review review, Article article, Review.State decision) {
        review.decide(decision, article.revision(), actor.account(), clock.instant());
        reviews.save(review);
    }

    private void say(Actor actor, Review review, String text) {
        if (text.isBlank()) {
            throw new Refusal("review.remark.missing");
        }
        remarks.add(new Remark(review.id(), actor.account(), fitting(text), clock.instant()));
    }

    private static String fitting(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("review.text.long", LONGEST_TEXT);
        }
        return text.strip();
    }

    private Review review(Long id) {
        return reviews.find(id).orElseThrow(() -> new Refusal("review.gone"));
    }

    private Article found(Long id) {
        return articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
    }
}
