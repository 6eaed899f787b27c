package org.lectern.content.article;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

import org.lectern.content.Slug;

/** An article as it was saved once: text, facts, who, when and why. It never changes. */
@Entity
public class Revision {

    /** The reasons of revisions that somebody has written; the others are changes of state. */
    static final Set<String> TEXT = Set.of("begin", "edit", "restore", "import");

    /** The reasons of revisions by which an editor let readers see an article. */
    static final Set<String> RELEASE = Set.of("publish", "schedule", "release");

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

    /** The newest revision of a saved article. @param slug that it has, or shall have; @param reason a word from a fixed list: {@code import}, {@code withdraw}, {@code edit} */
    Revision(Article article, Slug slug, ArticleContent content, String account, String reason) {
        this.articleId = article.id();
        this.number = article.revision();
        this.title = content.title();
        this.source = content.source();
        this.facts = Facts.of(slug, content);
        this.account = account;
        this.reason = reason;
        this.madeAt = article.revisedAt();
    }

    /** All that was saved. */
    public ArticleContent content() {
        return Facts.content(title, source, facts);
    }

    /** The slug that the article had then, or was to have. */
    public Slug slug() {
        return Facts.slug(facts).orElseThrow();
    }

    public Instant madeAt() {
        return madeAt;
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
