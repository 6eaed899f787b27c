package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

import org.lectern.content.archive.TagCount;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/**
 * Tags with the number of their articles, as rows that lead to their pages: {@code <l:tagCounts value="#{newestArticles.fullestTags}"/>}. With a {@code part} the rows whose names do not hold it
 * are there and hidden, so that a script can show them when somebody types another.
 */
public class TagCounts extends Piece<List<TagCount>> {

    private static final int USUAL = 100;

    @Override
    protected void write(List<TagCount> tags, Site site, Writer out) throws IOException {
        var html = new StringBuilder(USUAL * tags.size());
        append(tags, attribute("part").orElse(""), site, html);
        out.write(html.toString());
    }

    /** The same within something larger. */
    static void append(List<TagCount> tags, String part, Site site, StringBuilder html) {
        var format = NumberFormat.getIntegerInstance(site.getLocale());
        html.append("<ul class=\"counts\">");
        for (var tag : tags) {
            html.append(holds(tag, part) ? "<li>" : "<li hidden=\"hidden\">").append("<a href=\"").append(escape(site.tag(tag.slug()))).append("\"><span>").append(escape(tag.name()))
                    .append("</span> <b>").append(format.format(tag.count())).append("</b></a></li>");
        }
        html.append("</ul>\n");
    }

    /** Whether a part stands in the tag's name, whatever the case of its letters. */
    static boolean holds(TagCount tag, String part) {
        return part.isEmpty() || tag.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
