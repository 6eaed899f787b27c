package org.lectern.content.writing;

import java.util.List;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Revision;
import org.lectern.content.article.RevisionLine;
import org.lectern.content.article.Revisions;

/** The revisions of an article, for those who may write it. */
@ApplicationScoped
@Transactional
public class History {

    @Inject
    Articles articles;

    @Inject
    Revisions revisions;

    /** The newest first, without their texts. @param before only those with a smaller number @throws Refusal if there is no such article, or the actor may not */
    public List<RevisionLine> of(Actor actor, Long articleId, int before, int most) {
        mustAllow(actor, articleId);
        return revisions.lines(articleId, before, Limit.of(most));
    }

    /** @throws Refusal if there is no such revision, or the actor may not */
    public Revision revision(Actor actor, Long articleId, int number) {
        mustAllow(actor, articleId);
        return revisions.numbered(articleId, number).orElseThrow(() -> new Refusal("revision.gone", number));
    }

    private void mustAllow(Actor actor, Long articleId) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        Ownership.mustAllow(actor, articles.find(articleId).orElseThrow(() -> new Refusal("article.gone")));
    }
}
