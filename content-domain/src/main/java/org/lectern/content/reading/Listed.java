package org.lectern.content.reading;

import java.util.List;
import java.util.Map;

import org.lectern.content.article.ArticleCard;
import org.lectern.content.article.Byline;

/** All that the tables say of an article in a list. @param pictures those of its excerpt, by their keys */
record Listed(ArticleCard card, List<Byline> bylines, Map<String, StoredPicture> pictures) {

    /** Roughly, in bytes. */
    int weight() {
        return 600 + card.excerpt().length() * 2 + bylines.size() * 200 + pictures.size() * 1_000;
    }
}
