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
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.TagCount;
import org.lectern.content.archive.TagRef;
import org.lectern.web.site.Site;
import org.lectern.web.tag.TagForm;
import org.lectern.web.tag.VisibleTags;

/** The page for an address at which nothing is: says so, and offers the tags that its words resemble; of an expression, each name that no tag has, and the form to mend it. */
@Named
@RequestScoped
public class Missing {

    private static final int MOST = 8;

    /** The longest part of an address that is looked at, in characters: strangers write it. */
    private static final int LONGEST = 80;

    @Inject
    Site site;

    private List<TagRef> similar = List.of();
    private List<Unknown> unknown = List.of();
    private TagForm form;
    private String bound = "";
    private String offer = "";
    private String offered = "";

    /** A name under which no tag is. @param similar what may have been meant */
    public record Unknown(String name, List<Meant> similar) {
    }

    /** A tag that may have been meant. @param address of what would have been asked for with it */
    public record Meant(String name, String address) {
    }

    /** @param path decoded; may be empty */
    void load(String path) {
        var parts = Stream.of(path.split("/")).filter(part -> !part.isBlank() && !part.equals("tags") && !part.equals("articles") && !part.matches("page|[0-9]+")).toList();
        if (form == null && !parts.isEmpty()) {
            similar = similar(String.join("/", parts)).stream().map(TagCount::ref).toList();
        }
    }

    /** Says what is wrong with an expression that has no page. */
    void load(AskedTags asked) {
        var tags = new VisibleTags(site.snapshot());
        form = TagForm.of(asked);
        var terms = tags.terms(asked);
        if (terms > TagExpression.MOST_TERMS) {
            bound = site.texts().say("missing.terms", terms, TagExpression.MOST_TERMS);
            return;
        }
        unknown = tags.unknown(asked).stream().map(name -> new Unknown(name, similar(name).stream().map(tag -> new Meant(tag.name(), address(asked, name, tag))).toList())).toList();
    }

    /** Where somebody who has written a name wrongly wanted to go; if other names are wrong too, to the tag. */
    private String address(AskedTags asked, String name, TagCount tag) {
        return new VisibleTags(site.snapshot()).find(asked, name, tag.slug()).map(meant -> site.addresses().tags(meant, 1)).orElseGet(() -> site.tag(tag.slug()));
    }

    private List<TagCount> similar(String written) {
        var asked = written.toLowerCase(Locale.ROOT);
        var name = asked.substring(0, Math.min(LONGEST, asked.length()));
        var words = Stream.of(name.replaceFirst("\\.[a-z]{2,5}$", "").split("[/_ .+-]+")).filter(word -> word.length() > 2).collect(Collectors.toSet());
        return site.snapshot().tags().stream()
                .map(tag -> new Likeness(tag, likeness(tag.slug().value(), name, words)))
                .filter(likeness -> likeness.degree() > 0)
                .sorted(Comparator.comparingInt(Likeness::degree).thenComparingInt(likeness -> likeness.tag().count()).reversed())
                .limit(MOST).map(Likeness::tag).toList();
    }

    /** Says that the address may have meant this. @param why key of the sentence that says why it did not */
    void offer(TagExpression meant, String why) {
        offer = site.addresses().tags(meant, 1);
        offered = site.texts().say(why);
    }

    /** An address that may have been meant; empty if none. */
    public String getOffer() {
        return offer;
    }

    /** Why the address did not mean it. */
    public String getOffered() {
        return offered;
    }

    public List<TagRef> getSimilar() {
        return similar;
    }

    /** The names that an expression asks for and that no tag has. */
    public List<Unknown> getUnknown() {
        return unknown;
    }

    /** That an expression asks for too many tags, and how many it may ask for; empty if it does not. */
    public String getBound() {
        return bound;
    }

    /** What an expression asks for, to be mended; null if the address is none. */
    public TagForm getForm() {
        return form;
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
