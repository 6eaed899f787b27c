package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Tags under their letters, and the way to each letter: {@code <l:letterSections value="#{tagIndex.letters}" part="#{tagIndex.part}"/>}. With a part they are hidden as the {@linkplain TagCounts rows} are. */
public class LetterSections extends Piece<List<Letter>> {

    @Override
    protected void write(List<Letter> letters, Site site, Writer out) throws IOException {
        out.write(html(letters, attribute("part").orElse(""), site));
    }

    static String html(List<Letter> letters, String part, Site site) {
        var html = new StringBuilder();
        html.append("<nav class=\"letters\" aria-label=\"").append(escape(site.texts().say("tags.letters"))).append('"').append(hidden(!part.isEmpty())).append('>');
        for (var letter : letters) {
            html.append("<a href=\"#").append(letter.id()).append("\">").append(escape(letter.name())).append("</a> ");
        }
        html.append("</nav>\n<div class=\"index\">\n");
        for (var letter : letters) {
            html.append("<section aria-labelledby=\"").append(letter.id()).append('"').append(hidden(letter.tags().stream().noneMatch(tag -> TagCounts.holds(tag, part)))).append("><h2 id=\"").append(letter.id()).append("\">")
                    .append(escape(letter.name())).append("</h2>\n");
            TagCounts.append(letter.tags(), part, site, html);
            html.append("</section>\n");
        }
        return html.append("</div>\n").toString();
    }

    private static String hidden(boolean is) {
        return is ? " hidden=\"hidden\"" : "";
    }
}
