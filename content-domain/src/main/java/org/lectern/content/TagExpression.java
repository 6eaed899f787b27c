package org.lectern.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
        if (!any.isEmpty()) {
            var alternatives = Collections.disjoint(any, all) ? any : List.<Slug>of();
            var excluded = not;
            var possible = alternatives.stream().filter(slug -> !excluded.contains(slug)).toList();
            all = possible.size() == 1 ? sorted(joined(all, possible.get(0))) : all;
            any = possible.isEmpty() ? alternatives : possible.size() == 1 ? List.of() : possible;
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
        return of(joined(all, tag), any, not);
    }

    /** This one without a term; empty if nothing is left. */
    public Optional<TagExpression> without(Slug term) {
        return of(less(all, term), less(any, term), less(not, term));
    }

    /** Empty if there is no term, or more than {@link #MOST_TERMS}. */
    public static Optional<TagExpression> of(List<Slug> all, List<Slug> any, List<Slug> not) {
        var asked = distinct(all).size() + distinct(any).size() + distinct(not).size();
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

    private static List<Slug> sorted(List<Slug> slugs) {
        return slugs.size() < 2 ? List.copyOf(slugs) : List.copyOf(distinct(slugs));
    }

    private static Collection<Slug> distinct(List<Slug> slugs) {
        return slugs.size() < 2 ? slugs : new TreeSet<>(slugs);
    }

    private static List<Slug> joined(List<Slug> slugs, Slug one) {
        var joined = new ArrayList<>(slugs);
        joined.add(one);
        return joined;
    }

    private static List<Slug> less(List<Slug> slugs, Slug one) {
        return slugs.stream().filter(slug -> !slug.equals(one)).toList();
    }
}
