package org.lectern.web.tag;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

/** The lines of a list of further tags, {@code <l:narrowerLinks value="#{tagArchive.narrowers}"/>}; for its reason see {@link TagLinks}. */
public class NarrowerLinks extends UIComponentBase {

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var writer = context.getResponseWriter();
        var numbers = NumberFormat.getIntegerInstance(context.getViewRoot().getLocale());
        for (var each : (List<?>) getAttributes().get("value")) {
            var narrower = (Narrower) each;
            writer.startElement("li", this);
            writer.startElement("a", this);
            writer.writeAttribute("rel", "nofollow", null);
            writer.writeAttribute("href", narrower.address(), null);
            writer.startElement("span", this);
            writer.writeText(narrower.name(), null);
            writer.endElement("span");
            writer.write(' ');
            writer.startElement("b", this);
            writer.writeText(numbers.format(narrower.count()), null);
            writer.endElement("b");
            writer.endElement("a");
            writer.endElement("li");
        }
    }
}
