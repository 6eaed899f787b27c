package org.lectern.web.tag;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.archive.TagCount;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Site;

/** The page {@code /tags/}: all tags that readers may meet, by name under their letters, or by the number of their articles. */
@Named
@RequestScoped
public class TagIndex {

    @Inject
    Site site;

    private List<TagCount> tags;
    private boolean byCount;

    /** @param query of the address, {@code by=count} for the order by number; may be null */
    public void load(String query) {
        byCount = query != null && List.of(query.split("&")).contains("by=count");
        tags = byCount ? site.snapshot().tagsByCount() : site.snapshot().tags();
    }

    public boolean isByCount() {
        return byCount;
    }

    /** In the order asked for. */
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
        return site.listData(heading, site.texts().say("tags.description", site.getName()), getCanonical(), tags.size(), new LinkedData.Step(heading, getCanonical()));
    }

    public String getCanonical() {
        return site.absolute(site.getTags());
    }
}
