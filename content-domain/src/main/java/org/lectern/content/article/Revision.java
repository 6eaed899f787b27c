package org.lectern.content.article;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** An article as it was saved once: text, facts, who, when and why. It never changes. */
@Entity
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_ids")
    @SequenceGenerator(name = "revision_ids", sequenceName = "revision_ids", allocationSize = 50)
    private Long id;

    @Column(name = "article_id")
    private Long articleId;

    private int number;

    private String title;

    private String source;

    private String facts;

    private String account;

    private String reason;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Revision() {
    }

    /** @param facts all that was saved besides title and text, as JSON; @param reason a word from a fixed list: {@code import}, {@code withdraw}, {@code move} */
    Revision(Article article, String facts, String account, String reason, Instant madeAt) {
        this.articleId = article.id();
        this.number = article.revision();
        this.title = article.title();
        this.source = article.source();
        this.facts = facts;
        this.account = account;
        this.reason = reason;
        this.madeAt = madeAt;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String source() {
        return source;
    }

    public String account() {
        return account;
    }

    public String reason() {
        return reason;
    }
}
