package org.lectern.web.tag;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.cache.Basis;
import org.lectern.web.card.CardList;
import org.lectern.web.card.KeptCards;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Site;

/** The page of an expression of tags, such as {@code /tags/kafka+java/}: the articles that it asks for. */
@Named
@RequestScoped
public class TagSelection {

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    KeptCards keptCards;

    @Inject
    Settings settings;

    private TagExpression expression;
    private ArchivePage page;
    private CardList cards;
    private Narrowing narrowing;
    private long generation;

    /** A term of the expression. @param kind {@code all}, {@code any} or {@code not}; @param without the address of the expression without it */
    public record Term(String kind, String name, String without) {
    }

    /** @return whether the expression has such a page */
    public boolean load(TagExpression asked, int number) {
        var snapshot = site.snapshot();
        generation = reading.generation();
        var selection = snapshot.select(asked);
        var found = selection.page(number, settings.pageSize());
        if (found.isEmpty()) {
            return false;
        }
        expression = asked;
        page = found.get();
        cards = keptCards.of(page.ids(), snapshot, site);
        narrowing = Narrowing.of(asked, selection.further(), site);
        return true;
    }

    public Basis basis() {
        return basis(expression, !cards.lasting(), site, generation, reading);
    }

    private static Basis basis(TagExpression expression, boolean leading, Site site, long generation, Reading reading) {
        return Basis.of(expression, leading, site.snapshot(), generation, site.archive(), reading::generation);
    }

    public ArchivePage getPage() {
        return page;
    }

    public CardList getCards() {
        return cards;
    }

    /** Every further tag, with the number of articles that it leaves. */
    public Narrowing getNarrowing() {
        return narrowing;
    }

    /** The expression in words: {@code Articles tagged with "A" and "B", without "C"}. */
    public String getHeading() {
        return new Phrase(expression, site).heading();
    }

    /** How many articles are here. */
    public String getShowing() {
        return new Phrase(expression, site).showing(page.total());
    }

    /** Why nothing is here; empty if something is. */
    public String getReason() {
        return new Phrase(expression, site).reason(page.total());
    }

    public List<Term> getTerms() {
        var terms = new ArrayList<Term>();
        expression.all().forEach(tag -> terms.add(term("all", tag)));
        expression.any().forEach(tag -> terms.add(term("any", tag)));
        expression.not().forEach(tag -> terms.add(term("not", tag)));
        return terms;
    }

    /** The form, filled in with the expression. */
    public TagForm getForm() {
        return TagForm.of(expression, narrowing, site.snapshot());
    }

    public Pager getPager() {
        return new Pager(page.page(), page.pages(), number -> site.addresses().tags(expression, number));
    }

    /** The address of the same for programs. */
    public String getData() {
        return site.addresses().articles(expression);
    }

    public String getFeed() {
        return site.beside(site.addresses().tags(expression, 1), "feed.atom");
    }

    public String getLinkedData() {
        return LinkedData.block(site.trail(site.getTagTrail(), new LinkedData.Step(getHeading(), site.addresses().tags(expression, 1))));
    }

    public String getCanonical() {
        return site.absolute(site.addresses().tags(expression, page.page()));
    }

    private Term term(String kind, Slug tag) {
        return new Term(kind, name(tag), expression.without(tag).map(rest -> site.addresses().tags(rest, 1)).orElseGet(site::getTags));
    }

    private String name(Slug tag) {
        return new Phrase(expression, site).name(tag);
    }
}
