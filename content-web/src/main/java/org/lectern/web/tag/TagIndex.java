package org.lectern.web.tag;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.archive.TagCount;
import org.lectern.web.site.Site;

/** The page {@code /tags/}: all tags that readers may meet, by name under their letters, or by the number of their articles. */
@Named
@RequestScoped
public class TagIndex {

    @Inject
    Site site;

    private List<TagCount> tags;
    private boolean byCount;
    private String part;

    /** @param query of the address, {@code by=count} for the order by number, {@code q=} and a part of their names for some of them; may be null */
    public void load(String query) {
        var fields = query == null ? List.<String>of() : List.of(query.split("&"));
        byCount = fields.contains("by=count");
        part = fields.stream().filter(field -> field.startsWith("q=")).findFirst().map(field -> URLDecoder.decode(field.substring(2), StandardCharsets.UTF_8).strip()).orElse("");
        tags = byCount ? site.snapshot().tagsByCount() : site.snapshot().tags();
    }

    /** What is asked for as a part of their names; empty for all. */
    public String getPart() {
        return part;
    }

    public boolean isFiltered() {
        return !part.isEmpty();
    }

    /** How many of them have the part in their names. */
    public int getFound() {
        return (int) tags.stream().filter(tag -> TagCounts.holds(tag, part)).count();
    }

    /** Where all of them are shown in this order. */
    public String getWhole() {
        return address(byCount, "");
    }

    /** Where the same is shown in the order by name, or by number. */
    public String order(boolean count) {
        return address(count, part);
    }

    private String address(boolean count, String part) {
        var fields = Stream.of(count ? "by=count" : "", !part.isEmpty() ? "q=" + URLEncoder.encode(part, StandardCharsets.UTF_8) : "").filter(field -> !field.isEmpty()).collect(Collectors.joining("&"));
        return site.getTags() + (fields.isEmpty() ? "" : "?" + fields);
    }

    /** The form for several tags. */
    public TagForm getForm() {
        return TagForm.of(tags);
    }

    public boolean isByCount() {
        return byCount;
    }

    /** All, in the order asked for. */
    public List<TagCount> getTags() {
        return tags;
    }

    public List<Letter> getLetters() {
        return Letter.divide(tags, site.getLocale());
    }

    public int getArticles() {
        return site.snapshot().size();
    }

    public String getLinkedData() {
        var heading = site.texts().say("tags.heading");
        return site.listData(heading, site.texts().say("tags.description", site.getName()), getCanonical(), getFound());
    }

    public String getCanonical() {
        return site.absolute(site.getTags());
    }
}
