package org.lectern.web.tag;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** Names of tags for those who type one, as options of a list: {@code <datalist id="names"><l:tagNames value="#{form.names}"/></datalist>}. */
public class TagNames extends Piece<List<String>> {

    private static final int USUAL = 40;

    @Override
    protected void write(List<String> names, Site site, Writer out) throws IOException {
        var html = new StringBuilder(USUAL * names.size());
        names.forEach(name -> html.append("<option value=\"").append(escape(name)).append("\"></option>"));
        out.write(html.toString());
    }
}
