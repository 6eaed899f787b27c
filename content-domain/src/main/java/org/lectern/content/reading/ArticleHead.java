package org.lectern.content.reading;

import java.util.List;
import java.util.Optional;

import org.lectern.content.archive.ArticleRef;

/** What an article's page tells besides the article. @param image address of the picture that stands for it; @param translations itself among them, one for each language; empty if there is none in another; @param series of which it is a part; @param alone whether it names nothing of this, so that no other article can add to it */
public record ArticleHead(Optional<String> image, List<ArticleRef> translations, Optional<Series> series, boolean alone) {

    /** Nothing is told. */
    public static final ArticleHead NONE = new ArticleHead(Optional.empty(), List.of(), Optional.empty(), true);
}
