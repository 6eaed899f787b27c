package org.lectern.content.reading;

import org.lectern.content.Slug;

/** An author, and how many visible articles are under the name. @param portrait address of a picture; empty if there is none */
public record AuthorCount(Slug slug, String name, String portrait, int count) {
}
