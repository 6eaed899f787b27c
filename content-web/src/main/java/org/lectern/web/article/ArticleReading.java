package org.lectern.web.article;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.media.MediaFile;
import org.lectern.content.reading.ArticleHead;
import org.lectern.content.reading.ReadArticle;
import org.lectern.content.reading.ReadAuthor;
import org.lectern.content.reading.Reading;
import org.lectern.content.reading.Series;
import org.lectern.content.settings.Settings;
import org.lectern.content.writing.Previews;
import org.lectern.web.cache.Basis;
import org.lectern.web.cache.Identity;
import org.lectern.web.site.LinkedData;
import org.lectern.web.site.Opening;
import org.lectern.web.site.Site;

/** The page {@code /articles/{slug}/}: one article as a whole; or, under {@code /preview/{secret}}, as it was saved last, whatever readers see of it. */
@Named
@RequestScoped
public class ArticleReading {

    /** Of those that previews can show, which drawings are not. */
    private static final Pattern PICTURE = Pattern.compile("<img\\b[^>]*?\\ssrc=\"(/[^\"]+\\.(?:png|jpe?g|gif|webp))\"", Pattern.CASE_INSENSITIVE);

    private static final int MOST_RELATED = 4;

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    Previews previews;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Seen seen;
    private ReadArticle article;
    private ArticleHead head = ArticleHead.NONE;
    private Previews.Read preview;
    private List<Section> sections;
    private List<ArticleRef> related = List.of();
    private String description;
    private String image;

    /** What the page of an article depends on that names no series, translations or picture of its own. @param links where its links lead, by their tokens */
    private record Seen(long generation, Identity names, Optional<Identity> self, Optional<ArticleRef> previous, Optional<ArticleRef> next, Map<String, Optional<String>> links, List<ArticleRef> related) {

        static Seen of(Snapshot snapshot, Slug slug, Map<String, Optional<String>> links, long generation) {
            var id = snapshot.article(slug).map(ArticleRef::id);
            return new Seen(generation, Identity.of(snapshot.names()), id.flatMap(snapshot::state).map(Identity::of), id.flatMap(snapshot::previous), id.flatMap(snapshot::next), links,
                    id.map(self -> snapshot.related(self, MOST_RELATED)).orElse(List.of()));
        }
    }

    /** @return whether readers see an article with this slug */
    public boolean load(Slug slug) {
        var generation = reading.generation();
        var found = reading.article(site.snapshot(), slug, site.addresses());
        found.ifPresent(it -> {
            article = it;
            head = reading.head(site.snapshot(), slug, site.addresses());
            related = related(slug);
            seen = Seen.of(site.snapshot(), slug, it.links(), generation);
            look();
        });
        return found.isPresent();
    }

    /** Of an article that is alone: whether it has a part or a translation more, only the database knows. */
    public Basis basis() {
        return head.alone() ? basis(seen, article.slug(), site.addresses().of(""), reading, site.archive()) : Basis.NONE;
    }

    private static Basis basis(Seen seen, Slug slug, String root, Reading reading, Supplier<Snapshot> archive) {
        return Basis.of(seen, archive, now -> Seen.of(now, slug, Reading.links(seen.links().keySet(), now, new Addresses(root)), reading.generation()));
    }

    /** @return whether the secret lets somebody read an article */
    public boolean preview(String secret) {
        var found = previews.read(secret);
        found.ifPresent(read -> {
            var shown = reading.proof(site.snapshot(), read.proof(), site.addresses(), file -> pictures(secret).media(file.sha256(), file.name()));
            preview = read;
            article = new ReadArticle(read.slug(), shown.title(), shown.html(), shown.outline(), read.date().orElseGet(clock::instant), read.updated(), shown.words(), shown.language(), Optional.empty(),
                    shown.authors().stream().map(name -> new ReadAuthor(name, "", "")).toList(), reading.tags(site.snapshot(), shown.tags()), Optional.empty(), Optional.empty(), Map.of());
            look();
        });
        return found.isPresent();
    }

    /** A picture of the article that the secret lets somebody read. @param hash the start of the hash of its bytes */
    public Optional<MediaFile> previewPicture(String secret, String hash) {
        return previews.read(secret).flatMap(read -> reading.picture(hash, read.proof().html()));
    }

    /** The other parts of its series and its other languages stand on the page already. */
    private List<ArticleRef> related(Slug slug) {
        var told = Stream.concat(head.series().map(Series::parts).orElse(List.of()).stream(), head.translations().stream()).collect(Collectors.toSet());
        return site.snapshot().article(slug).map(self -> site.snapshot().related(self.id(), MOST_RELATED + told.size())).orElse(List.of()).stream()
                .filter(article -> !told.contains(article)).limit(MOST_RELATED).toList();
    }

    /** A view asks for each of these several times. */
    private void look() {
        sections = Section.of(article.outline());
        description = article.description().map(Opening::cut).orElseGet(() -> Opening.of(article.html()));
        image = head.image().or(() -> PICTURE.matcher(article.html()).results().findFirst().map(found -> found.group(1))).map(address -> address.startsWith("/") ? site.absolute(address) : address).orElse("");
    }

