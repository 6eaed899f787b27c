package org.lectern.web.site;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

/**
 * Writes the lines of a list at once. A page holds fifty cards and a thousand links; as views repeat and encode them, they cost ten times as much as all the rest of it.
 *
 * @param <T> what makes a line
 */
public abstract class Lines<T> extends UIComponentBase {

    /** Most lines have fewer letters. */
    private static final int USUAL = 4 * 1024;

    private final Class<T> type;

    protected Lines(Class<T> type) {
        this.type = type;
    }

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var out = context.getResponseWriter();
        var html = new StringBuilder(USUAL);
        var line = line(context.getApplication().evaluateExpressionGet(context, "#{site}", Site.class));
        for (var each : (List<?>) getAttributes().get("value")) {
            line.accept(type.cast(each), html);
            out.write(html.toString());
            html.setLength(0);
        }
    }

    /** What appends one line. */
    protected abstract BiConsumer<T, StringBuilder> line(Site site);

    /** Text as it may stand in an element and in an attribute. */
    public static String escape(String text) {
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '&' || letter == '<' || letter == '>' || letter == '"') {
                return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
            }
        }
        return text;
    }
}
