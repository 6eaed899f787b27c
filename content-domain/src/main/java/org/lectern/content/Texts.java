package org.lectern.content;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import com.ibm.icu.text.MessageFormat;

/**
 * Sentences for people in one language, out of one or more bundles. Patterns are ICU messages, so that plurals come out right:
 * {@code {0, plural, one {Showing 1 article with this tag.} other {Showing {0, number} articles with this tag.}}}.
 */
public final class Texts {

    /** The domain's own bundle: refusals and the words that every screen shares. */
    public static final String DOMAIN = "org.lectern.content.texts";

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    private Texts(Locale locale, List<ResourceBundle> bundles) {
        this.locale = locale;
        this.bundles = bundles;
    }

    /** The domain's texts, and before them those of {@code bundles} (base names, found by the caller's context class loader). */
    public static Texts in(Locale locale, String... bundles) {
        var loader = Thread.currentThread().getContextClassLoader();
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var all = new java.util.ArrayList<ResourceBundle>();
        for (var bundle : bundles) {
            all.add(ResourceBundle.getBundle(bundle, locale, loader, noFallback));
        }
        all.add(ResourceBundle.getBundle(DOMAIN, locale, Texts.class.getClassLoader(), noFallback));
        return new Texts(locale, List.copyOf(all));
    }

    /** @throws MissingResourceException if no bundle has the key, which is a defect */
    public String say(String key, Object... values) {
        for (var bundle : bundles) {
            if (bundle.containsKey(key)) {
                return new MessageFormat(bundle.getString(key), locale).format(values);
            }
        }
        throw new MissingResourceException("No text for " + key, Texts.class.getName(), key);
    }

    public Locale locale() {
        return locale;
    }
}
