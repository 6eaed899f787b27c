package org.lectern.content.author;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.lectern.content.Slug;

/** Another name by which an author is found: one that the person has, or once had, beside the slug. */
@Entity
@Table(name = "author_alias")
public class AuthorAlias {

    @Id
    private String slug;

    @Column(name = "author_id")
    private Long authorId;

    protected AuthorAlias() {
    }

    public AuthorAlias(Slug slug, Long authorId) {
        this.slug = slug.value();
        this.authorId = authorId;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public Long authorId() {
        return authorId;
    }
}
