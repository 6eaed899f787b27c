package org.lectern.web.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lectern.content.Slug;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.reading.Series;

/** An article that stands next to another. @param side where on the page; @param relation to the page, as HTML names it; @param label key of its text, which says in which order */
public record Neighbour(String side, String relation, String label, ArticleRef article) {

    /** The parts of a series before and after one of them, as far as there are any. */
    static List<Neighbour> in(Series series, Slug shown) {
        var parts = series.parts();
        var place = parts.stream().map(ArticleRef::slug).toList().indexOf(shown);
        return of("article.series.", place > 0 ? Optional.of(parts.get(place - 1)) : Optional.empty(), place >= 0 && place + 1 < parts.size() ? Optional.of(parts.get(place + 1)) : Optional.empty());
    }

    /** Those before and after an article in the archive's order, as far as there are any. */
    static List<Neighbour> of(Optional<ArticleRef> previous, Optional<ArticleRef> next) {
        return of("article.", previous, next);
    }

    private static List<Neighbour> of(String order, Optional<ArticleRef> previous, Optional<ArticleRef> next) {
        return Stream.concat(previous.map(article -> new Neighbour("start", "prev", order + "previous", article)).stream(), next.map(article -> new Neighbour("end", "next", order + "next", article)).stream()).toList();
    }
}
