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
 * alternatives: {@code kafka+java+-legacy}, {@code kafka,rabbitmq}. In a query each has a name: {@code all=kafka&any=java&any=go&not=legacy}.
 *
 * @param page from 1
 */
public record AskedTags(List<String> all, List<String> any, List<String> not, int page) {

    private static final int MOST_DIGITS = 9;

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
        return asked.names().isEmpty() ? Optional.empty() : Optional.of(asked);
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

    private List<String> names() {
        return Stream.of(all, any, not).flatMap(List::stream).toList();
    }

    /** @param find the slug of a tag by its name as written @return empty if one of them is not there, or if there are too many */
    public Optional<TagExpression> find(Function<String, Optional<Slug>> find) {
        if (names().size() > 2 * TagExpression.MOST_TERMS || !names().stream().allMatch(name -> find.apply(name).isPresent())) {
            return Optional.empty();
        }
        return TagExpression.of(slugs(all, find), slugs(any, find), slugs(not, find));
    }

    private static List<Slug> slugs(List<String> names, Function<String, Optional<Slug>> find) {
        return names.stream().flatMap(name -> find.apply(name).stream()).toList();
    }

    private static List<String> terms(String query) {
        return Stream.of(query.split("&")).filter(pair -> pair.matches("(all|any|not|page)=.*")).map(AskedTags::decode).toList();
    }

    /** A field of a form holds several, parted by commas. */
    private static List<String> values(String query, String name) {
        if (query == null) {
            return List.of();
        }
        return Stream.of(query.split("&")).filter(pair -> pair.startsWith(name + "=")).map(pair -> decode(pair.substring(name.length() + 1)))
                .flatMap(value -> Stream.of(value.split(","))).map(String::strip).filter(value -> !value.isEmpty()).toList();
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
