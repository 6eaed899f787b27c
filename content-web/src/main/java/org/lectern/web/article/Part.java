package org.lectern.web.article;

import java.util.List;

import org.lectern.content.Slug;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.reading.Series;

/** A part of a series, as the page of one of them lists it. @param current {@code page} if it is that one, as {@code aria-current} has it, else {@code false} */
public record Part(ArticleRef article, String current) {

    static List<Part> of(Series series, Slug shown) {
        return series.parts().stream().map(article -> new Part(article, article.slug().equals(shown) ? "page" : "false")).toList();
    }
}
