package org.lectern.web.site;

import org.jsoup.Jsoup;

/** The first words of a text, as search engines and those who show links to a page want to know them. */
public final class Opening {

    /** In characters: more is not shown by anybody. */
    private static final int LONGEST = 200;

    /** Where the looking ends: an article may be long, its opening is not. */
    private static final int LOOKED_AT = 8_000;

    private Opening() {
    }

    /** The text of the first paragraphs, cut after a word; empty if the HTML has none. */
    public static String of(String html) {
        var start = Jsoup.parseBodyFragment(html.substring(0, Math.min(html.length(), LOOKED_AT)));
        start.select("sup, pre, table").remove();
        return cut(String.join(" ", start.select("p").eachText()));
    }

    /** The text, cut after a word if it is longer than anybody shows. */
    public static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var cut = text.lastIndexOf(' ', LONGEST - 1);
        return (cut > LONGEST / 2 ? text.substring(0, cut) : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 1)))).replaceFirst("[\\p{P}\\s]+$", "") + "…";
    }
}
