package org.lectern.content.author;

import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;

/** Finds the authors that a text names, and makes those who are new. Works inside the caller's transaction. */
@ApplicationScoped
public class Bylines {

    @Inject
    Authors authors;

    /** The authors of these names in the same order, each once. The slug is an author's identity. */
    public List<Author> of(List<String> names) {
        var wanted = new LinkedHashMap<Slug, String>();
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> wanted.putIfAbsent(Slug.from(name), name));
        if (wanted.isEmpty()) {
            return List.of();
        }
        var known = new LinkedHashMap<Slug, Author>();
        authors.bySlugs(wanted.keySet()).forEach(author -> known.put(author.slug(), author));
        return wanted.entrySet().stream()
                .map(name -> known.containsKey(name.getKey()) ? known.get(name.getKey()) : authors.add(new Author(name.getKey(), name.getValue())))
                .toList();
    }
}
