package org.lectern.web.feed;

import java.io.IOException;
import java.io.Writer;

import org.lectern.content.address.Addresses;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Tells programs of the feeds of a list: {@code <l:feedLinks value="#{heading}" beside="/tags/java/"/>}, by the name of the list and its address. */
public class FeedLinks extends Piece<String> {

    @Override
    protected void write(String list, Site site, Writer out) throws IOException {
        var page = attribute("beside").orElseThrow();
        var html = new StringBuilder(500);
        for (var format : FeedFormat.values()) {
            html.append("<link rel=\"alternate\" type=\"").append(format.mediaType()).append("\" title=\"").append(escape(site.texts().say("feed.title", list, format.title())))
                    .append("\" href=\"").append(escape(Addresses.beside(page, format.file()))).append("\"/>\n");
        }
        out.write(html.toString());
    }
}
