package org.lectern.web.tag;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.ReadAuthor;
import org.lectern.content.reading.Reading;
import org.lectern.content.reading.TagNote;
import org.lectern.content.settings.Settings;
import org.lectern.web.cache.Basis;
import org.lectern.web.cache.Identity;
import org.lectern.web.card.CardList;
import org.lectern.web.card.KeptCards;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Opening;
import org.lectern.web.site.Site;

/** The page {@code /tags/{slug}/}: the articles of one tag. */
@Named
@RequestScoped
public class TagArchive {

    private static final int MOST_RELATED = 6;

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    KeptCards keptCards;

    @Inject
    Narrowings narrowings;

    @Inject
    Settings settings;

    private TagCount tag;
    private Seen seen;
    private ArchivePage page;
    private CardList cards;
    private Narrowing narrowing;
    private List<TagRef> related;
    private TagNote note;

    /** What the page depends on, but for what stands above the list. @param related none but on the first page */
    private record Seen(long generation, Identity names, Optional<Identity> tag, Identity beside, Optional<TagCount> counted, Optional<ArchivePage> page, List<Optional<Identity>> articles, List<TagRef> related, Set<Slug> joined) {

        static Seen of(Snapshot snapshot, TagCount tag, int number, int pageSize, long generation) {
            var page = snapshot.tagPage(tag.slug(), number, pageSize);
            var counted = snapshot.tag(tag.slug());
            var further = number == 1 && counted.isPresent() ? snapshot.select(TagExpression.of(tag.slug())).further() : List.<TagCount>of();
            return new Seen(generation, Identity.of(snapshot.names()), snapshot.state(tag).map(Identity::of), Identity.of(snapshot.beside(tag.slug())), counted, page,
                    page.map(found -> Identity.ofArticles(found.ids(), snapshot)).orElse(List.of()),
                    counted.map(it -> snapshot.related(it, further, MOST_RELATED).stream().map(TagCount::ref).toList()).orElse(List.of()), snapshot.joinedNames());
        }
    }

    /** @return whether the tag has such a page */
    public boolean load(TagCount asked, int number) {
        var snapshot = site.snapshot();
        seen = Seen.of(snapshot, asked, number, settings.pageSize(), reading.generation());
        if (seen.page().isEmpty()) {
            return false;
        }
        tag = asked;
        page = seen.page().get();
        cards = keptCards.of(page.ids(), snapshot, site);
        narrowing = narrowings.of(tag.slug(), snapshot, site);
        related = seen.related();
        note = number == 1 ? reading.tagNote(snapshot, tag, site.addresses()) : TagNote.NONE;
        return true;
    }

    /** Of a page without a note and with cards that show nothing of other articles, which would have to be looked at too. */
    public Basis basis() {
        return note.equals(TagNote.NONE) && cards.lasting() ? basis(seen, tag, page.page(), settings.pageSize(), reading, site.archive()) : Basis.NONE;
    }

    private static Basis basis(Seen seen, TagCount tag, int number, int pageSize, Reading reading, Supplier<Snapshot> archive) {
        return Basis.of(seen, archive, now -> Seen.of(now, tag, number, pageSize, reading.generation()));
    }

    public TagCount getTag() {
        return tag;
    }

    public ArchivePage getPage() {
        return page;
    }

    public CardList getCards() {
        return cards;
    }

    /** Every further tag of its articles, with the number of them that it leaves. */
    public Narrowing getNarrowing() {
        return narrowing;
    }

    /** The tags that go with it more than chance would have it, on the first page. */
    public List<TagRef> getRelated() {
        return related;
    }

    /** What the tag is about, as safe HTML, on the first page; empty if nobody has said it. */
    public String getAbout() {
        return note.description().orElse("");
    }

    /** What search engines and previews show below the title: the beginning of what the tag is about, on the first page, else the number of its articles. */
    public String getDescription() {
        return note.description().map(Opening::of).filter(text -> !text.isEmpty()).orElseGet(() -> site.texts().say("tag.description", tag.count(), tag.name()));
    }

    /** The articles to start with, on the first page. */
    public List<ArticleRef> getStart() {
        return note.start();
    }

    /** Who keeps the tag, on the first page; null if nobody does. */
    public ReadAuthor getOwner() {
        return note.owner().orElse(null);
    }

    /** The form for several tags, filled in with this one. */
    public TagForm getForm() {
        return TagForm.of(TagExpression.of(tag.slug()), narrowing, site.snapshot());
    }

    public Pager getPager() {
        return new Pager(page.page(), page.pages(), number -> site.addresses().tag(tag.slug(), number));
    }

    /** The address of the same for programs. */
    public String getData() {
        return site.addresses().articles(TagExpression.of(tag.slug()));
    }

    public String getLinkedData() {
        return site.listData(site.texts().say("tag.heading", tag.name()), getDescription(), getCanonical(), page.total(),
                site.trail(site.getTagTrail(), new LinkedData.Step(tag.name(), site.tag(tag.slug()))));
    }

    public String getCanonical() {
        return site.absolute(site.addresses().tag(tag.slug(), page.page()));
    }
}
