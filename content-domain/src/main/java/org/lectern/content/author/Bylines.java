package org.lectern.content.author;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;

/** Finds the authors that a text names, and makes those who are new. Works inside the caller's transaction. */
@ApplicationScoped
public class Bylines {

    @Inject
    Authors authors;

    /**
     * The authors of these names in the same order, each once: who has an account and calls himself so, else who has the slug of this name or had it once, else somebody
     * new.
     */
    public List<Author> of(List<String> names) {
        var wanted = new LinkedHashMap<Slug, String>();
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> wanted.putIfAbsent(Slug.from(name), name));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var known = known(wanted);
        return wanted.entrySet().stream()
                .map(name -> known.containsKey(name.getKey()) ? known.get(name.getKey()) : authors.add(new Author(name.getKey(), name.getValue())))
                .distinct()
                .toList();
    }

    private Map<Slug, Author> known(Map<Slug, String> wanted) {
        var byId = new LinkedHashMap<Long, Author>();
        var found = new LinkedHashMap<Slug, Author>();
        authors.bySlugs(wanted.keySet()).forEach(author -> found.put(author.slug(), byId.computeIfAbsent(author.id(), id -> author)));
        var others = authors.aliases(wanted.keySet().stream().map(Slug::value).toList());
        if (!others.isEmpty()) {
            authors.byIds(others.stream().map(AuthorAlias::authorId).toList()).forEach(author -> byId.putIfAbsent(author.id(), author));
            others.forEach(alias -> found.putIfAbsent(alias.slug(), byId.get(alias.authorId())));
        }
        authors.withAccountNamed(wanted.values()).forEach(author -> found.put(Slug.from(author.name()), byId.computeIfAbsent(author.id(), id -> author)));
        return found;
    }
}
