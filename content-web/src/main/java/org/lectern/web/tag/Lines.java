package org.lectern.web.tag;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

/**
 * Writes the lines of a long list at once. A page of a list holds a thousand links; as views repeat and encode them, they cost more than all the rest of the page.
 *
 * @param <T> what makes a line
 */
abstract class Lines<T> extends UIComponentBase {

    private final Class<T> type;

    Lines(Class<T> type) {
        this.type = type;
    }

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var html = new StringBuilder();
        var line = line(context);
        for (var each : (List<?>) getAttributes().get("value")) {
            line.accept(type.cast(each), html);
        }
        context.getResponseWriter().write(html.toString());
    }

    /** What appends one line. */
    abstract BiConsumer<T, StringBuilder> line(FacesContext context);

    /** Text as it may stand in an element and in an attribute. */
    static String escape(String text) {
        for (var at = 0; at < text.length(); at++) {
            if ("&<>\"".indexOf(text.charAt(at)) >= 0) {
                return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
            }
        }
        return text;
    }
}
