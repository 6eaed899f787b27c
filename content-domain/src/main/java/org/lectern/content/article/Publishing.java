package org.lectern.content.article;

import java.util.ArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.time.Clock;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;

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

    /** @throws Refusal if the article is gone or was changed since it was seen */
    public void publish(Actor actor, Long id, int seenVersion) {
        change(actor, id, seenVersion, Action.ARTICLE_PUBLISHED);
    }

    /** @throws Refusal if the article is gone, was changed since it was seen, or is not published */
    public void withdraw(Actor actor, Long id, int seenVersion) {
        change(actor, id, seenVersion, Action.ARTICLE_WITHDRAWN);
    }

    private void change(Actor actor, Long id, int seenVersion, Action action) {
        actor.mustBe(Role.EDITOR);
        var article = articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
        article.mustBeAt(seenVersion);
        if (action == Action.ARTICLE_PUBLISHED) {
            article.publish(clock.instant());
        } else {
            article.withdraw();
        }
        var changes = new ArrayList<Change>();
        article = store.keep(actor, article, action == Action.ARTICLE_PUBLISHED ? "publish" : "withdraw", changes);
        audit.write(actor, action, "article", article.id(), article.title());
        edition.advance(changes);
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
