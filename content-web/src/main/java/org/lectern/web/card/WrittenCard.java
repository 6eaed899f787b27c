package org.lectern.web.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

import org.lectern.content.reading.Card;
import org.lectern.web.site.Site;

import static org.lectern.web.site.Piece.escape;

/**
 * One article in a list as it is written, but for what the archive may tell anew while the article stays as it is: the names of its tags, and where its excerpt leads. What an article says is
 * in its own language, what the site says of it in the site's.
 */
final class WrittenCard {

    private static final int OVERHEAD = 400;

    private final Card unresolved;      // null if its excerpt says the same for ever; else that is put between head and middle each time
    private final boolean signed;
    private final byte[] head;
    private final byte[] middle;
    private final byte[] end;           // behind the tags

    private WrittenCard(Card card, byte[] head, byte[] middle, byte[] end) {
        this.unresolved = card.lasting() ? null : card;
        this.signed = !card.authors().isEmpty();
        this.head = head;
        this.middle = middle;
        this.end = end;
    }

    /** @param tagged whether it has tags */
    static WrittenCard of(Card card, boolean tagged, Site site) {
        var texts = site.texts();
        var address = escape(site.article(card.slug()));
        var language = " lang=\"" + site.getLanguage() + '"';
        var direction = " dir=\"" + site.direction(site.getLanguage()) + '"';
        var html = new StringBuilder(2 * 1024);
        html.append("<li><article class=\"card\" lang=\"").append(escape(card.language())).append("\" dir=\"").append(site.direction(card.language())).append("\">\n");
        html.append("<h2><a href=\"").append(address).append("\">").append(escape(card.title())).append("</a></h2>\n");
        html.append("<p class=\"meta\"").append(language).append("><time datetime=\"").append(site.day(card.publishedAt())).append("\"><bdi").append(direction).append('>').append(escape(site.date(card.publishedAt()))).append("</bdi></time> ");
        card.authors().forEach(author -> html.append("<a href=\"").append(escape(author.address())).append("\"><bdi>").append(escape(author.name())).append("</bdi></a> "));
        html.append("<span><bdi").append(direction).append('>').append(escape(texts.say("card.minutes", site.minutes(card.words())))).append("</bdi></span></p>\n");
        html.append("<div class=\"prose\">");
        var excerpt = html.length();
        if (card.lasting()) {
            html.append(card.excerpt());
        }
        html.append("</div>\n");
        if (tagged) {
            html.append("<ul class=\"tags\" aria-label=\"").append(escape(texts.say("card.tags"))).append('"').append(language).append('>');
        }
        var tags = html.length();
        if (tagged) {
            html.append("</ul>\n");
        }
        if (card.more()) {
            html.append("<p").append(language).append("><a class=\"more\"").append(direction).append(" href=\"").append(address).append("\" aria-label=\"").append(escape(texts.say("card.more.of", card.title()))).append("\">")
                    .append(escape(texts.say("card.more"))).append("</a></p>\n");
        }
        html.append("</article></li>\n");
        return new WrittenCard(card, bytes(html.substring(0, excerpt)), bytes(html.substring(excerpt, tags)), bytes(html.substring(tags)));
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** @param excerpt writes one with where it leads now @param tags as they are written */
    void appendTo(List<byte[]> pieces, Function<Card, String> excerpt, List<byte[]> tags) {
        pieces.add(head);
        if (unresolved != null) {
            pieces.add(bytes(excerpt.apply(unresolved)));
        }
        pieces.add(middle);
        pieces.addAll(tags);
        pieces.add(end);
    }

    /** Whether its excerpt says the same until the article changes. */
    boolean isLasting() {
        return unresolved == null;
    }

    /** Whether an author is named in it. */
    boolean isSigned() {
        return signed;
    }

    /** Roughly, in bytes. */
    int weight() {
        return OVERHEAD + head.length + middle.length + end.length + (unresolved == null ? 0 : 500 + 2 * unresolved.excerpt().length() + unresolved.pictures().size() * 1_000);
    }
}
