package org.lectern.web.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A part of a page that is written at once. A page holds fifty cards and a thousand links; as views repeat, evaluate and encode them, they cost ten times as much as all the rest of it.
 *
 * @param <T> what is written: the component's attribute {@code value}
 */
public abstract class Piece<T> extends UIComponentBase {

    private static final String SITE = Site.class.getName();

    /** Lays the site where the pieces of a page find it: to ask for it by its name costs as much as most of them. */
    public static void lay(Site site, HttpServletRequest request) {
        request.setAttribute(SITE, site);
    }

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        @SuppressWarnings("unchecked")
        var value = (T) getAttributes().get("value");
        write(value, (Site) context.getExternalContext().getRequestMap().get(SITE), context.getResponseWriter());
    }

    /** @param value null if the view gives none */
    protected abstract void write(T value, Site site, Writer out) throws IOException;

    /** Takes bytes behind what was written as text: a page takes both in the order in which they are written. */
    protected static OutputStream bytes(Writer out) throws IOException {
        out.flush();
        return FacesContext.getCurrentInstance().getExternalContext().getResponseOutputStream();
    }

    /** Another attribute as text. */
    protected Optional<String> attribute(String name) {
        return Optional.ofNullable(getAttributes().get(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }

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
