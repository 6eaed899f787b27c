package org.lectern.content.tag;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.lectern.content.Slug;

/** A slug under which a tag is found besides its own: one that it had before, or another word for it. */
@Entity
@Table(name = "tag_alias")
public class TagAlias {

    @Id
    @Column(name = "slug")
    private String alias;

    @Column(name = "tag_id")
    private Long tagId;

    protected TagAlias() {
    }

    public TagAlias(Slug alias, Long tagId) {
        this.alias = alias.value();
        this.tagId = tagId;
    }

    public Slug alias() {
        return new Slug(alias);
    }

    public Long tagId() {
        return tagId;
    }
}