    private Addresses pictures(String secret) {
        return new Addresses(site.addresses().of("/preview/" + secret));
    }

    /** Whether this is a preview, and not what readers see. */
    public boolean isPreview() {
        return preview != null;
    }

    /** What a preview is, and until when. */
    public String getPreviewNote() {
        return site.texts().say(preview.visible() ? "preview.edits" : "preview.draft", site.date(preview.end()));
    }

    public ReadArticle getArticle() {
        return article;
    }

    /** The table of contents; empty if it would lead to a single place. */
    public List<Section> getSections() {
        return sections;
    }

    /** Whether it was changed on a later day than it was published. */
    public boolean isUpdated() {
        return article.updatedAt().filter(at -> !site.day(at).equals(site.day(article.publishedAt()))).isPresent();
    }

    /** When it was changed, if it {@linkplain #isUpdated was}. */
    public Instant getUpdatedAt() {
        return article.updatedAt().orElseThrow();
    }

    /** The moment at which it was changed, for machines; empty if it was not. */
    public String getModified() {
        return article.updatedAt().map(Instant::toString).orElse("");
    }

    /** The parts of the series that it belongs to, in order; none if it stands alone. */
    public List<Part> getParts() {
        return head.series().map(series -> Part.of(series, article.slug())).orElse(List.of());
    }

    /** Which part of which series it is. */
    public String getSeries() {
        return head.series().map(series -> site.texts().say("article.series", series.name(), place(series), series.parts().size())).orElse("");
    }

    private int place(Series series) {
        return series.parts().stream().map(ArticleRef::slug).toList().indexOf(article.slug()) + 1;
    }

    /** The articles most like it. */
    public List<ArticleRef> getRelated() {
        return related;
    }

    /** The previous article and the next one, as far as there are any: in its series, or among all articles. */
    public List<Neighbour> getNeighbours() {
        return head.series().map(series -> Neighbour.in(series, article.slug())).orElseGet(() -> Neighbour.of(article.previous(), article.next()));
    }

    /** What search engines and previews show below the title. */
    public String getDescription() {
        return description;
    }

    public String getCanonical() {
        return address(article.slug());
    }

    /** The address of the article's source. */
    public String getSource() {
        return site.addresses().source(article.slug());
    }

    /** The absolute address of the picture that stands for it: the one that its author has chosen, else the first that its text shows, of those that everybody can show; empty if there is none. */
    public String getImage() {
        return image;
    }

    /** The article in each language that there is, itself among them; empty if there is no other. */
    public List<ArticleRef> getTranslations() {
        return head.translations();
    }

    /** The article in the other languages. */
    public List<ArticleRef> getOtherLanguages() {
        return getTranslations().stream().filter(translation -> !translation.slug().equals(article.slug())).toList();
    }

    /** The absolute address of the article for those who read none of its languages: that in the site's own; empty if it is in one language alone, or not in the site's. */
    public String getDefaultTranslation() {
        return getTranslations().stream().filter(translation -> Locale.forLanguageTag(translation.language()).getLanguage().equals(site.getLocale().getLanguage())).findFirst().map(translation -> address(translation.slug())).orElse("");
    }

    /** The absolute address of an article. */
    public String address(Slug slug) {
        return site.absolute(site.article(slug));
    }

    /** The index of months, the year and the month that it was published in; empty for a preview. */
    public List<LinkedData.Step> getTrail() {
        return isPreview() ? List.of() : TimeTrail.to(YearMonth.from(article.publishedAt().atZone(settings.zone())), site);
    }

    /** What search engines are told of it. */
    public String getLinkedData() {
        var data = LinkedData.of("TechArticle").add("headline", article.title()).add("description", getDescription()).add("url", getCanonical()).add("mainEntityOfPage", getCanonical())
                .add("datePublished", article.publishedAt().toString()).add("dateModified", article.updatedAt().orElse(article.publishedAt()).toString())
                .add("inLanguage", article.language()).add("wordCount", article.words());
        var authors = LinkedData.list();
        article.authors().forEach(author -> authors.add(LinkedData.within("Person").add("name", author.name()).add("url", site.absolute(author.address()))));
        var publisher = LinkedData.within("Organization").add("name", site.getName()).add("url", site.absolute(site.getHome())).build();
        if (article.authors().isEmpty()) {
            data.add("author", publisher);
        } else {
            data.add("author", authors);
        }
        data.add("publisher", publisher);
        if (!article.tags().isEmpty()) {
            var keywords = LinkedData.list();
            article.tags().forEach(tag -> keywords.add(tag.name()));
            data.add("keywords", keywords);
        }
        if (!getImage().isEmpty()) {
            data.add("image", getImage());
        }
        return LinkedData.block(data.build(), site.trail(getTrail(), new LinkedData.Step(article.title(), site.article(article.slug()))));
    }
}
