package org.lectern.web.article;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.Card;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.site.Site;

/** The front page {@code /}: all articles, the newest first. */
@Named
@RequestScoped
public class NewestArticles {

    /** How many of the fullest tags stand beside the list. */
    private static final int MOST_TAGS = 15;

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    Settings settings;

    private ArchivePage page;
    private List<Card> cards;
    private List<TagCount> tags;

    /** @return whether there is such a page */
    public boolean load(int number) {
        var snapshot = site.snapshot();
        var found = snapshot.newest(number, settings.pageSize());
        if (found.isEmpty()) {
            return false;
        }
        page = found.get();
        cards = reading.cards(snapshot, page.ids(), site.addresses());
        tags = snapshot.tagsByCount();
        return true;
    }

    public ArchivePage getPage() {
        return page;
    }

    public List<Card> getCards() {
        return cards;
    }

    /** The tags with the most articles. */
    public List<TagCount> getFullestTags() {
        return tags.subList(0, Math.min(MOST_TAGS, tags.size()));
    }

    /** Whether an author is named on this page, so that there is an index of them to go to. */
    public boolean isSigned() {
        return cards.stream().anyMatch(card -> !card.authors().isEmpty());
    }

    /** How many tags there are. */
    public int getTags() {
        return tags.size();
    }

    public Pager getPager() {
        return new Pager(page.page(), page.pages(), number -> site.addresses().home(number));
    }

    public String getLinkedData() {
        return site.listData(site.texts().say("newest.heading"), site.texts().say("newest.description", site.getName()), getCanonical(), page.total());
    }

    public String getCanonical() {
        return site.absolute(site.addresses().home(page.page()));
    }
}
