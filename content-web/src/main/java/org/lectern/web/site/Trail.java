package org.lectern.web.site;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The way to a page, as links: {@code <l:trail value="#{site.tagTrail}"/>}. The pages above it, the outermost first; nothing if none is. */
public class Trail extends Piece<List<LinkedData.Step>> {

    @Override
    protected void write(List<LinkedData.Step> steps, Site site, Writer out) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        var html = new StringBuilder(300).append("<nav class=\"trail\" aria-label=\"").append(escape(site.texts().say("trail"))).append("\" lang=\"").append(site.getLanguage()).append("\"><ol>");
        for (var step : steps) {
            html.append("<li><a href=\"").append(escape(step.address())).append("\"><bdi>").append(escape(step.name())).append("</bdi></a></li>");
        }
        out.write(html.append("</ol></nav>").toString());
    }
}
