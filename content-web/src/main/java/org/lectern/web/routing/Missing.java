package org.lectern.web.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.TagExpression;
import org.lectern.content.archive.TagCount;
import org.lectern.content.archive.TagRef;
import org.lectern.web.site.Site;

/** The page for an address at which nothing is: says so, and offers the tags that its words resemble. */
@Named
@RequestScoped
public class Missing {

    private static final int MOST = 8;

    /** The longest part of an address that is looked at, in characters: strangers write it. */
    private static final int LONGEST = 80;

    @Inject
    Site site;

    private List<TagRef> similar = List.of();
    private String offer = "";

    /** @param path decoded; may be empty */
    void load(String path) {
        var parts = Stream.of(path.split("/")).filter(part -> !part.isBlank() && !part.equals("tags") && !part.equals("articles") && !part.matches("page|[0-9]+")).toList();
        if (parts.isEmpty()) {
            return;
        }
        var asked = String.join("/", parts).toLowerCase(Locale.ROOT);
        var name = asked.substring(0, Math.min(LONGEST, asked.length()));
        var words = Stream.of(name.replaceFirst("\\.[a-z]{2,5}$", "").split("[/_ .+-]+")).filter(word -> word.length() > 2).collect(Collectors.toSet());
        similar = site.snapshot().tags().stream()
                .map(tag -> new Likeness(tag, likeness(tag.slug().value(), name, words)))
                .filter(likeness -> likeness.degree() > 0)
                .sorted(Comparator.comparingInt(Likeness::degree).thenComparingInt(likeness -> likeness.tag().count()).reversed())
                .limit(MOST).map(likeness -> likeness.tag().ref()).toList();
    }

    /** Says that the address may have meant this. */
    void offer(TagExpression meant) {
        offer = site.addresses().tags(meant, 1);
    }

    /** An address that may have been meant; empty if none. */
    public String getOffer() {
        return offer;
    }

    public List<TagRef> getSimilar() {
        return similar;
    }

    private record Likeness(TagCount tag, int degree) {
    }

    /** From 0 for nothing in common to 3 for a slip of the finger. */
    static int likeness(String slug, String asked, Set<String> words) {
        if (isWithin(asked.length() < 5 ? 1 : 2, slug, asked)) {
            return 3;
        }
        if (words.contains(slug)) {
            return 2;
        }
        return slug.length() > 2 && asked.length() > 2 && (slug.startsWith(asked) || asked.startsWith(slug + "-") || slug.endsWith("-" + asked)) ? 1 : 0;
    }

    /** Whether so few letters put in, left out or changed make one text of the other. */
    private static boolean isWithin(int most, String one, String other) {
        if (Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        var above = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.length(); j++) {
                var changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return false;
            }
            above = row;
        }
        return above[other.length()] <= most;
    }
}
