package org.lectern.web.article;

import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Site;

/** The way to the articles of a month: by the index of months and its year. */
final class TimeTrail {

    private TimeTrail() {
    }

    /** The index, the year and the month. */
    static List<LinkedData.Step> to(YearMonth month, Site site) {
        var addresses = site.addresses();
        var year = Year.of(month.getYear());
        return List.of(new LinkedData.Step(site.texts().say("months.heading"), addresses.articles()), new LinkedData.Step(year.toString(), addresses.articles(year, 1)),
                new LinkedData.Step(DateTimeFormatter.ofPattern("LLLL", site.getLocale()).format(month), addresses.articles(month, 1)));
    }
}
