package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.lectern.content.archive.TagRef;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Tags that lead to their pages: {@code <l:tagLinks value="#{article.tags}"/>}. */
public class TagLinks extends Piece<List<TagRef>> {

    @Override
    protected void write(List<TagRef> tags, Site site, Writer out) throws IOException {
        var html = new StringBuilder();
        append(tags, site, html);
        out.write(html.toString());
    }

    /** The same within something larger. */
    public static void append(List<TagRef> tags, Site site, StringBuilder html) {
        for (var tag : tags) {
            html.append("<li><a class=\"tag\" href=\"").append(escape(site.tag(tag.slug()))).append("\">").append(escape(tag.name())).append("</a></li>");
        }
    }
}
