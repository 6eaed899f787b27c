package org.lectern.web.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;

/**
 * A part of the frame that says the same on every page: the view writes it once for each key, and it is kept as it was written. {@code <l:same key="header #{place}">...</l:same>}.
 * Nothing in it may depend on anything but the key, the language of the view, where the site lies, and settings: there is one for each key as long as the application runs.
 */
public class Same extends UIComponentBase {

    private static final Map<Key, String> WRITTEN = new ConcurrentHashMap<>();

    private record Key(String key, String language, String root) {
    }

    @Override
    public String getFamily() {
        return "org.lectern";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        var key = new Key(getAttributes().get("key").toString(), context.getViewRoot().getLocale().toLanguageTag(), context.getExternalContext().getRequestContextPath());
        var written = WRITTEN.get(key);
        if (written == null) {
            written = write(context);
            WRITTEN.put(key, written);
        }
        context.getResponseWriter().write(written);
    }

    private String write(FacesContext context) throws IOException {
        var page = context.getResponseWriter();
        var part = new StringWriter();
        context.setResponseWriter(page.cloneWithWriter(part));
        try {
            super.encodeChildren(context);
            context.getResponseWriter().flush();
        } finally {
            context.setResponseWriter(page);
        }
        return part.toString();
    }
}
