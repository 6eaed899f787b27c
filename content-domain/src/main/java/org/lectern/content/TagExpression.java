package org.lectern.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;


/**
 * Which articles somebody asks for by their tags: those that carry all of some tags, at least one of others, and none of the rest.
 *
 * <p>It is always in its one normal form: two that ask for the same articles whatever these are, are equal. Each list is sorted and holds no slug twice; what must be
 * there, or must not, is no alternative any more; one alternative alone is a demand. Of one that contradicts itself all terms stay, so that it can be said why.
 *
 * @param all an article must carry each of these
 * @param any and one of these, unless there is none
 * @param not and none of these
 */
public record TagExpression(List<Slug> all, List<Slug> any, List<Slug> not) {

    /** The most terms of one expression. Each costs time, and nobody can read more. */
    public static final int MOST_TERMS = 8;

    /** @throws IllegalArgumentException if there is no term, or more than {@link #MOST_TERMS} */
    public TagExpression {
        all = sorted(all);
        any = sorted(any);
        not = sorted(not);
        if (any.stream().anyMatch(all::contains)) {
            any = List.of();
        }
        var excluded = not;
        var possible = any.stream().filter(slug -> !excluded.contains(slug)).toList();
        if (possible.size() == 1) {
            all = sorted(Stream.concat(all.stream(), possible.stream()).toList());
            any = List.of();
        } else if (!possible.isEmpty()) {
            any = possible;
        }
        var terms = all.size() + any.size() + not.size();
        if (terms == 0 || terms > MOST_TERMS) {
            throw new IllegalArgumentException(terms + " terms");
        }
    }

    public static TagExpression of(Slug tag) {
        return new TagExpression(List.of(tag), List.of(), List.of());
    }

    /** This one, and the tag besides; empty if that would be too many terms. */
    public Optional<TagExpression> and(Slug tag) {
        return of(Stream.concat(all.stream(), Stream.of(tag)).toList(), any, not);
    }

    /** This one without a term; empty if nothing is left. */
    public Optional<TagExpression> without(Slug term) {
        return of(less(all, term), less(any, term), less(not, term));
    }

    /** Empty if there is no term, or more than {@link #MOST_TERMS}. */
    public static Optional<TagExpression> of(List<Slug> all, List<Slug> any, List<Slug> not) {
        var asked = Stream.of(all, any, not).mapToLong(terms -> terms.stream().distinct().count()).sum();
        return asked == 0 || asked > MOST_TERMS ? Optional.empty() : Optional.of(new TagExpression(all, any, not));
    }

    /** The one tag that it asks for, if that is all. */
    public Optional<Slug> tag() {
        return terms() == 1 && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    public int terms() {
        return all.size() + any.size() + not.size();
    }

    /** A tag that is asked for and excluded at once; empty if an article may be what it asks for. */
    public Optional<Slug> contradiction() {
        return all.stream().filter(not::contains).findFirst().or(() -> !any.isEmpty() && not.containsAll(any) ? Optional.of(any.get(0)) : Optional.empty());
    }

    private static List<Slug> sorted(Collection<Slug> slugs) {
        return slugs.stream().distinct().sorted().toList();
    }

    private static List<Slug> less(List<Slug> slugs, Slug one) {
        return slugs.stream().filter(slug -> !slug.equals(one)).toList();
    }
}
