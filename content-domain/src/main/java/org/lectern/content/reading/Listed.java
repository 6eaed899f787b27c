package org.lectern.content.reading;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.lectern.content.address.Addresses;
import org.lectern.content.address.LinkTokens;
import org.lectern.content.article.ArticleCard;
import org.lectern.content.article.Byline;

/** All that the tables say of an article in a list. */
final class Listed {

    private final ArticleCard row;
    private final List<Byline> bylines;
    private final Map<String, StoredPicture> pictures;
    private final boolean lasting;
    private volatile Made last;

    /** @param names of the tags that the card shows: all that there are, which must not live as long as this */
    private record Made(WeakReference<Object> names, String root, Card card) {
    }

    /** @param pictures those of its excerpt, by their keys */
    Listed(ArticleCard row, List<Byline> bylines, Map<String, StoredPicture> pictures) {
        this.row = row;
        this.bylines = bylines;
        this.pictures = pictures;
        this.lasting = !LinkTokens.areIn(row.excerpt());
    }

    ArticleCard row() {
        return row;
    }

    List<Byline> bylines() {
        return bylines;
    }

    Map<String, StoredPicture> pictures() {
        return pictures;
    }

    /** Whether a card says the same until this article changes. One whose excerpt leads to other articles may not. */
    boolean isLasting() {
        return lasting;
    }

    /** What is made of all this: the card of before if it still says the same. @param names stands for the names of all tags */
    Card card(Object names, Addresses addresses, Supplier<Card> making) {
        if (!lasting) {
            return making.get();
        }
        var known = last;
        if (known == null || known.names.get() != names || !known.root.equals(addresses.home())) {
            known = new Made(new WeakReference<>(names), addresses.home(), making.get());
            last = known;
        }
        return known.card;
    }

    /** Roughly, in bytes, with the card and its HTML. */
    int weight() {
        return 2_500 + row.excerpt().length() * 3 + bylines.size() * 300 + pictures.size() * 1_000;
    }
}
