package org.lectern.content.article;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** That an article's text leads to another article: the slug as written, and the article that it meant, if there was one. */
@Embeddable
public class ArticleLink {

    private String target;

    @Column(name = "target_id")
    private Long targetId;

    protected ArticleLink() {
    }

    ArticleLink(String target, Long targetId) {
        this.target = Objects.requireNonNull(target);
        this.targetId = targetId;
    }

    public String target() {
        return target;
    }

    public Optional<Long> targetId() {
        return Optional.ofNullable(targetId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArticleLink that && target.equals(that.target) && Objects.equals(targetId, that.targetId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, targetId);
    }
}
