package org.lectern.content.writing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Refusal;
import org.lectern.content.article.Article;

/** An author's wish that readers may see an article. It is open until an editor accepts it or gives it back, or the author takes it back. */
@Entity
public class Review {

    /** Where a review stands. */
    public enum State {
        OPEN, ACCEPTED, GIVEN_BACK, TAKEN_BACK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "review_ids")
    @SequenceGenerator(name = "review_ids", sequenceName = "review_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "article_id")
    private Long articleId;

    private int revision;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String account;

    private String note;

    @Column(name = "handed_in_at")
    private Instant handedInAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Review() {
    }

    Review(Article article, String account, String note, Instant now) {
        this.articleId = article.id();
        this.revision = article.revision();
        this.account = Objects.requireNonNull(account);
        this.note = Objects.requireNonNull(note);
        this.handedInAt = now;
    }

    /** Ends it. @throws Refusal {@code review.decided} if somebody was faster */
    void decide(State decision, int decidedRevision, String by, Instant now) {
        if (state != State.OPEN) {
            throw new Refusal("review.decided");
        }
        state = decision;
        revision = decidedRevision;
        decidedBy = by;
        decidedAt = now;
    }

    /** Who has handed the article in as it stands now; empty if it was decided, or changed since. */
    Optional<String> vouching(Article article) {
        return Optional.of(account).filter(by -> isOpen() && revision == article.revision());
    }

    public Long id() {
        return id;
    }

    public Long articleId() {
        return articleId;
    }

    /** The newest revision when it was handed in, or decided. */
    public int revision() {
        return revision;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Who handed it in. */
    public String account() {
        return account;
    }

    /** What the author says to the editors; may be empty. */
    public String note() {
        return note;
    }

    public Instant handedInAt() {
        return handedInAt;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
