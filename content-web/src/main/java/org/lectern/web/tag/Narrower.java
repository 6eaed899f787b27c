package org.lectern.web.tag;

import java.util.List;
import java.util.stream.Stream;

import org.lectern.content.TagExpression;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;

/** A further tag that narrows a list. @param count how many articles it leaves; @param address where they stand */
record Narrower(String name, int count, String address) {

    /** @param further the tags that the articles of the expression carry besides; none if it has as many terms as it may */
    static List<Narrower> of(TagExpression expression, List<TagCount> further, Addresses addresses) {
        var narrowing = addresses.narrowing(expression);
        return further.stream().flatMap(tag -> narrowing.apply(tag.slug()).map(address -> new Narrower(tag.name(), tag.count(), address)).stream()).toList();
    }
}
