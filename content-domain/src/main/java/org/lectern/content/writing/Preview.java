package org.lectern.content.writing;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A secret address under which an article's newest revision can be read for a time. Of the secret only the hash is kept. */
@Entity
public class Preview {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "preview_ids")
    @SequenceGenerator(name = "preview_ids", sequenceName = "preview_ids", allocationSize = 50)
    private Long id;

    @Column(name = "article_id")
    private Long articleId;

    private String secret;

    private String account;

    @Column(name = "ends_at")
    private Instant endsAt;

    protected Preview() {
    }

    Preview(Long articleId, String secret, String account, Instant endsAt) {
        this.articleId = articleId;
        this.secret = secret;
        this.account = account;
        this.endsAt = endsAt;
    }

    public Long id() {
        return id;
    }

    public Long articleId() {
        return articleId;
    }

    public String account() {
        return account;
    }

    public Instant endsAt() {
        return endsAt;
    }
}
