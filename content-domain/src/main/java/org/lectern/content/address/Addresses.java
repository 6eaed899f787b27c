package org.lectern.content.address;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

/** Makes addresses below one root: a context path such as {@code /kb} (or nothing) for pages, the public URL for feeds and canonical links. */
public final class Addresses {

    /** The parameter that {@link #since} adds. */
    public static final String EDITION = "edition";

    private static final BitSet PLAIN = new BitSet();

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/+@!$'()*,:".chars().forEach(PLAIN::set);
    }

    private final String root;
    private final Supplier<Set<Slug>> joined;

    /** @param root without a slash at its end */
    public Addresses(String root) {
        this(root, Set::of);
    }

    /** @param joined the names of tags that could be paths of expressions, such as {@code r+d}: there the tag lives, and the expression elsewhere */
    public Addresses(String root, Supplier<Set<Slug>> joined) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        this.joined = joined;
    }

    public String home() {
        return root + "/";
    }

    public String home(int page) {
        return home() + page(page);
    }

    public String article(Slug slug) {
        return root + "/articles/" + encode(slug.value()) + "/";
    }

    /** The index of all articles by their months. */
    public String articles() {
        return root + "/articles/";
    }

    public String articles(Year year, int page) {
        return articles() + "%04d/".formatted(year.getValue()) + page(page);
    }

    public String articles(YearMonth month, int page) {
        return articles() + DateTimeFormatter.ofPattern("uuuu/MM").format(month) + "/" + page(page);
    }

    /** The index of all authors. */
    public String authors() {
        return root + "/authors/";
    }

    public String author(Slug slug) {
        return root + "/authors/" + encode(slug.value()) + "/";
    }

    public String author(Slug slug, int page) {
        return author(slug) + page(page);
    }

    public String tags() {
        return root + "/tags/";
    }

    public String tag(Slug slug) {
        return root + "/tags/" + encode(slug.value()) + "/";
    }

    public String tag(Slug slug, int page) {
        return tag(slug) + page(page);
    }

    /**
     * The one address of the articles that an expression asks for. A path holds what is joined by one sign alone, of slugs that hold none: proxies may decode a
     * {@code %2B}. All else stands in the query, and so does what a tag takes the path of.
     */
    public String tags(TagExpression expression, int page) {
        if (expression.tag().isPresent()) {
            return tag(expression.tag().get(), page);
        }
        var isPlain = arePlain(expression.all()) && arePlain(expression.any()) && arePlain(expression.not());
        if (isPlain && expression.any().isEmpty() && !expression.all().isEmpty()) {
            var path = path(expression.all(), "+", expression.not());
            if (!taken().contains(path)) {
                return path + page(page);
            }
        }
        if (isPlain && expression.all().isEmpty() && expression.not().isEmpty()) {
            return path(expression.any(), ",", List.of()) + page(page);
        }
        return tags() + "?" + query(expression) + (page > 1 ? "&page=" + page : "");
    }

    /**
     * The address of what an expression and a further tag ask for together, by the tag; empty if that would be too many terms. The same as {@link #tags} of
     * {@link TagExpression#and}, but made to be asked for hundreds of tags.
     */
    public Function<Slug, Optional<String>> narrowing(TagExpression expression) {
        Function<Slug, Optional<String>> each = tag -> expression.and(tag).map(narrowed -> tags(narrowed, 1));
        var all = expression.all();
        if (!expression.any().isEmpty() || !arePlain(all) || !arePlain(expression.not()) || expression.terms() == TagExpression.MOST_TERMS) {
            return each;
        }
        var before = new String[all.size() + 1];        // by the place that the tag takes among the terms
        var behind = new String[all.size() + 1];
        for (var place = 0; place <= all.size(); place++) {
            before[place] = tags() + all.subList(0, place).stream().map(slug -> encode(slug.value()) + "+").collect(Collectors.joining());
            behind[place] = Stream.concat(all.subList(place, all.size()).stream().map(slug -> "+" + encode(slug.value())), expression.not().stream().map(slug -> "+-" + encode(slug.value())))
                    .collect(Collectors.joining()) + "/";
        }
        var taken = taken();
        return tag -> {
            var place = -Collections.binarySearch(all, tag) - 1;
            if (place < 0 || !isPlain(tag) || expression.not().contains(tag)) {
                return each.apply(tag);
            }
            var path = before[place] + encode(tag.value()) + behind[place];
            return taken.contains(path) ? each.apply(tag) : Optional.of(path);
        };
    }

    private Set<String> taken() {
        var names = joined.get();
        return names.isEmpty() ? Set.of() : names.stream().map(this::tag).collect(Collectors.toSet());
    }

    private static boolean arePlain(List<Slug> slugs) {
        for (var slug : slugs) {
            if (!isPlain(slug)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(Slug slug) {
        return slug.value().indexOf('+') < 0 && slug.value().indexOf(',') < 0 && !slug.value().startsWith("-");
    }

    private String path(List<Slug> slugs, String sign, List<Slug> not) {
        var path = new StringJoiner(sign, tags(), "/");
        slugs.forEach(slug -> path.add(encode(slug.value())));
        not.forEach(slug -> path.add("-" + encode(slug.value())));
        return path.toString();
    }

    /** The address at which programs get the articles that an expression asks for. */
    public String articles(TagExpression expression) {
        return root + "/api/v1/articles?" + query(expression);
    }

    private static String query(TagExpression expression) {
        var fields = new ArrayList<String>();
        expression.all().forEach(slug -> fields.add("all=" + inQuery(slug.value())));
        expression.any().forEach(slug -> fields.add("any=" + inQuery(slug.value())));
        expression.not().forEach(slug -> fields.add("not=" + inQuery(slug.value())));
        return String.join("&", fields);
    }

    /** The address of a file that belongs to a page, such as its feed: {@code /tags/java/feed.atom}, {@code /tags/feed.atom?all=c%2B%2B&not=java}. @param page the page's address */
    public static String beside(String page, String file) {
        var query = page.indexOf('?');
        return query < 0 ? page + file : page.substring(0, query) + file + page.substring(query);
    }

    /** The address of an article's source in Markdown. */
    public String source(Slug slug) {
        return root + "/articles/" + encode(slug.value()) + ".md";
    }

    /** The address of a picture's bytes. It may be kept for ever, since other bytes have another. */
    public String media(String sha256, String name) {
        return root + "/media/" + sha256.substring(0, 20) + "/" + encode(name);
    }

    /** The address of a path that begins with a slash and is written as addresses are. */
    public String of(String path) {
        return root + path;
    }

    /** The address of a page for whoever has to see it at least as it was at this edition: a node that is not so far yet waits for a moment. */
    public static String since(long edition, String page) {
        return page + (page.indexOf('?') < 0 ? '?' : '&') + EDITION + '=' + edition;
    }

    private static String page(int page) {
        return page == 1 ? "" : "page/" + page + "/";
    }

    private static String inQuery(String value) {
        return encode(value).replace("+", "%2B").replace(",", "%2C");
    }

    /** Percent-encodes what may not stand in a path; slashes stay. */
    public static String encode(String path) {
        var plain = 0;
        while (plain < path.length() && PLAIN.get(path.charAt(plain))) {
            plain++;
        }
        if (plain == path.length()) {
            return path;
        }
        var encoded = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            if (PLAIN.get(letter)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(letter >> 4, 16))).append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
