package org.lectern.content.article;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.settings.Settings;

/** Lets readers see an article, or not any more. */
@ApplicationScoped
@Transactional
public class Publishing {

    @Inject
    Articles articles;

    @Inject
    ArticleStore store;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    /**
     * Lets readers see an article as it was saved last, edits that waited included: at once, or from its date on if that lies in the future. It gets the date of now
     * only if it has none; whatever readers saw before counts as updated.
     *
     * @param date for readers, where the editor chooses one
     * @throws Refusal if the article is gone, lies in the bin, was changed since it was seen, or, where the setting asks for four eyes, if the actor wrote it last
     */
    public void publish(Actor actor, Long id, Optional<Instant> date, int seenVersion) {
        var article = found(actor, id, seenVersion);
        if (article.status() == Status.BINNED) {
            throw new Refusal("article.binned", article.title());
        }
        var changes = new ArrayList<Change>();
        var now = clock.instant();
        var seen = article.publishedAt().filter(instant -> !instant.isAfter(now)).isPresent();
        fourEyes(actor, article);
        date.ifPresent(article::dateAt);
        article.publish(now);
        if (seen && date.isEmpty()) {
            article.updatedNow(now);
        }
        var staged = article.isStaged();
        article = staged ? store.release(actor, article, "release", changes) : store.keep(actor, article, "publish", changes);
        audit.write(actor, staged ? Action.ARTICLE_RELEASED : Action.ARTICLE_PUBLISHED, "article", article.id(), article.title());
        edition.advance(changes);
    }

    /** Lets readers see an article as it was saved last, under the date that it has. @throws Refusal as the other */
    public void publish(Actor actor, Long id, int seenVersion) {
        publish(actor, id, Optional.empty(), seenVersion);
    }

    /** @throws Refusal if the article is gone, was changed since it was seen, or is not published */
    public void withdraw(Actor actor, Long id, int seenVersion) {
        hide(actor, id, seenVersion, Article::withdraw, "withdraw", Action.ARTICLE_WITHDRAWN);
    }

    /** Puts an article into the bin, from where it can be taken out again. @throws Refusal if it is gone, was changed since it was seen, or lies there already */
    public void bin(Actor actor, Long id, int seenVersion) {
        hide(actor, id, seenVersion, Article::bin, "bin", Action.ARTICLE_BINNED);
    }

    /** Takes an article out of the bin; readers do not see it until it is published again. @throws Refusal if it is gone, was changed since it was seen, or is not in the bin */
    public void takeOut(Actor actor, Long id, int seenVersion) {
        hide(actor, id, seenVersion, Article::takeOut, "take-out", Action.ARTICLE_TAKEN_OUT);
    }

    private void hide(Actor actor, Long id, int seenVersion, Consumer<Article> verb, String reason, Action action) {
        var article = found(actor, id, seenVersion);
        verb.accept(article);
        var changes = new ArrayList<Change>();
        article = store.keep(actor, article, reason, changes);
        audit.write(actor, action, "article", article.id(), article.title());
        edition.advance(changes);
    }

    private Article found(Actor actor, Long id, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        var article = articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
        article.mustBeAt(seenVersion);
        return article;
    }

    private void fourEyes(Actor actor, Article article) {
        if (settings.fourEyes() && store.lastWriter(article).equals(actor.account())) {
            throw new Refusal("article.four.eyes", article.title());
        }
    }

    /** Writes what the clock has decided: scheduled articles whose time has come, published ones whose time is over. At most {@code most} of each. @return how many changed */
    public int tide(int most) {
        var now = clock.instant();
        var changes = new ArrayList<Change>();
        for (var id : articles.due(now, jakarta.data.Limit.of(most))) {
            var article = articles.find(id).orElseThrow();
            if (article.goLive(now)) {
                articles.save(article);
                audit.write(Actor.SYSTEM, Action.ARTICLE_WENT_LIVE, "article", id, article.title());
                changes.add(new Change(Change.Kind.ARTICLE, id));
            }
        }
        for (var id : articles.over(now, jakarta.data.Limit.of(most))) {
            var article = articles.find(id).orElseThrow();
            if (article.lapse(now)) {
                articles.save(article);
                audit.write(Actor.SYSTEM, Action.ARTICLE_EXPIRED, "article", id, article.title());
                changes.add(new Change(Change.Kind.ARTICLE, id));
            }
        }
        if (!changes.isEmpty()) {
            edition.advance(changes);
        }
        return changes.size();
    }
}
