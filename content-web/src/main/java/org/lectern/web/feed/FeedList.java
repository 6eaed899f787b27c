package org.lectern.web.feed;

import java.io.IOException;
import java.io.Writer;

import org.lectern.content.address.Addresses;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Leads readers to the feeds of a list, each by the name of its format: {@code <l:feeds value="Feeds" beside="/tags/java/"/>}. The programs of readers are told by {@link FeedLinks}. */
public class FeedList extends Piece<String> {

    @Override
    protected void write(String words, Site site, Writer out) throws IOException {
        out.write(html(words, attribute("beside").orElseThrow()));
    }

    static String html(String words, String page) {
        var html = new StringBuilder(300).append("<span>").append(escape(words));
        for (var format : FeedFormat.values()) {
            html.append(" <a type=\"").append(format.mediaType()).append("\" href=\"").append(escape(Addresses.beside(page, format.file()))).append("\">").append(escape(format.title())).append("</a>");
        }
        return html.append("</span>").toString();
    }
}
