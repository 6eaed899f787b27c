package org.lectern.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.ibm.icu.text.MessageFormat;

/**
 * Sentences for people in one language, out of one or more bundles. Patterns are ICU messages, so that plurals come out right:
 * {@code {0, plural, one {Showing 1 article with this tag.} other {Showing {0, number} articles with this tag.}}}.
 */
public final class Texts {

    /** The domain's own bundle: refusals and the words that every screen shares. */
    public static final String DOMAIN = "org.lectern.content.texts";

    /** Patterns that were read once, by language and wording: there are as many as lines in the bundles. Reading one takes a hundred times as long as using it. */
    private static final Map<Locale, Map<String, Sentence>> READ = new ConcurrentHashMap<>();

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
        return READ.computeIfAbsent(locale, language -> new ConcurrentHashMap<>()).computeIfAbsent(pattern, wording -> new Sentence(wording, locale)).with(values);
    }

    /** A pattern that was read. */
    private static final class Sentence {

        /** Words and places for values, and nothing else that a pattern may hold. */
        private static final Pattern PLAIN = Pattern.compile("[^{}']*(\\{0}[^{}']*)?");

        private final MessageFormat format;
        private final Optional<String[]> around;     // what stands before and behind a single value

        Sentence(String pattern, Locale locale) {
            format = new MessageFormat(pattern, locale);
            around = PLAIN.matcher(pattern).matches() && pattern.contains("{0}") ? Optional.of(pattern.split("\\{0}", 2)) : Optional.empty();
        }

        String with(Object[] values) {
            if (around.isPresent() && values.length == 1 && values[0] instanceof String value) {
                return around.get()[0] + value + around.get()[1];
            }
            synchronized (format) {       // it is not made for several threads
                return format.format(values);
            }
        }
    }

    public Locale locale() {
        return locale;
    }
}
