package org.lectern.web.tag;

import java.util.List;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;

/** The form that builds an expression of tags, with what stands in its fields: names of tags, parted by commas. @param names that it offers while somebody types */
public record TagForm(String all, String any, String without, List<String> names) {

    /** What somebody has written. */
    public static TagForm of(AskedTags asked) {
        return new TagForm(listed(asked.all()), listed(asked.any()), listed(asked.not()), List.of());
    }

    /** Nothing is written yet, and all tags are offered. */
    static TagForm of(List<TagCount> tags) {
        return new TagForm("", "", "", tags.stream().map(TagCount::name).toList());
    }

    /** What asks for this expression, and narrows it. A tag that is not found by its name is named by its slug. */
    static TagForm of(TagExpression expression, Narrowing narrowing, Snapshot snapshot) {
        return new TagForm(named(expression.all(), snapshot), named(expression.any(), snapshot), named(expression.not(), snapshot), narrowing.names());
    }

    private static String named(List<Slug> tags, Snapshot snapshot) {
        var visible = new VisibleTags(snapshot);
        return listed(tags.stream().map(slug -> snapshot.tag(slug).map(TagCount::name).filter(name -> visible.find(name).filter(found -> found.slug().equals(slug)).isPresent()).orElseGet(slug::value)).toList());
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
