package org.lectern.web.tag;

import java.util.List;

import org.lectern.content.TagExpression;
import org.lectern.content.archive.TagCount;
import org.lectern.web.cache.Prepacked;
import org.lectern.web.site.Site;

/** The further tags that narrow a list. @param names of the fullest; none if nothing narrows it @param links to all of them, with the number of articles that each leaves */
public record Narrowing(List<String> names, Prepacked links) {

    /** A form offers no more names than this. */
    private static final int MOST_NAMES = 50;

    /** @param further the tags that the articles of the expression carry besides, the fullest first */
    static Narrowing of(TagExpression expression, List<TagCount> further, Site site) {
        var narrowers = Narrower.of(expression, further, site.addresses());
        return new Narrowing(narrowers.stream().limit(MOST_NAMES).map(Narrower::name).toList(), Prepacked.of(NarrowerLinks.html(narrowers, site)));
    }
}
