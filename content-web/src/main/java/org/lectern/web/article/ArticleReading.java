package org.lectern.web.article;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.Slug;
import org.lectern.content.reading.ReadArticle;
import org.lectern.content.reading.Reading;
import org.lectern.web.site.Site;

/** The page {@code /articles/{slug}/}: one article as a whole. */
@Named
@RequestScoped
public class ArticleReading {

    @Inject
    Site site;

    @Inject
    Reading reading;

    private ReadArticle article;

    /** @return whether readers see an article with this slug */
    public boolean load(Slug slug) {
        var found = reading.article(site.snapshot(), slug, site.addresses());
        found.ifPresent(it -> article = it);
        return found.isPresent();
    }

    public ReadArticle getArticle() {
        return article;
    }

    /** The table of contents; empty if it would lead to a single place. */
    public List<Section> getSections() {
        return Section.of(article.outline());
    }

    /** Whether it was changed on a later day than it was published. */
    public boolean isUpdated() {
        return article.updatedAt().filter(at -> !site.day(at).equals(site.day(article.publishedAt()))).isPresent();
    }

    /** When it was changed, if it {@linkplain #isUpdated was}. */
    public Instant getUpdatedAt() {
        return article.updatedAt().orElseThrow();
    }

    /** The previous article and the next one, as far as there are any. */
    public List<Neighbour> getNeighbours() {
        return Stream.concat(article.previous().map(Neighbour::previous).stream(), article.next().map(Neighbour::next).stream()).toList();
    }

    /** What search engines and previews show below the title. */
    public String getDescription() {
        return article.description().orElseGet(() -> Opening.of(article.html()));
    }

    public String getCanonical() {
        return site.absolute(site.article(article.slug()));
    }
}
