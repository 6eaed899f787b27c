package org.lectern.web.article;

import java.util.function.BiConsumer;

import org.lectern.content.reading.Card;
import org.lectern.web.site.Lines;
import org.lectern.web.site.Site;
import org.lectern.web.tag.TagLinks;

/** Articles in a list, each with its excerpt: {@code <l:cards value="#{tagArchive.cards}"/>}. What an article says is in its own language, what the site says of it in the site's. */
public class Cards extends Lines<Card> {

    public Cards() {
        super(Card.class);
    }

    @Override
    protected BiConsumer<Card, StringBuilder> line(Site site) {
        var tags = TagLinks.lines(site);
        var language = " lang=\"" + site.getLanguage() + '"';
        var direction = " dir=\"" + site.direction(site.getLanguage()) + '"';
        var bdi = "<bdi" + direction + '>';
        var listed = "<ul class=\"tags\" aria-label=\"" + escape(site.texts().say("card.tags")) + '"' + language + '>';
        var more = escape(site.texts().say("card.more"));
        return (card, html) -> {
            var address = escape(site.article(card.slug()));
            html.append("<li><article class=\"card\" lang=\"").append(escape(card.language())).append("\" dir=\"").append(site.direction(card.language())).append("\">\n");
            html.append("<h2><a href=\"").append(address).append("\">").append(escape(card.title())).append("</a></h2>\n");
            html.append("<p class=\"meta\"").append(language).append("><time datetime=\"").append(site.day(card.publishedAt())).append("\">").append(bdi).append(escape(site.date(card.publishedAt()))).append("</bdi></time> ");
            card.authors().forEach(author -> html.append("<a href=\"").append(escape(author.address())).append("\"><bdi>").append(escape(author.name())).append("</bdi></a> "));
            html.append("<span>").append(bdi).append(escape(site.texts().say("card.minutes", site.minutes(card.words())))).append("</bdi></span></p>\n");
            html.append("<div class=\"prose\">").append(card.excerpt()).append("</div>\n");
            if (!card.tags().isEmpty()) {
                html.append(listed);
                card.tags().forEach(tag -> tags.accept(tag, html));
                html.append("</ul>\n");
            }
            if (card.more()) {
                html.append("<p").append(language).append("><a class=\"more\"").append(direction).append(" href=\"").append(address).append("\" aria-label=\"").append(escape(site.texts().say("card.more.of", card.title()))).append("\">").append(more).append("</a></p>\n");
            }
            html.append("</article></li>\n");
        };
    }
}
