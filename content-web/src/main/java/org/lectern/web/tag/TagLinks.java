package org.lectern.web.tag;

import java.util.function.BiConsumer;

import jakarta.faces.context.FacesContext;

import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;

/** Tags that lead to their pages: {@code <l:tagLinks value="#{card.tags}"/>}. */
public class TagLinks extends Lines<TagCount> {

    public TagLinks() {
        super(TagCount.class);
    }

    @Override
    BiConsumer<TagCount, StringBuilder> line(FacesContext context) {
        var addresses = new Addresses(context.getExternalContext().getRequestContextPath());
        return (tag, html) -> html.append("<li><a class=\"tag\" href=\"").append(escape(addresses.tag(tag.slug()))).append("\">").append(escape(tag.name())).append("</a></li>");
    }
}
