package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;

import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/**
 * Further tags that narrow a list, with the number of articles that each leaves: {@code <l:narrowerLinks value="#{tagArchive.narrowing}"/>}. The fullest stand there at once, the rest
 * behind a line that tells how many they are: nobody has to pass hundreds of links on the way to the first article.
 */
public class NarrowerLinks extends Piece<Narrowing> {

    /** As many stand there at once. */
    private static final int FULLEST = 20;

    private static final int USUAL = 100;

    @Override
    protected void write(Narrowing narrowing, Site site, Writer out) throws IOException {
        narrowing.links().writeTo(bytes(out));
    }

    /** @param narrowers the fullest first */
    static String html(List<Narrower> narrowers, Site site) {
        var format = NumberFormat.getIntegerInstance(site.getLocale());
        var written = new HashMap<Integer, String>();       // most of a page's counts are small, and there many times
        IntFunction<String> number = count -> written.computeIfAbsent(count, format::format);
        var html = new StringBuilder(USUAL * narrowers.size());
        var rest = narrowers.size() > FULLEST + 1 ? FULLEST : narrowers.size();         // one alone takes no more room than the line
        append(narrowers.subList(0, rest), number, html);
        if (rest < narrowers.size()) {
            html.append("<details class=\"rest\"><summary>").append(escape(site.texts().say("narrow.rest", narrowers.size() - rest))).append("</summary>\n");
            append(narrowers.subList(rest, narrowers.size()), number, html);
            html.append("</details>\n");
        }
        return html.toString();
    }

    private static void append(List<Narrower> narrowers, IntFunction<String> number, StringBuilder html) {
        html.append("<ul class=\"counts\">");
        for (var narrower : narrowers) {
            html.append("<li><a rel=\"nofollow\" href=\"").append(escape(narrower.address())).append("\"><span>").append(escape(narrower.name()))
                    .append("</span> <b>").append(number.apply(narrower.count())).append("</b></a></li>");
        }
        html.append("</ul>\n");
    }
}
