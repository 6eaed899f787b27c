package org.lectern.content.redirect;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** An address that a thing had, here or elsewhere, and where it leads now. */
@Entity
public class Redirect {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "redirect_ids")
    @SequenceGenerator(name = "redirect_ids", sequenceName = "redirect_ids", allocationSize = 50)
    private Long id;

    private String path;

    @Column(name = "article_id")
    private Long articleId;

    @Column(name = "tag_id")
    private Long tagId;

    protected Redirect() {
    }

    private Redirect(OldAddress from, Long articleId, Long tagId) {
        this.path = from.path();
        this.articleId = articleId;
        this.tagId = tagId;
    }

    public static Redirect toArticle(OldAddress from, Long articleId) {
        return new Redirect(from, articleId, null);
    }

    public void leadToArticle(Long id) {
        articleId = id;
        tagId = null;
    }

    public Long id() {
        return id;
    }

    public String path() {
        return path;
    }

    public Optional<Long> articleId() {
        return Optional.ofNullable(articleId);
    }

    public Optional<Long> tagId() {
        return Optional.ofNullable(tagId);
    }
}
