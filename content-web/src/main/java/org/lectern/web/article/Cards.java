package org.lectern.web.article;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.lectern.content.reading.Card;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;
import org.lectern.web.tag.TagLinks;

/** Articles in a list, each with its excerpt: {@code <l:cards value="#{tagArchive.cards}"/>}. What an article says is in its own language, what the site says of it in the site's. */
public class Cards extends Piece<List<Card>> {

    @Override
    protected void write(List<Card> cards, Site site, Writer out) throws IOException {
        var bytes = bytes(out);
        for (var card : cards) {
            bytes.write(card.html().get(() -> html(card, site).getBytes(StandardCharsets.UTF_8)));
        }
    }

    static String html(Card card, Site site) {
        var texts = site.texts();
        var address = escape(site.article(card.slug()));
        var language = " lang=\"" + site.getLanguage() + '"';
        var direction = " dir=\"" + site.direction(site.getLanguage()) + '"';
        var html = new StringBuilder(4 * 1024);
        html.append("<li><article class=\"card\" lang=\"").append(escape(card.language())).append("\" dir=\"").append(site.direction(card.language())).append("\">\n");
        html.append("<h2><a href=\"").append(address).append("\">").append(escape(card.title())).append("</a></h2>\n");
        html.append("<p class=\"meta\"").append(language).append("><time datetime=\"").append(site.day(card.publishedAt())).append("\"><bdi").append(direction).append('>').append(escape(site.date(card.publishedAt()))).append("</bdi></time> ");
        card.authors().forEach(author -> html.append("<a href=\"").append(escape(author.address())).append("\"><bdi>").append(escape(author.name())).append("</bdi></a> "));
        html.append("<span><bdi").append(direction).append('>').append(escape(texts.say("card.minutes", site.minutes(card.words())))).append("</bdi></span></p>\n");
        html.append("<div class=\"prose\">").append(card.excerpt()).append("</div>\n");
        if (!card.tags().isEmpty()) {
            html.append("<ul class=\"tags\" aria-label=\"").append(escape(texts.say("card.tags"))).append('"').append(language).append('>');
            TagLinks.append(card.tags(), site, html);
            html.append("</ul>\n");
        }
        if (card.more()) {
            html.append("<p").append(language).append("><a class=\"more\"").append(direction).append(" href=\"").append(address).append("\" aria-label=\"").append(escape(texts.say("card.more.of", card.title()))).append("\">")
                    .append(escape(texts.say("card.more"))).append("</a></p>\n");
        }
        return html.append("</article></li>\n").toString();
    }
}
