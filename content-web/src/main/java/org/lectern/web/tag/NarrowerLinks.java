package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;

import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Further tags that narrow a list, with the number of articles that each leaves: {@code <l:narrowerLinks value="#{tagArchive.narrowers}"/>}. */
public class NarrowerLinks extends Piece<List<Narrower>> {

    private static final int USUAL = 100;

    @Override
    protected void write(List<Narrower> narrowers, Site site, Writer out) throws IOException {
        var format = NumberFormat.getIntegerInstance(site.getLocale());
        var written = new HashMap<Integer, String>();       // most of a page's counts are small, and there many times
        var html = new StringBuilder(USUAL * narrowers.size());
        for (var narrower : narrowers) {
            html.append("<li><a rel=\"nofollow\" href=\"").append(escape(narrower.address())).append("\"><span>").append(escape(narrower.name()))
                    .append("</span> <b>").append(written.computeIfAbsent(narrower.count(), format::format)).append("</b></a></li>");
        }
        out.write(html.toString());
    }
}
