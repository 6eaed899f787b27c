package org.lectern.content.article;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

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
     * @return the edition from which on readers see it so
     * @throws Refusal if the article is gone, lies in the bin, was changed since it was seen, holds nothing new, is over before readers see it, would be hidden by
     *                 the date, or, where the setting asks for four eyes, if the actor wrote part of what is new and nobody else handed it in
     */
    public long publish(Actor actor, Long id, Optional<Instant> date, int seenVersion) {
        return publish(actor, id, date, seenVersion, Optional.empty());
    }

    /**
     * As {@link #publish(Actor, Long, Optional, int)}, where somebody has handed the article in as it stands: then two people agree to it, even if the one who publishes
     * wrote part of it, unless that is the same person.
     *
     * @param handedInBy the account
     */
    public long publish(Actor actor, Long id, Optional<Instant> date, int seenVersion, Optional<String> handedInBy) {
        actor.mustBe(Role.EDITOR);
        var article = found(id, seenVersion);
        if (isOwnText(actor, article) && !isOther(actor, handedInBy)) {
            throw new Refusal("article.four.eyes", article.title());
        }
        var now = clock.instant();
        var released = article.status();
        article.publish(date, now);
        mustLast(article, now);
        store.mustHaveText(article);
        var changes = new ArrayList<Change>();
        var staged = article.isStaged();
        var action = article.status() == Status.SCHEDULED ? Action.ARTICLE_SCHEDULED : released == Status.PUBLISHED && staged ? Action.ARTICLE_RELEASED : Action.ARTICLE_PUBLISHED;
        article = staged ? store.release(actor, article, reason(action), changes) : store.keep(actor, article, reason(action), changes);
        audit.write(actor, action, "article", article.id(), article.title());
        if (article.status() == Status.SCHEDULED) {
            changes.remove(new Change(Change.Kind.ARTICLE, id));        // readers see nothing of it yet; what its arrival changed elsewhere they do
        }
        return edition.advance(changes);
    }

    /** Lets readers see an article as it was saved last, under the date that it has. @throws Refusal as the other */
    public long publish(Actor actor, Long id, int seenVersion) {
        return publish(actor, id, Optional.empty(), seenVersion);
    }

    /** Whether the setting asks for other eyes: the actor wrote part of what readers would see anew, and nobody else has handed it in as it stands. */
    public boolean needsOtherEyes(Actor actor, Long id, Optional<String> handedInBy) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return !isOther(actor, handedInBy) && articles.find(id).filter(article -> isOwnText(actor, article)).isPresent();
    }

    /** @return as {@link #publish} @throws Refusal if the article is gone, was changed since it was seen, or is not published */
    public long withdraw(Actor actor, Long id, int seenVersion) {
        actor.mustBe(Role.EDITOR);
        return hide(actor, found(id, seenVersion), Article::withdraw, "withdraw", Action.ARTICLE_WITHDRAWN);
    }

    /**
     * Puts an article into the bin, from where it can be taken out again. Authors may do so with own articles that never had a date.
     *
     * @return as {@link #publish} @throws Refusal if it is gone, was changed since it was seen, or lies there already
     */
    public long bin(Actor actor, Long id, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return hide(actor, foundDraft(actor, id, seenVersion), Article::bin, "bin", Action.ARTICLE_BINNED);
    }

    /**
     * Takes an article out of the bin; readers do not see it until it is published again. Authors may do so with what they may bin.
     *
     * @throws Refusal if it is gone, was changed since it was seen, or is not in the bin
     */
    public void takeOut(Actor actor, Long id, int seenVersion) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        hide(actor, foundDraft(actor, id, seenVersion), Article::takeOut, "take-out", Action.ARTICLE_TAKEN_OUT);
    }

    private long hide(Actor actor, Article found, Consumer<Article> verb, String reason, Action action) {
        var shown = found.status() == Status.PUBLISHED;
        verb.accept(found);
        var changes = new ArrayList<Change>();
        var article = store.keep(actor, found, reason, changes);
        audit.write(actor, action, "article", article.id(), article.title());
        return edition.advance(shown ? changes : List.of());
    }

    private Article found(Long id, int seenVersion) {
        var article = articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
        article.mustBeAt(seenVersion);
        return article;
    }

    private Article foundDraft(Actor actor, Long id, int seenVersion) {
        var article = articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
        if (!article.owner().equals(actor.account()) || article.publishedAt().isPresent()) {
            actor.mustBe(Role.EDITOR);
        }
        article.mustBeAt(seenVersion);
        return article;
    }

    /** Whatever is over before readers see it would be published into nothing. */
    private void mustLast(Article article, Instant now) {
        var begin = article.publishedAt().filter(now::isBefore).orElse(now);
        if (store.newest(article).content().expiresAt().filter(end -> !end.isAfter(begin)).isPresent()) {
            throw new Refusal("article.over", article.title());
        }
    }

    private static String reason(Action action) {
        return switch (action) {
            case ARTICLE_SCHEDULED -> "schedule";
            case ARTICLE_RELEASED -> "release";
            default -> "publish";
        };
    }

    private static boolean isOther(Actor actor, Optional<String> account) {
        return account.filter(name -> !name.equals(actor.account())).isPresent();
    }

    private boolean isOwnText(Actor actor, Article article) {
        return settings.fourEyes() && store.unreleasedWriters(article).contains(actor.account());
    }

    /** Writes what the clock has decided: scheduled articles whose time has come, published ones whose time is over. At most {@code most} of each. @return how many changed */
    public int tide(int most) {
        var now = clock.instant();
        var changes = new ArrayList<Change>();
        for (var id : articles.due(now, Limit.of(most))) {
            var article = articles.find(id).orElseThrow();
            if (article.goLive(now)) {
                articles.save(article);
                audit.write(Actor.SYSTEM, Action.ARTICLE_WENT_LIVE, "article", id, article.title());
                changes.add(new Change(Change.Kind.ARTICLE, id));
                store.spell(article, changes);
            }
        }
        for (var id : articles.over(Articles.EVER, now, Limit.of(most))) {
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
