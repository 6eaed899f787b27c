package org.lectern.web.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.address.Pager;
import org.lectern.content.archive.ArchivePage;
import org.lectern.content.settings.Settings;
import org.lectern.web.card.CardList;
import org.lectern.web.card.KeptCards;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Site;

/** The pages {@code /articles/2026/} and {@code /articles/2026/11/}: the articles published in a year, or in a month. */
@Named
@RequestScoped
public class DatedArticles {

    @Inject
    Site site;

    @Inject
    KeptCards keptCards;

    @Inject
    Settings settings;

    private Year year;
    private Optional<YearMonth> month;
    private ArchivePage page;
    private CardList cards;

    /** @return whether there is such a page, with articles on it */
    public boolean load(Year asked, Optional<YearMonth> askedMonth, int number) {
        var from = askedMonth.map(each -> each.atDay(1)).orElseGet(() -> asked.atDay(1));
        var until = askedMonth.isPresent() ? from.plusMonths(1) : from.plusYears(1);
        var found = site.snapshot().published(start(from), start(until)).page(number, settings.pageSize());
        if (found.isEmpty() || found.get().total() == 0) {
            return false;
        }
        year = asked;
        month = askedMonth;
        page = found.get();
        cards = keptCards.of(page.ids(), site.snapshot(), site);
        return true;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    /** The year, or the month of a year, in words. */
    public String getTime() {
        return month.map(each -> DateTimeFormatter.ofPattern(site.texts().say("dated.month"), site.getLocale()).format(each)).orElseGet(year::toString);
    }

    public ArchivePage getPage() {
        return page;
    }

    public CardList getCards() {
        return cards;
    }

    /** The index of months, and the year that a month belongs to. */
    public List<LinkedData.Step> getTrail() {
        return way().subList(0, month.isPresent() ? 2 : 1);
    }

    private List<LinkedData.Step> way() {
        return TimeTrail.to(month.orElseGet(() -> year.atMonth(1)), site);
    }

    public Pager getPager() {
        return new Pager(page.page(), page.pages(), this::address);
    }

    /** Of this page in the one right spelling. */
    public String getAddress() {
        return address(page.page());
    }

    private String address(int number) {
        return month.map(each -> site.addresses().articles(each, number)).orElseGet(() -> site.addresses().articles(year, number));
    }

    public String getLinkedData() {
        var heading = site.texts().say("dated.heading", getTime());
        return site.listData(heading, site.texts().say("dated.description", page.total(), getTime(), site.getName()), getCanonical(), page.total(),
                site.trail(getTrail(), way().get(getTrail().size())));
    }

    public String getCanonical() {
        return site.absolute(getAddress());
    }
}
