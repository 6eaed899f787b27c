package org.lectern.web.site;

import java.io.IOException;
import java.io.Writer;

import org.lectern.content.address.Pager;

/** The links from one page of a list to the others: {@code <l:pagerLinks value="#{tagArchive.pager}"/>}; nothing if there is one page alone. */
public class PagerLinks extends Piece<Pager> {

    @Override
    protected void write(Pager pager, Site site, Writer out) throws IOException {
        if (!pager.isNeeded()) {
            return;
        }
        var texts = site.texts();
        var html = new StringBuilder(1_000).append("<nav class=\"pager\" aria-label=\"").append(escape(texts.say("pager.name"))).append("\">\n");
        if (!pager.isFirst()) {
            html.append("<a rel=\"prev\" href=\"").append(escape(pager.getPrevious())).append("\">").append(escape(texts.say("pager.previous"))).append("</a>\n");
        }
        for (var step : pager.getSteps()) {
            if (step.gap()) {
                html.append("<span>…</span>\n");
            } else {
                html.append("<a href=\"").append(escape(step.address())).append("\" aria-label=\"").append(escape(texts.say("pager.page", step.number()))).append("\" aria-current=\"").append(step.current())
                        .append("\">").append(step.number()).append("</a>\n");
            }
        }
        if (!pager.isLast()) {
            html.append("<a rel=\"next\" href=\"").append(escape(pager.getNext())).append("\">").append(escape(texts.say("pager.next"))).append("</a>\n");
        }
        out.write(html.append("</nav>").toString());
    }
}
