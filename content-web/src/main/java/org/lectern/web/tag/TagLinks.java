package org.lectern.web.tag;

import java.io.IOException;
import java.util.List;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;

/** The lines of a list of tags, {@code <l:tagLinks value="#{card.tags}"/>}: a page of a list holds some five hundred, and a view takes a hundred times as long to repeat a line of its own. */
public class TagLinks extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var writer = context.getResponseWriter();
        var addresses = new Addresses(context.getExternalContext().getRequestContextPath());
        for (var each : (List<?>) getAttributes().get("value")) {
            var tag = (TagCount) each;
            writer.startElement("li", this);
            writer.startElement("a", this);
            writer.writeAttribute("class", "tag", null);
            writer.writeAttribute("href", addresses.tag(tag.slug()), null);
            writer.writeText(tag.name(), null);
            writer.endElement("a");
            writer.endElement("li");
        }
    }
}
