package org.lectern.content.archive;

import org.lectern.content.Slug;

/** A tag, and how many visible articles it has (or would leave, where a list is narrowed by it). */
public record TagCount(Slug slug, String name, long id, int count) {

    public TagRef ref() {
        return new TagRef(id, slug, name);
    }
}
