package org.lectern.web.tag;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.TagExpression;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.TagCount;
import org.lectern.content.archive.TagRef;
import org.lectern.content.reading.Card;
import org.lectern.content.reading.ReadAuthor;
import org.lectern.content.reading.Reading;
import org.lectern.content.reading.TagNote;
import org.lectern.content.settings.Settings;
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
    Settings settings;

    private TagCount tag;
    private ArchivePage page;
    private List<Card> cards;
    private List<Narrower> narrowers;
    private List<TagRef> related;
    private TagNote note;

    /** @return whether the tag has such a page */
    public boolean load(TagCount asked, int number) {
        var snapshot = site.snapshot();
        var found = snapshot.tagPage(asked.slug(), number, settings.pageSize());
        if (found.isEmpty()) {
            return false;
        }
        tag = asked;
        page = found.get();
        cards = reading.cards(snapshot, page.ids(), site.addresses());
        var expression = TagExpression.of(tag.slug());
        var further = snapshot.select(expression).further();
        narrowers = Narrower.of(expression, further, site.addresses());
        related = number == 1 ? snapshot.related(tag, further, MOST_RELATED).stream().map(TagCount::ref).toList() : List.of();
        note = number == 1 ? reading.tagNote(snapshot, tag, site.addresses()) : TagNote.NONE;
        return true;
    }

    public TagCount getTag() {
        return tag;
    }

    public ArchivePage getPage() {
        return page;
    }

    public List<Card> getCards() {
        return cards;
    }

    /** Every further tag of its articles, with the number of them that it leaves. */
    public List<Narrower> getNarrowers() {
        return narrowers;
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
        return TagForm.of(TagExpression.of(tag.slug()), narrowers, site.snapshot());
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
