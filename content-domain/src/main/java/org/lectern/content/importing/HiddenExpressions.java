package org.lectern.content.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lectern.content.Slug;
import org.lectern.content.address.AskedTags;

/** The tags of a source that take the address of an expression of tags, such as {@code java+postgresql} where {@code java} and {@code postgresql} are tags too. */
final class HiddenExpressions {

    private HiddenExpressions() {
    }

    /** One remark on each, at the first file that has it. @param known those of these slugs that are tags already */
    static List<Remark> in(List<SourceArticle> articles, UnaryOperator<Set<Slug>> known) {
        var first = new LinkedHashMap<Slug, Remark>();
        articles.forEach(article -> article.tags().forEach(name -> {
            var slug = Slug.from(name);
            if (slug.value().indexOf('+') > 0) {
                first.putIfAbsent(slug, Remark.noted(article.path(), 0, "import.noted.expression", name, "/tags/" + slug + "/"));
            }
        }));
        if (first.isEmpty()) {
            return List.of();
        }
        var terms = first.keySet().stream().flatMap(slug -> terms(slug).map(found -> Map.entry(slug, found)).stream()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var tags = articles.stream().flatMap(article -> article.tags().stream()).map(Slug::from).collect(Collectors.toSet());
        tags.addAll(known.apply(terms.values().stream().flatMap(Collection::stream).collect(Collectors.toSet())));
        return first.entrySet().stream().filter(tag -> terms.containsKey(tag.getKey()) && tags.containsAll(terms.get(tag.getKey()))).map(Map.Entry::getValue).toList();
    }

    /** What the slug asks for if it is read as an expression; empty if it is none. */
    private static Optional<Set<Slug>> terms(Slug slug) {
        return AskedTags.ofPath(slug.value(), 1, Optional::of).map(asked -> Stream.of(asked.all(), asked.any(), asked.not()).flatMap(List::stream).map(Slug::parse).toList())
                .filter(terms -> terms.stream().allMatch(Optional::isPresent)).map(terms -> terms.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }
}
