package org.lectern.content.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What may pass from a stranger's text to readers: an allow-list of elements, attributes and addresses. No style, no script, no form, no frame, nothing
 * from elsewhere that loads by itself. Our own marks ({@value Tree#NOTE}, {@value Tree#MARK}) pass too; whoever types them gets what Markdown would have given.
 */
final class Wall {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern ARTICLE = Pattern.compile("article:[A-Za-z0-9_-]+(#.*)?", Pattern.DOTALL);
    private static final Pattern MEDIA = Pattern.compile("media:[A-Za-z0-9._-]+");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private static final Safelist ALLOWED = new AddressesToo()
            .addTags("a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
                    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
                    "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr")
            .addAttributes(":all", "class", "dir", "id", "lang", "title", Tree.NOTE, Tree.MARK)
            .addAttributes("a", "href")
            .addAttributes("col", "span")
            .addAttributes("colgroup", "span")
            .addAttributes("details", "open")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("input", "type", "checked")
            .addAttributes("li", "value")
            .addAttributes("ol", "start", "reversed", "type")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("time", "datetime");

    private Wall() {
    }

    /** A copy that holds only what is allowed. Texts of elements that are not allowed stay, scripts and styles do not. */
    static Document clean(Document document) {
        return new Cleaner(ALLOWED).clean(document);
    }

    /** The address as it may stand in {@code href}; empty if it may not. */
    static Optional<String> link(String address) {
        var written = encode(address);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (written.startsWith("//")) {
            return Optional.of("https:" + written);
        }
        var scheme = SCHEME.matcher(written);
        boolean allowed = !scheme.matches() || SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT)) || ARTICLE.matcher(written).matches() || MEDIA.matcher(written).matches();
        return allowed ? Optional.of(written) : Optional.empty();
    }

    /** The address as it may stand in {@code src}: of our own house; empty if it may not. */
    static Optional<String> picture(String address) {
        var written = encode(address);
        boolean elsewhere = written.startsWith("//") || SCHEME.matcher(written).matches();
        return written.isEmpty() || elsewhere && !MEDIA.matcher(written).matches() ? Optional.empty() : Optional.of(written);
    }

    /**
     * Browsers drop line breaks and tabs inside an address and read a backslash as a slash, so that {@code java\nscript:} and {@code /\host} are what they seem not to be:
     * those go or are encoded, as is everything else that an address may not hold. Letters of all scripts stay.
     */
    private static String encode(String address) {
        var encoded = new StringBuilder();
        var text = address.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                continue;
            }
            boolean strayPercent = c == '%' && !(i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2)));
            if (strayPercent || " \"<>\\^`{|}".indexOf(c) >= 0) {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                encoded.append("%20");
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    /** Asks this class about addresses; the library's own check makes a {@code java.net.URL} of each, which takes 0.1 ms for a scheme that Java does not know. */
    private static final class AddressesToo extends Safelist {

        @Override
        public boolean isSafeAttribute(String tagName, Element element, Attribute attribute) {
            return super.isSafeAttribute(tagName, element, attribute) && switch (attribute.getKey()) {
                case "href" -> link(attribute.getValue()).isPresent();
                case "src" -> picture(attribute.getValue()).isPresent();
                default -> true;
            };
        }
    }
}
