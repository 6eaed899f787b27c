package org.lectern.content.archive;

import org.lectern.content.Slug;

/** What it takes to link to a tag. */
public record TagRef(long id, Slug slug, String name) {
}
