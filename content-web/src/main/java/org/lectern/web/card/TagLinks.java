package org.lectern.web.card;

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
        for (var tag : tags) {
            out.write(html(tag, site));
        }
    }

    /** One of them. */
    static String html(TagRef tag, Site site) {
        return "<li><a class=\"tag\" href=\"" + escape(site.tag(tag.slug())) + "\">" + escape(tag.name()) + "</a></li>";
    }
}
