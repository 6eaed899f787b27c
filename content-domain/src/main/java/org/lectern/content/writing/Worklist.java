package org.lectern.content.writing;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Role;

/** What waits for somebody to do something: for editors what was handed in, for writers what was given back to them. */
@ApplicationScoped
@Transactional
public class Worklist {

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    /** A review that somebody has to do something about. @param account of whoever handed it in, or gave it back, at {@code since} */
    public record Waiting(Long reviewId, Long articleId, String title, String account, Instant since) {
    }

    /** What waits for an editor; who waits longest comes first. */
    public List<Waiting> handedIn(Actor actor, int most) {
        actor.mustBe(Role.EDITOR);
        return entities.createQuery("""
                select new org.lectern.content.writing.Worklist.Waiting(r.id, a.id, n.title, r.account, r.handedInAt)
                from Review r join Article a on a.id = r.articleId join Revision n on n.articleId = a.id and n.number = a.revision
                where r.state = :open
                order by r.handedInAt, r.id""", Waiting.class).setParameter("open", Review.State.OPEN).setMaxResults(most).getResultList();
    }

    /** What the actor handed in and was given back, the newest first, until it is handed in again. */
    public List<Waiting> givenBack(Actor actor, int most) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return entities.createQuery("""
                select new org.lectern.content.writing.Worklist.Waiting(r.id, a.id, n.title, r.decidedBy, r.decidedAt)
                from Review r join Article a on a.id = r.articleId join Revision n on n.articleId = a.id and n.number = a.revision
                where r.state = :back and r.account = :account and a.status <> org.lectern.content.article.Status.BINNED
                and not exists (select later.id from Review later where later.articleId = r.articleId and later.id > r.id)
                order by r.decidedAt desc, r.id desc""", Waiting.class).setParameter("back", Review.State.GIVEN_BACK).setParameter("account", actor.account()).setMaxResults(most).getResultList();
    }
}
