package org.lectern.content.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

/**
 * The tags that an address names, as they were written. In a path a plus joins what must be there, a hyphen behind it marks what must not, and a comma parts
 * alternatives: {@code kafka+java+-legacy}, {@code kafka,rabbitmq}. In a query each has a name: {@code all=kafka&any=java&any=go&not=legacy}. A value may hold several,
 * as somebody types them into one field, parted by commas; but a name may hold commas itself, and so the longest that is one goes before.
 *
 * @param page from 1
 */
public record AskedTags(List<String> all, List<String> any, List<String> not, int page) {

    private static final int MOST_DIGITS = 9;

    /** More names than this are not looked up: strangers write them. */
    private static final int MOST_NAMES = 2 * TagExpression.MOST_TERMS;

    /**
     * @param path below {@code /tags/} as it was sent: in it, what belongs to a slug is percent-encoded
     * @param decode undoes percent-encoding; empty if it is broken
     * @return empty if it is no expression; one that holds both a plus and a comma has a meaning only if its commas stand between the same two pluses
     */
    public static Optional<AskedTags> ofPath(String path, int page, Function<String, Optional<String>> decode) {
        var all = new ArrayList<String>();
        var any = new ArrayList<String>();
        var not = new ArrayList<String>();
        for (var term : path.split("\\+", -1)) {
            var alternatives = term.split(",", -1);
            if (alternatives.length > 1 && !any.isEmpty()) {
                return Optional.empty();
            }
            for (var written : alternatives) {
                var name = decode.apply(written).filter(decoded -> !decoded.isEmpty());
                if (name.isEmpty()) {
                    return Optional.empty();
                }
                if (alternatives.length > 1) {
                    any.add(name.get());
                } else if (written.startsWith("-") && written.length() > 1) {
                    not.add(name.get().substring(1));
                } else {
                    all.add(name.get());
                }
            }
        }
        return all.size() == 1 && any.isEmpty() && not.isEmpty() ? Optional.empty() : Optional.of(new AskedTags(all, any, not, page));
    }

    /** @param query of an address; may be null @return empty if it names no tag */
    public static Optional<AskedTags> ofQuery(String query) {
        var asked = new AskedTags(values(query, "all"), values(query, "any"), values(query, "not"),
                values(query, "page").stream().filter(page -> page.matches("[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}")).findFirst().map(Integer::valueOf).orElse(1));
        return asked.values().findAny().isEmpty() ? Optional.empty() : Optional.of(asked);
    }

    /** The same of a path, where a hyphen that marks what must not be there belongs to the name: {@code -Wall}. */
    public AskedTags literally() {
        return new AskedTags(Stream.concat(all.stream(), not.stream().map(name -> "-" + name)).toList(), any, List.of(), page);
    }

    /** Whether the path of an address can be an expression: a slug that was written so would be one of a tag that is not there. */
    public static boolean isIn(String path) {
        return path.indexOf('+') >= 0 || path.indexOf(',') >= 0 || path.startsWith("-");
    }

    /** Whether it uses both signs, which no canonical path does. */
    public static boolean isMixed(String path) {
        return path.indexOf('+') >= 0 && path.indexOf(',') >= 0;
    }

    /** Whether two queries name the same tags and page in the same words; what else stands in them does not count. */
    public static boolean isSame(String query, String other) {
        return query != null && terms(query).equals(terms(other));
    }

    /** A tag that is asked for. @param slug empty if there is none of this name */
    private record Term(String name, Optional<Slug> slug) {
    }

    /** @param find the slug of a tag by its name as written; for a name with a comma only if the tag is called just that @return empty if one of them is not there, or if there are too many */
    public Optional<TagExpression> find(Function<String, Optional<Slug>> find) {
        if (isBeyondReading() || !unknown(find).isEmpty()) {
            return Optional.empty();
        }
        return TagExpression.of(slugs(all, find), slugs(any, find), slugs(not, find));
    }

    /** The names that lead to no tag, each once; none if there are so many that nobody looks. @param find as of {@link #find} */
    public List<String> unknown(Function<String, Optional<Slug>> find) {
        return isBeyondReading() ? List.of() : values().flatMap(value -> terms(value, find).stream()).filter(term -> term.slug().isEmpty()).map(Term::name).distinct().toList();
    }

    /** How many terms it has, those that are named twice once. @param find as of {@link #find} */
    public int terms(Function<String, Optional<Slug>> find) {
        if (isBeyondReading()) {
            return (int) values().flatMap(value -> Stream.of(value.split(","))).count();
        }
        return (int) Stream.of(all, any, not).mapToLong(values -> values.stream().flatMap(value -> terms(value, find).stream()).map(term -> term.slug().map(Slug::value).orElse(term.name())).distinct().count()).sum();
    }

    private boolean isBeyondReading() {
        return values().flatMap(value -> Stream.of(value.split(","))).limit(MOST_NAMES + 1L).count() > MOST_NAMES;
    }

    private Stream<String> values() {
        return Stream.of(all, any, not).flatMap(List::stream);
    }

    private static List<Slug> slugs(List<String> values, Function<String, Optional<Slug>> find) {
        return values.stream().flatMap(value -> terms(value, find).stream()).flatMap(term -> term.slug().stream()).toList();
    }

    private static List<Term> terms(String value, Function<String, Optional<Slug>> find) {
        var parts = value.split(",");
        var terms = new ArrayList<Term>();
        for (var from = 0; from < parts.length;) {
            var until = parts.length;
            var term = term(parts, from, until, find);
            while (until > from + 1 && term.slug().isEmpty()) {
                until--;
                term = term(parts, from, until, find);
            }
            if (!term.name().isEmpty()) {
                terms.add(term);
            }
            from = until;
        }
        return terms;
    }

    private static Term term(String[] parts, int from, int until, Function<String, Optional<Slug>> find) {
        var name = String.join(",", List.of(parts).subList(from, until)).strip();
        return new Term(name, name.isEmpty() ? Optional.empty() : find.apply(name));
    }

    private static List<String> terms(String query) {
        return Stream.of(query.split("&")).filter(pair -> pair.matches("(all|any|not|page)=.*")).map(AskedTags::decode).toList();
    }

    private static List<String> values(String query, String name) {
        if (query == null) {
            return List.of();
        }
        return Stream.of(query.split("&")).filter(pair -> pair.startsWith(name + "=")).map(pair -> decode(pair.substring(name.length() + 1)).strip())
                .filter(value -> !value.replace(",", "").isBlank()).toList();
    }

    /** Of what is no percent-encoding, nothing stays. */
    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
