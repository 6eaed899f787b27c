package org.lectern.content.author;

import org.lectern.content.Slug;

/** An author as an index of them shows one. @param portrait key of the picture that shows the author, or null */
public record AuthorName(Long id, Slug slug, String name, String portrait) {
}
