package org.lectern.web.tag;

import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;

/** Finds the tags that readers may meet by what people write for them. */
public record VisibleTags(Snapshot snapshot) {

    /** A visible tag by its slug, another name of it, or as people write it: {@code Machine Learning}. With a comma its name alone is written so, for a comma parts tags. */
    public Optional<TagCount> find(String name) {
        var slug = Slug.parseLeniently(name);
        return slug.flatMap(this::living).or(() -> slug.flatMap(snapshot::tagByAlias).flatMap(this::living))
                .or(() -> living(Slug.from(name)).filter(tag -> name.indexOf(',') < 0 || tag.name().equalsIgnoreCase(name)));
    }

    /** The expression that is asked for; empty if one of its tags is not there, or if there are too many. */
    public Optional<TagExpression> find(AskedTags asked) {
        return asked.find(this::slug);
    }

    /** The expression that would be asked for if a name in it led to another tag; empty as of {@link #find(AskedTags)}. */
    public Optional<TagExpression> find(AskedTags asked, String name, Slug meant) {
        return asked.find(each -> each.equals(name) ? Optional.of(meant) : slug(each));
    }

    /** The names that lead to no tag. */
    public List<String> unknown(AskedTags asked) {
        return asked.unknown(this::slug);
    }

    /** How many terms it has. */
    public int terms(AskedTags asked) {
        return asked.terms(this::slug);
    }

    private Optional<Slug> slug(String name) {
        return find(name).map(TagCount::slug);
    }

    private Optional<TagCount> living(Slug slug) {
        return snapshot.tag(slug).filter(tag -> tag.count() > 0);
    }
}
