package org.lectern.web.sitemap;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.address.Addresses;
import org.lectern.content.archive.MonthCount;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.AuthorCount;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Site;

/**
 * Makes sitemaps: the front page, the indexes of months, authors and tags with all that they lead to, and every article, the oldest first, so that a new one changes the end alone; an article that is there in
 * other languages names them. What is {@code noindex} is not in it, nor are the
 * further pages of lists, which lead to nothing that is not in it. Up to 50,000 addresses stand in one document, more in several, which an index names.
 */
@ApplicationScoped
public class Sitemaps {

    private static final String TYPE = "application/xml;charset=UTF-8";

    /** The most addresses of one document, as the protocol has it. Its other bound, 50 MiB, would take addresses of a thousand octets each, or some eight languages of each article. */
    private static final int MOST = 50_000;

    @Inject
    Settings settings;

    @Inject
    Reading reading;

    @Inject
    Site site;

    /** All addresses, or where they stand if they are too many. */
    public Representation whole() {
        var lists = lists();
        var parts = parts(lists.size() + site.snapshot().size(), MOST);
        if (parts == 1) {
            return part(lists, 1);
        }
        return new Representation(TYPE, Sitemap.index(IntStream.rangeClosed(1, parts).mapToObj(number -> addresses().of("/sitemap-" + number + ".xml")).toList()));
    }

    /** One of several parts. @param number from 1; @return empty if there is none, also where the whole is one */
    public Optional<Representation> part(int number) {
        var lists = lists();
        var parts = parts(lists.size() + site.snapshot().size(), MOST);
        return parts == 1 || number > parts ? Optional.empty() : Optional.of(part(lists, number));
    }

    static int parts(int addresses, int most) {
        return (addresses + most - 1) / most;
    }

    /** The pages that list articles. */
    private List<Sitemap.Place> lists() {
        var snapshot = site.snapshot();
        var months = snapshot.months(settings.zone()).stream().map(MonthCount::month).sorted().toList();
        return Stream.of(Stream.of(addresses().home(), addresses().articles(), addresses().authors(), addresses().tags()),
                        months.stream().map(month -> Year.of(month.getYear())).distinct().map(year -> addresses().articles(year, 1)),
                        months.stream().map(month -> addresses().articles(month, 1)),
                        reading.authors(snapshot, addresses()).stream().map(AuthorCount::slug).sorted().map(addresses()::author),
                        snapshot.tags().stream().map(TagCount::slug).sorted().map(addresses()::tag))
                .flatMap(addresses -> addresses).map(Sitemap.Place::of).toList();
    }

    private Representation part(List<Sitemap.Place> lists, int number) {
        var from = (long) (number - 1) * MOST;
        var pages = lists.stream().skip(from).limit(MOST).toList();
        var articles = site.snapshot().all().earliest(Math.max(0, from - lists.size()), MOST - pages.size());
        var changes = reading.changes(articles);
        var translations = reading.translations(site.snapshot());
        var all = new ArrayList<>(pages);
        articles.stream().filter(article -> changes.containsKey(article.id())).forEach(article -> all.add(new Sitemap.Place(addresses().article(article.slug()), Optional.of(changes.get(article.id())),
                translations.getOrDefault(article.id(), List.of()).stream().map(other -> new Sitemap.Translation(other.language(), addresses().article(other.slug()))).toList())));
        return new Representation(TYPE, Sitemap.of(all));
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString());
    }
}
