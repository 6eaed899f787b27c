package org.lectern.content.reading;

import java.util.List;
import java.util.Optional;

import org.lectern.content.archive.ArticleRef;

/** What readers find above the list of a tag's articles. @param description safe HTML, links resolved; @param start the articles to start with, in order, those that are visible and carry the tag; @param owner who keeps the tag; with an address if readers see an article of this author, and without a portrait */
public record TagNote(Optional<String> description, List<ArticleRef> start, Optional<ReadAuthor> owner) {

    /** Nothing stands there. */
    public static final TagNote NONE = new TagNote(Optional.empty(), List.of(), Optional.empty());
}
