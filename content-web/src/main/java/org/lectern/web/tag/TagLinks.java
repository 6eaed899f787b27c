package org.lectern.web.tag;

import java.util.function.BiConsumer;

import org.lectern.content.archive.TagCount;
import org.lectern.web.site.Lines;
import org.lectern.web.site.Site;

/** Tags that lead to their pages: {@code <l:tagLinks value="#{article.tags}"/>}. */
public class TagLinks extends Lines<TagCount> {

    public TagLinks() {
        super(TagCount.class);
    }

    @Override
    protected BiConsumer<TagCount, StringBuilder> line(Site site) {
        return lines(site);
    }

    /** The same for a list within a line of another. */
    public static BiConsumer<TagCount, StringBuilder> lines(Site site) {
        var addresses = site.addresses();
        return (tag, html) -> html.append("<li><a class=\"tag\" href=\"").append(escape(addresses.tag(tag.slug()))).append("\">").append(escape(tag.name())).append("</a></li>");
    }
}
