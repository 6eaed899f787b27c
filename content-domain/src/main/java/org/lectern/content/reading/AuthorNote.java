package org.lectern.content.reading;

import java.util.Optional;

import org.lectern.content.Slug;

/** What stands above the list of an author's articles. @param about plain text; @param portrait address of a picture; empty if there is none */
public record AuthorNote(Long id, Slug slug, String name, Optional<String> about, String portrait) {
}
