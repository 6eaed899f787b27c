package org.lectern.content.article;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.lectern.content.tag.Tag;

/** That an article carries a tag, how it writes it, and where the article stands on that tag's own page. */
@Embeddable
public class Tagging {

    @Column(name = "tag_id")
    private Long tagId;

    private Integer weight;

    private String spelling;

    protected Tagging() {
    }

    /** @param weight negative stands before the unweighted, positive after them; null or 0 is none */
    public Tagging(Long tagId, String spelling, Integer weight) {
        this.tagId = Objects.requireNonNull(tagId);
        this.spelling = spelling.length() > Tag.LONGEST_NAME ? spelling.substring(0, Tag.LONGEST_NAME) : spelling;
        this.weight = weight == null || weight == 0 ? null : weight;
    }

    public Long tagId() {
        return tagId;
    }

    public String spelling() {
        return spelling;
    }

    public Optional<Integer> weight() {
        return Optional.ofNullable(weight);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tagging that && tagId.equals(that.tagId) && spelling.equals(that.spelling) && Objects.equals(weight, that.weight);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tagId, spelling, weight);
    }
}
