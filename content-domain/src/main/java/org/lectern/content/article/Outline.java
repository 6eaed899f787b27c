package org.lectern.content.article;

import java.util.List;

import org.lectern.content.markdown.Heading;

/** The headings of an article's text, for its table of contents. */
public record Outline(List<Heading> headings) {

    public Outline {
        headings = List.copyOf(headings);
    }
}
