package org.lectern.content.writing;

import org.lectern.content.Slug;

/** A tag as the list of staff shows it. @param articles that carry it, outside the bin */
public record TagLine(Long id, Slug slug, String name, long articles) {
}
