package org.lectern.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.MessageFormat;

/**
 * Sentences for people in one language, out of one or more bundles. Patterns are ICU messages, so that plurals come out right:
 * {@code {0, plural, one {Showing 1 article with this tag.} other {Showing {0, number} articles with this tag.}}}.
 */
public final class Texts {

    /** The domain's own bundle: refusals and the words that every screen shares. */
    public static final String DOMAIN = "org.lectern.content.texts";

    /** Patterns that were read once, by language and wording: there are as many as lines in the bundles. Reading one takes a hundred times as long as using it. */
    private static final Map<Locale, Map<String, MessageFormat>> READ = new ConcurrentHashMap<>();

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
                return fill(bundle.getString(key), values);
            }
        }
        throw new MissingResourceException("No text for " + key, Texts.class.getName(), key);
    }

    private String fill(String pattern, Object[] values) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var format = READ.computeIfAbsent(locale, language -> new ConcurrentHashMap<>()).computeIfAbsent(pattern, wording -> new MessageFormat(wording, locale));
        synchronized (format) {       // it is not made for several threads
            return format.format(values);
        }
    }

    public Locale locale() {
        return locale;
    }
}
