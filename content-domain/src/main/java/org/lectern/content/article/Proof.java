package org.lectern.content.article;

import java.util.List;

/** What readers would see of a text that is not released. @param html safe, with tokens for links and pictures, like {@code excerpt}; @param tags names as written */
public record Proof(String title, String html, String excerpt, boolean more, Outline outline, int words, String language, List<String> tags, List<String> authors) {

    /** The same with other HTML, such as with its links resolved. */
    public Proof with(String otherHtml, String otherExcerpt) {
        return new Proof(title, otherHtml, otherExcerpt, more, outline, words, language, tags, authors);
    }
}
