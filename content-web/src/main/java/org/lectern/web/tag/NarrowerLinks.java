package org.lectern.web.tag;

import java.text.NumberFormat;
import java.util.function.BiConsumer;

import jakarta.faces.context.FacesContext;

/** Further tags that narrow a list, with the number of articles that each leaves: {@code <l:narrowerLinks value="#{tagArchive.narrowers}"/>}. */
public class NarrowerLinks extends Lines<Narrower> {

    public NarrowerLinks() {
        super(Narrower.class);
    }

    @Override
    BiConsumer<Narrower, StringBuilder> line(FacesContext context) {
        var numbers = NumberFormat.getIntegerInstance(context.getViewRoot().getLocale());
        return (narrower, html) -> html.append("<li><a rel=\"nofollow\" href=\"").append(escape(narrower.address())).append("\"><span>").append(escape(narrower.name()))
                .append("</span> <b>").append(numbers.format(narrower.count())).append("</b></a></li>");
    }
}
