package org.lectern.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of an address that names one thing: {@code leases-not-locks}, {@code c++}, {@code c-sharp}, {@code ci/cd}, {@code café}.
 * Lower case, Unicode normal form C, at most {@value #MOST} code points.
 *
 * <p>The rule is Hugo's ({@code paths.Sanitize}: letters, marks, digits and {@code . / _ + ~ - @} stay, white space becomes one hyphen,
 * all else goes), without {@code #} and {@code \}, which servers refuse in addresses even when they are encoded.
 */
public record Slug(String value) implements Comparable<Slug> {

    /** The longest slug, in code points. */
    public static final int MOST = 120;

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{N}._+~@-]+(/[\\p{L}\\p{M}\\p{N}._+~@-]+)*");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(^|/)\\.{1,2}(/|$)");
    private static final Pattern PAGE_TAIL = Pattern.compile("(^|/)page(/\\p{N}+)?$");
    private static final Pattern ALL_DIGITS = Pattern.compile("\\p{N}+");
    private static final Pattern MACHINE_ENDING = Pattern.compile("\\.(atom|css|csv|gif|html?|ico|jpe?g|js|json|md|pdf|png|rss|svg|txt|webp|xhtml|xml|zip)$");
    private static final Set<String> MACHINE_TAILS = Set.of(
            "index.xml", "index.json", "index.html", "index.md", "feed.atom", "feed.rss", "feed.xml", "feed.json", "rss.xml", "atom.xml", "sitemap.xml");

    /** @throws IllegalArgumentException if the text is no slug; for text from strangers use {@link #parse} */
    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /** The slug that this text is, letter for letter; empty if it is none. */
    public static Optional<Slug> parse(String text) {
        return isSlug(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    /** The slug that this text would be after folding its case and normal form, for addresses typed or linked in another spelling; empty if it is none. */
    public static Optional<Slug> parseLeniently(String text) {
        return text == null ? Optional.empty() : parse(fold(text));
    }

    /** The slug of a tag as somebody wrote it. Never fails: a text of which nothing may stay is named by its code points. */
    public static Slug from(String text) {
        var slug = shorten(fold(sanitize(text)));       // what went may have stood between a letter and its accent
        slug = withoutEmptySegments(slug);
        if (DOT_SEGMENT.matcher(slug).find()) {
            slug = withoutEmptySegments(slug.replaceAll("(?<=^|/)\\.{1,2}(?=/|$)", ""));
        }
        if (slug.isEmpty()) {
            return new Slug(byCodePoints(text));
        }
        slug = slug.replaceFirst("(^|/)page/(\\p{N}+)$", "$1page-$2");
        if (PAGE_TAIL.matcher(slug).find()) {
            slug = slug.codePointCount(0, slug.length()) < MOST ? slug + "-" : slug.substring(0, slug.length() - 1);
        }
        var tail = slug.substring(slug.lastIndexOf('/') + 1);
        if (MACHINE_TAILS.contains(tail)) {
            slug = slug.substring(0, slug.length() - tail.length()) + tail.replace('.', '-');
        }
        return new Slug(slug);
    }

    /** The slug of an article with this title, file name or wished-for slug: as {@link #from}, but one segment, not all digits, and without an ending that promises a file. */
    public static Slug forArticle(String text) {
        var slug = from(text.replace('/', ' ')).value().replace('/', '-');
        if (ALL_DIGITS.matcher(slug).matches()) {
            slug = cut("article-" + slug, MOST);
        }
        if (MACHINE_ENDING.matcher(slug).find()) {
            slug = slug.substring(0, slug.lastIndexOf('.')) + "-" + slug.substring(slug.lastIndexOf('.') + 1);
        }
        return new Slug(slug);
    }

    /** This slug with a number behind it, for the second thing that wants the same one: {@code leases-2}. */
    public Slug numbered(int number) {
        var tail = "-" + number;
        return new Slug(cut(value, MOST - tail.length()) + tail);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isSlug(String text) {
        if (text == null || text.codePointCount(0, text.length()) > MOST) {       // first: the pattern recurses, once for each slash
            return false;
        }
        if (!SHAPE.matcher(text).matches() || !text.equals(fold(text))) {
            return false;
        }
        return !DOT_SEGMENT.matcher(text).find() && !PAGE_TAIL.matcher(text).find() && !MACHINE_TAILS.contains(text.substring(text.lastIndexOf('/') + 1));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static String sanitize(String text) {
        var kept = new StringBuilder();
        var hyphenDue = false;
        var afterHyphen = false;
        var name = fold(Objects.requireNonNull(text)).replaceAll("(?<=[\\p{L}\\p{N}])#", " sharp");
        for (int codePoint : name.codePoints().toArray()) {
            if (stays(codePoint)) {
                afterHyphen = codePoint == '-';
                if (hyphenDue && !afterHyphen) {
                    kept.append('-');
                }
                hyphenDue = false;
                kept.appendCodePoint(codePoint);
            } else if (!kept.isEmpty() && !afterHyphen && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint))) {
                hyphenDue = true;
            }
        }
        return kept.toString();
    }

    private static boolean stays(int codePoint) {
        if ("./_+~-@".indexOf(codePoint) >= 0) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static String shorten(String slug) {
        var cut = cut(slug, MOST);
        var wordEnd = cut.lastIndexOf('-');
        return cut.length() < slug.length() && wordEnd > MOST / 2 ? cut.substring(0, wordEnd) : cut;
    }

    private static String cut(String slug, int most) {
        return slug.codePointCount(0, slug.length()) <= most ? slug : slug.substring(0, slug.offsetByCodePoints(0, most));
    }

    private static String withoutEmptySegments(String slug) {
        return slug.replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
    }

    private static String byCodePoints(String text) {
        var name = new StringBuilder("u");
        text.codePoints().filter(codePoint -> !Character.isWhitespace(codePoint)).limit(12).forEach(codePoint -> name.append(name.length() > 1 ? "-" : "").append(Integer.toHexString(codePoint)));
        return name.toString();
    }
}
