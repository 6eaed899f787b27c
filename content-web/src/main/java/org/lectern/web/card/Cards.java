package org.lectern.web.card;

import java.io.IOException;
import java.io.Writer;

import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Articles in a list, each with its excerpt: {@code <l:cards value="#{tagArchive.cards}"/>}. */
public class Cards extends Piece<CardList> {

    @Override
    protected void write(CardList cards, Site site, Writer out) throws IOException {
        var bytes = bytes(out);
        for (var piece : cards.pieces()) {
            bytes.write(piece);
        }
    }
}
