package org.lectern.content.address;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of finished article HTML. In the database those that stay on this site are tokens, {@code article:12} and {@code media:KEY}, or begin at our root,
 * {@code /tags/java/}; here they become addresses. A link to something that readers do not see gives way to its text, a picture to its alternative text.
 * {@code article:self} is the article that the HTML belongs to.
 */
public final class LinkTokens {

    private static final String MEDIA_TOKEN = "media:";
    private static final String TOKEN = "(article:\\d+|media:[^\"#]+|/(?!/)[^\"#]*|article:self)(#[^\"]*)?";
    private static final Pattern LINK = Pattern.compile("(<a\\b[^>]*?\\shref=\")" + TOKEN + "(\"[^>]*>)(.*?)</a>", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("(<img\\b[^>]*?\\ssrc=\")" + TOKEN + "(\"[^>]*>)");
    private static final Pattern MEDIA = Pattern.compile("\\s(?:href|src)=\"media:([^\"#]+)\"");
    private static final Pattern WITHIN = Pattern.compile("(<a\\b[^>]*?\\shref=\")(#)");
    private static final Pattern ANCHOR = Pattern.compile(" ?<a class=\"anchor\"[^>]*>#</a>");
    private static final Pattern SIZE = Pattern.compile("\\s(?:width|height)=\"\\d+\"");
    private static final Pattern ALTERNATIVE = Pattern.compile("\\salt=\"([^\"]*)\"");

    private LinkTokens() {
    }

    /** The keys of the pictures in this HTML. */
    public static Set<String> pictures(String html) {
        var keys = new LinkedHashSet<String>();
        MEDIA.matcher(html).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    /** Whether there is one in this HTML; it may be said of one that has none. */
    public static boolean areIn(String html) {
        return html.contains("=\"article:") || html.contains("=\"media:") || html.contains("=\"/");
    }

    /**
     * @param self the address of the article that the HTML belongs to; empty on its own page
     * @param addresses the address of a token or of a path that begins at our root; empty where readers see nothing
     * @param pictures what is shown for the key of a picture; its sizes take the place of those in the HTML, since it may have been replaced since then; empty where readers see nothing
     */
    public static String resolve(String html, String self, Function<String, Optional<String>> addresses, Function<String, Optional<ShownPicture>> pictures) {
        if (!areIn(html)) {
            return html;
        }
        Function<String, Optional<String>> known = token -> token.equals("article:self") ? Optional.of(self)
                : token.startsWith(MEDIA_TOKEN) ? pictures.apply(token.substring(MEDIA_TOKEN.length())).map(ShownPicture::address) : addresses.apply(token);
        var linked = LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(known.apply(link.group(2))
                .map(address -> link.group(1) + address + fragment(link.group(3)) + link.group(4) + link.group(5) + "</a>").orElse(link.group(5))));
        return PICTURE.matcher(linked).replaceAll(picture -> Matcher.quoteReplacement((picture.group(2).startsWith(MEDIA_TOKEN)
                ? pictures.apply(picture.group(2).substring(MEDIA_TOKEN.length())).map(shown -> unsized(picture.group(1), shown) + shown.address() + '"' + shown.attributes() + unsized(picture.group(4), shown).substring(1))
                : known.apply(picture.group(2)).map(address -> picture.group(1) + address + picture.group(4))).orElseGet(() -> alternative(picture.group()))));
    }

    /** The HTML of a page for elsewhere: links within it lead to the page, and headings do not link to themselves. @param self the page's address */
    public static String elsewhere(String html, String self) {
        return WITHIN.matcher(ANCHOR.matcher(html).replaceAll("")).replaceAll(link -> Matcher.quoteReplacement(link.group(1) + self + link.group(2)));
    }

    /** What has no size of its own keeps the one that its text gives it. */
    private static String unsized(String written, ShownPicture shown) {
        return shown.width() > 0 && shown.height() > 0 ? SIZE.matcher(written).replaceAll("") : written;
    }

    private static String fragment(String written) {
        return written == null ? "" : written;
    }

    private static String alternative(String picture) {
        var alternative = ALTERNATIVE.matcher(picture);
        return alternative.find() ? alternative.group(1) : "";
    }
}
