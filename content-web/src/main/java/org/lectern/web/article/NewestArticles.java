package org.lectern.web.article;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.cache.Basis;
import org.lectern.web.cache.Identity;
import org.lectern.web.card.CardList;
import org.lectern.web.card.KeptCards;
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
    KeptCards keptCards;

    @Inject
    Settings settings;

    private Seen seen;
    private ArchivePage page;
    private CardList cards;

    /** What the page depends on. @param fullest the tags beside the list; @param tags how many there are */
    private record Seen(long generation, Identity names, Optional<ArchivePage> page, List<Optional<Identity>> articles, List<TagCount> fullest, int tags) {

        static Seen of(Snapshot snapshot, int number, int pageSize, long generation) {
            var page = snapshot.newest(number, pageSize);
            var tags = snapshot.tagsByCount();
            return new Seen(generation, Identity.of(snapshot.names()), page, page.map(found -> Identity.ofArticles(found.ids(), snapshot)).orElse(List.of()), List.copyOf(tags.subList(0, Math.min(MOST_TAGS, tags.size()))), tags.size());
        }
    }

    /** @return whether there is such a page */
    public boolean load(int number) {
        var snapshot = site.snapshot();
        seen = Seen.of(snapshot, number, settings.pageSize(), reading.generation());
        if (seen.page().isEmpty()) {
            return false;
        }
        page = seen.page().get();
        cards = keptCards.of(page.ids(), snapshot, site);
        return true;
    }

    /** Of a page whose cards show nothing of other articles, which would have to be looked at too. */
    public Basis basis() {
        return cards.lasting() ? basis(seen, page.page(), settings.pageSize(), reading, site.archive()) : Basis.NONE;
    }

    private static Basis basis(Seen seen, int number, int pageSize, Reading reading, Supplier<Snapshot> archive) {
        return Basis.of(seen, archive, now -> Seen.of(now, number, pageSize, reading.generation()));
    }

    public ArchivePage getPage() {
        return page;
    }

    public CardList getCards() {
        return cards;
    }

    /** The tags with the most articles. */
    public List<TagCount> getFullestTags() {
        return seen.fullest();
    }

    /** Whether an author is named on this page, so that there is an index of them to go to. */
    public boolean isSigned() {
        return cards.signed();
    }

    /** How many tags there are. */
    public int getTags() {
        return seen.tags();
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
