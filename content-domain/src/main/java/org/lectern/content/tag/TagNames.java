package org.lectern.content.tag;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Slug;

/** Finds the tags that a text names, and makes those that are new. Works inside the caller's transaction. */
@ApplicationScoped
public class TagNames {

    @Inject
    Tags tags;

    /** The tag of each name, by slug, then by alias, else a new one. In the order of the names; a tag that is named twice stands at its first name. */
    public Map<String, Tag> resolve(List<String> names) {
        var slugs = new LinkedHashMap<Slug, String>();
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> slugs.putIfAbsent(Slug.from(name), name));
        if (slugs.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<Slug, Tag>();
        tags.bySlugs(slugs.keySet()).forEach(tag -> known.put(tag.slug(), tag));
        var unknown = slugs.keySet().stream().filter(slug -> !known.containsKey(slug)).map(Slug::value).toList();
        if (!unknown.isEmpty()) {
            var aliases = tags.aliases(unknown);
            if (!aliases.isEmpty()) {
                var byId = new HashMap<Long, Tag>();
                tags.byIds(aliases.stream().map(TagAlias::tagId).distinct().toList()).forEach(tag -> byId.put(tag.id(), tag));
                aliases.forEach(alias -> known.put(alias.alias(), byId.get(alias.tagId())));
            }
        }
        var found = new LinkedHashMap<String, Tag>();
        var taken = new java.util.HashSet<Long>();
        slugs.forEach((slug, name) -> {
            var tag = known.containsKey(slug) ? known.get(slug) : tags.add(new Tag(slug, name));
            if (taken.add(tag.id())) {
                found.put(name, tag);
            }
        });
        return found;
    }
}
