package org.lectern.web.tag;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.function.BiConsumer;

import org.lectern.web.site.Lines;
import org.lectern.web.site.Site;

/** Further tags that narrow a list, with the number of articles that each leaves: {@code <l:narrowerLinks value="#{tagArchive.narrowers}"/>}. */
public class NarrowerLinks extends Lines<Narrower> {

    public NarrowerLinks() {
        super(Narrower.class);
    }

    @Override
    protected BiConsumer<Narrower, StringBuilder> line(Site site) {
        var format = NumberFormat.getIntegerInstance(site.getLocale());
        var written = new HashMap<Integer, String>();       // most of a page's counts are small, and there many times
        return (narrower, html) -> html.append("<li><a rel=\"nofollow\" href=\"").append(escape(narrower.address())).append("\"><span>").append(escape(narrower.name()))
                .append("</span> <b>").append(written.computeIfAbsent(narrower.count(), format::format)).append("</b></a></li>");
    }
}
