package org.lectern.web.article;

import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.archive.MonthCount;
import org.lectern.content.settings.Settings;
import org.lectern.web.site.Site;

/** The page {@code /articles/}: how many articles each month has, the newest first. */
@Named
@RequestScoped
public class ArticleMonths {

    @Inject
    Site site;

    @Inject
    Settings settings;

    private List<MonthCount> months;

    /** A year with its months. */
    public record YearRow(String name, int count, String address, List<MonthRow> months) {
    }

    public record MonthRow(String name, int count, String address) {
    }

    public void load() {
        months = site.snapshot().months(settings.zone());
    }

    public List<YearRow> getYears() {
        var byYear = months.stream().collect(Collectors.groupingBy(month -> Year.of(month.month().getYear()), LinkedHashMap::new, Collectors.toList()));
        return byYear.entrySet().stream().map(year -> new YearRow(year.getKey().toString(), year.getValue().stream().mapToInt(MonthCount::count).sum(), site.addresses().articles(year.getKey(), 1),
                year.getValue().stream().map(this::row).toList())).toList();
    }

    private MonthRow row(MonthCount month) {
        return new MonthRow(DateTimeFormatter.ofPattern("LLLL", site.getLocale()).format(month.month()), month.count(), site.addresses().articles(month.month(), 1));
    }

    public int getArticles() {
        return site.snapshot().size();
    }

    public String getLinkedData() {
        var heading = site.texts().say("months.heading");
        return site.listData(heading, site.texts().say("months.description", site.getName()), getCanonical(), getArticles());
    }

    public String getCanonical() {
        return site.absolute(site.addresses().articles());
    }
}
