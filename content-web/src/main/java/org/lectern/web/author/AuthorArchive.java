package org.lectern.web.author;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.Slug;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.reading.AuthorNote;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.card.CardList;
import org.lectern.web.card.KeptCards;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Site;

/** The page {@code /authors/{slug}/}: who somebody is, and the articles under that name. */
@Named
@RequestScoped
public class AuthorArchive {

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    KeptCards keptCards;

    @Inject
    Settings settings;

    private AuthorNote author;
    private ArchivePage page;
    private CardList cards;

    /** @return whether readers see an article under this name, and there is such a page of them */
    public boolean load(Slug slug, int number) {
        var found = reading.author(slug, site.addresses());
        var articles = found.map(it -> reading.under(site.snapshot(), it.id())).filter(all -> all.size() > 0).flatMap(all -> all.page(number, settings.pageSize()));
        if (articles.isEmpty()) {
            return false;
        }
        author = found.get();
        page = articles.get();
        cards = keptCards.of(page.ids(), site.snapshot(), site);
        return true;
    }

    public AuthorNote getAuthor() {
        return author;
    }

    /** What the author says of the own person; empty if nothing. */
    public String getAbout() {
        return author.about().orElse("");
    }

    public ArchivePage getPage() {
        return page;
    }

    public CardList getCards() {
        return cards;
    }

    public Pager getPager() {
        return new Pager(page.page(), page.pages(), number -> site.addresses().author(author.slug(), number));
    }

    /** Of this page in the one right spelling. */
    public String getAddress() {
        return site.addresses().author(author.slug(), page.page());
    }

    /** Of the first page. */
    public String getFirst() {
        return site.addresses().author(author.slug());
    }

    /** The index of authors. */
    public List<LinkedData.Step> getTrail() {
        return List.of(new LinkedData.Step(site.texts().say("authors.heading"), site.addresses().authors()));
    }

    public String getLinkedData() {
        return site.listData(site.texts().say("author.heading", author.name()), site.texts().say("author.description", page.total(), author.name()), getCanonical(), page.total(),
                site.trail(getTrail(), new LinkedData.Step(author.name(), getFirst())));
    }

    public String getCanonical() {
        return site.absolute(getAddress());
    }
}
