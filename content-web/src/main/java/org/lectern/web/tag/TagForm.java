package org.lectern.web.tag;

import java.util.List;

import org.lectern.content.address.AskedTags;

/** The form that builds an expression of tags, with what stands in its fields: names of tags, parted by commas. */
public record TagForm(String all, String any, String without) {

    /** Nothing is written yet. */
    public static final TagForm EMPTY = new TagForm("", "", "");

    /** What somebody has written. */
    public static TagForm of(AskedTags asked) {
        return new TagForm(listed(asked.all()), listed(asked.any()), listed(asked.not()));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
