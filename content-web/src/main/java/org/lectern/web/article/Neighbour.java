package org.lectern.web.article;

import org.lectern.content.archive.ArticleRef;

/** An article that stands next to another in the archive's order. @param side where on the page; @param relation to the page, as HTML names it; @param label key of its text */
public record Neighbour(String side, String relation, String label, ArticleRef article) {

    static Neighbour previous(ArticleRef article) {
        return new Neighbour("start", "prev", "article.previous", article);
    }

    static Neighbour next(ArticleRef article) {
        return new Neighbour("end", "next", "article.next", article);
    }
}
