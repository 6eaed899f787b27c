package org.lectern.web.sitemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Site;

/**
 * Makes sitemaps: the front page, the indexes of months and of tags, every tag, and every article, the oldest first, so that a new one changes the end alone. What is {@code noindex} is not in it, nor are the
 * further pages of lists, which lead to nothing that is not in it. Up to 50,000 addresses stand in one document, more in several, which an index names.
 */
@ApplicationScoped
public class Sitemaps {

    private static final String TYPE = "application/xml;charset=UTF-8";

    /** The most addresses of one document, as the protocol has it. Its other bound, 50 MiB, would take addresses of a thousand octets each. */
    private static final int MOST = 50_000;

    /** The front page, the index of months and that of tags. */
    private static final int LISTS = 3;

    @Inject
    Settings settings;

    @Inject
    Reading reading;

    @Inject
    Site site;

    /** All addresses, or where they stand if they are too many. */
    public Representation whole() {
        var parts = parts(site.snapshot().tags().size() + site.snapshot().size() + LISTS, MOST);
        if (parts == 1) {
            return part(1, MOST);
        }
        return new Representation(TYPE, Sitemap.index(IntStream.rangeClosed(1, parts).mapToObj(number -> addresses().of("/sitemap-" + number + ".xml")).toList()));
    }

    /** One of several parts. @param number from 1; @return empty if there is none, also where the whole is one */
    public Optional<Representation> part(int number) {
        var parts = parts(site.snapshot().tags().size() + site.snapshot().size() + LISTS, MOST);
        return parts == 1 || number > parts ? Optional.empty() : Optional.of(part(number, MOST));
    }

    static int parts(int addresses, int most) {
        return (addresses + most - 1) / most;
    }

    private Representation part(int number, int most) {
        var places = new ArrayList<Sitemap.Place>();
        places.add(new Sitemap.Place(addresses().home(), Optional.empty()));
        places.add(new Sitemap.Place(addresses().articles(), Optional.empty()));
        places.add(new Sitemap.Place(addresses().tags(), Optional.empty()));
        site.snapshot().tags().stream().map(TagCount::slug).sorted().forEach(slug -> places.add(new Sitemap.Place(addresses().tag(slug), Optional.empty())));
        var from = (long) (number - 1) * most;
        var pages = places.stream().skip(from).limit(most).toList();
        var articles = site.snapshot().all().earliest(Math.max(0, from - places.size()), most - pages.size());
        var changes = reading.changes(articles);
        var all = new ArrayList<>(pages);
        articles.stream().filter(article -> changes.containsKey(article.id()))
                .forEach(article -> all.add(new Sitemap.Place(addresses().article(article.slug()), Optional.of(changes.get(article.id())))));
        return new Representation(TYPE, Sitemap.of(all));
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString());
    }
}
