package org.lectern.web.tag;

import java.util.List;

import com.ibm.icu.text.ListFormatter;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.archive.TagCount;
import org.lectern.web.site.Site;

/** An expression of tags in words. */
public record Phrase(TagExpression expression, Site site) {

    /** {@code Articles tagged with "A" and "B", without "C"}. */
    public String heading() {
        var all = listed(expression.all(), ListFormatter.Type.AND);
        var any = listed(expression.any(), ListFormatter.Type.OR);
        var not = listed(expression.not(), ListFormatter.Type.OR);
        var tagged = all.isEmpty() && any.isEmpty() ? site.texts().say("selection.untagged", not)
                : any.isEmpty() ? site.texts().say("selection.tagged", all)
                : all.isEmpty() ? site.texts().say("selection.tagged", any)
                : site.texts().say("selection.tagged.both", all, any);
        return not.isEmpty() || all.isEmpty() && any.isEmpty() ? tagged : site.texts().say("selection.without", tagged, not);
    }

    /** How many articles are there: {@code Showing 11 articles with these tags.} */
    public String showing(int total) {
        return site.texts().say("selection.showing", total, kind());
    }

    /** Why nothing is there; empty if something is. */
    public String reason(int total) {
        if (total > 0) {
            return "";
        }
        return expression.contradiction().map(tag -> site.texts().say("selection.contradiction", name(tag))).orElseGet(() -> site.texts().say("selection.none", kind()));
    }

    /** {@code all} if its tags stand together, {@code any} if one of them is enough, else {@code other}. */
    private String kind() {
        return !expression.not().isEmpty() ? "other" : expression.any().isEmpty() ? "all" : expression.all().isEmpty() ? "any" : "other";
    }

    /** A tag's name, or its slug if it is not known. */
    String name(Slug tag) {
        return site.snapshot().tag(tag).map(TagCount::name).orElseGet(tag::value);
    }

    private String listed(List<Slug> tags, ListFormatter.Type type) {
        return tags.isEmpty() ? "" : ListFormatter.getInstance(site.getLocale(), type, ListFormatter.Width.WIDE).format(tags.stream().map(tag -> site.texts().say("selection.tag", name(tag))).toList());
    }
}
