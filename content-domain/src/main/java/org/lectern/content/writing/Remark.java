package org.lectern.content.writing;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** What somebody says in a review. It stays as it was said. */
@Entity
public class Remark {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "remark_ids")
    @SequenceGenerator(name = "remark_ids", sequenceName = "remark_ids", allocationSize = 50)
    private Long id;

    @Column(name = "review_id")
    private Long reviewId;

    private String account;

    private String text;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Remark() {
    }

    Remark(Long reviewId, String account, String text, Instant madeAt) {
        this.reviewId = reviewId;
        this.account = account;
        this.text = text;
        this.madeAt = madeAt;
    }

    public String account() {
        return account;
    }

    public String text() {
        return text;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
