package org.lectern.content.reading;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.address.LinkTokens;
import org.lectern.content.address.ShownPicture;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Selection;
import org.lectern.content.archive.Snapshot;
import org.lectern.content.archive.TagCount;
import org.lectern.content.archive.TagRef;
import org.lectern.content.archive.Words;
import org.lectern.content.article.ArticleCard;
import org.lectern.content.article.ArticleRenderer;
import org.lectern.content.article.ArticleStamp;
import org.lectern.content.article.ArticleText;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Byline;
import org.lectern.content.article.Proof;
import org.lectern.content.article.Signature;
import org.lectern.content.article.Translated;
import org.lectern.content.author.Author;
import org.lectern.content.author.AuthorName;
import org.lectern.content.author.Authors;
import org.lectern.content.media.Media;
import org.lectern.content.media.MediaCopy;
import org.lectern.content.media.MediaFile;
import org.lectern.content.media.MediaItems;
import org.lectern.content.media.MediaStore;
import org.lectern.content.redirect.OldAddress;
import org.lectern.content.redirect.Redirects;
import org.lectern.content.tag.Tag;
import org.lectern.content.tag.Tags;

/** Fetches what a page shows, in a handful of queries. The snapshot says which articles and in which order; the rows are asked again whether they may be seen. */
@ApplicationScoped
@Transactional
public class Reading {

    private static final String MEDIA = "media:";
    private static final Pattern TAG_PAGE = Pattern.compile("/tags(/[^?]+)");
    private static final Pattern ARTICLE_PAGE = Pattern.compile("/articles(/[^?]+)(\\?.*)?");

    @Inject
    Articles articles;

    @Inject
    Generation generation;

    @Inject
    TagTexts tagTexts;

    @Inject
    MediaItems media;

    @Inject
    MediaStore store;

    @Inject
    Authors authors;

    @Inject
    Redirects redirects;

    @Inject
    Tags tags;

    @Inject
    ArticleRenderer renderer;

    @Inject
    Clock clock;

    /** Counts the changes of authors and pictures and of what was hidden: whatever is read and is no article's or tag's own is the same as long as this is. To be asked before reading. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long generation() {
        return generation.number();
    }

    /** What lists show of these articles, in no order, without those that have become invisible. @param addresses the root that the links of the page begin at */
    public List<Card> cards(Collection<Long> ids, Addresses addresses) {
        var cards = articles.cards(ids, clock.instant());
        var bylines = articles.bylines(ids).stream().collect(Collectors.groupingBy(Byline::articleId, Collectors.mapping(byline -> new ReadAuthor(byline.name(), "", addresses.author(byline.slug())), Collectors.toList())));
        var keys = cards.stream().collect(Collectors.toMap(ArticleCard::id, card -> LinkTokens.pictures(card.excerpt())));
        var pictures = pictures(keys.values().stream().flatMap(Set::stream).collect(Collectors.toSet()), addresses);
        return cards.stream().map(card -> {
            var own = new HashMap<>(pictures);
            own.keySet().retainAll(keys.get(card.id()));
            return new Card(card.id(), card.slug(), card.title(), card.excerpt(), Map.copyOf(own), card.more(), card.publishedAt(), card.words(), card.language(), bylines.getOrDefault(card.id(), List.of()));
        }).toList();
    }

    /** The excerpt of a card, its links and pictures resolved. Without the database. */
    public static String excerpt(Card card, Snapshot snapshot, Addresses addresses) {
        return resolve(card.excerpt(), addresses.article(card.slug()), snapshot, card.pictures(), addresses);
    }

    /** These articles for programs, in the order of the ids, without those that have become invisible. Links within an article lead to its address. @param addresses of what stands for itself: absolute ones */
    public List<PublicArticle> texts(Snapshot snapshot, List<Long> ids, Addresses addresses) {
        return published(snapshot, ids, addresses, articles::texts);
    }

    /** As {@link #texts}, with their excerpts alone: {@link PublicArticle#html} is empty. */
    public List<PublicArticle> summaries(Snapshot snapshot, List<Long> ids, Addresses addresses) {
        return published(snapshot, ids, addresses, articles::summaries);
    }

    private List<PublicArticle> published(Snapshot snapshot, List<Long> ids, Addresses addresses, BiFunction<List<Long>, Instant, List<ArticleText>> reading) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = reading.apply(ids, clock.instant()).stream().collect(Collectors.toMap(ArticleText::id, Function.identity()));
        var authors = names(ids);
        var pictures = pictures(found.values().stream().flatMap(text -> LinkTokens.pictures(text.html() + text.excerpt()).stream()).collect(Collectors.toSet()), addresses);
        return ids.stream().map(found::get).filter(Objects::nonNull).map(text -> {
            var self = addresses.article(text.slug());
            return new PublicArticle(text.id(), Optional.ofNullable(text.feedId()), text.slug(), text.title(), LinkTokens.elsewhere(resolve(text.html(), self, snapshot, pictures, addresses), self),
                    resolve(text.excerpt(), self, snapshot, pictures, addresses), text.publishedAt(), update(text.publishedAt(), text.updatedAt()), text.words(), text.language(),
                    Optional.ofNullable(text.description()), authors.getOrDefault(text.id(), List.of()), snapshot.tagsOf(text.id()));
        }).toList();
    }

    /** The source of the article with this slug; empty if readers do not see one. @param addresses absolute ones */
    public Optional<ArticleSource> source(Snapshot snapshot, Slug slug, Addresses addresses) {
        return snapshot.article(slug).flatMap(reference -> articles.find(reference.id())).filter(article -> article.isVisible(clock.instant())).map(article -> {
            var pictures = pictures(Set.copyOf(article.pictures()), addresses);
            var markdown = renderer.publish(article.source(), token -> token.startsWith(MEDIA) ? Optional.ofNullable(pictures.get(token.substring(MEDIA.length()))).map(ShownPicture::address) : address(token, snapshot, addresses));
            return new ArticleSource(article.slug(), article.title(), markdown, article.publishedAt().orElseThrow(), update(article.publishedAt().orElseThrow(), article.updatedAt().orElse(null)),
                    article.language(), article.description(), names(List.of(article.id())).getOrDefault(article.id(), List.of()), snapshot.tagsOf(article.id()));
        });
    }

    /** When these articles were changed last, by their ids, without those that have become invisible. One query, also for many thousands. */
    public Map<Long, Instant> changes(List<ArticleRef> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var ids = asked.stream().map(ArticleRef::id).collect(Collectors.toSet());
        var range = ids.stream().mapToLong(Long::longValue).summaryStatistics();
        return articles.stamps(range.getMin(), range.getMax(), clock.instant()).stream().filter(stamp -> ids.contains(stamp.id()))
                .collect(Collectors.toMap(ArticleStamp::id, stamp -> update(stamp.publishedAt(), stamp.updatedAt()).orElse(stamp.publishedAt())));
    }

    /** The article with this slug; empty if readers do not see one. */
    public Optional<ReadArticle> article(Snapshot snapshot, Slug slug, Addresses addresses) {
        return snapshot.article(slug).flatMap(reference -> articles.page(reference.id(), clock.instant())).map(page -> {
            var links = new HashMap<String, Optional<String>>();
            var pictures = pictures(LinkTokens.pictures(page.html()), addresses);
            var html = LinkTokens.resolve(page.html(), "", token -> links.computeIfAbsent(token, it -> address(it, snapshot, addresses)), key -> Optional.ofNullable(pictures.get(key)));
            return new ReadArticle(page.slug(), page.title(), html, page.outline(), page.publishedAt(),
                    update(page.publishedAt(), page.updatedAt()), page.words(), page.language(), Optional.ofNullable(page.description()),
                    portraits(articles.bylines(List.of(page.id())), addresses), snapshot.tagsOf(page.id()), snapshot.previous(page.id()), snapshot.next(page.id()), links);
        });
    }

    /** Where these links of a text lead: addresses by tokens, empty where readers see nothing. @param tokens of {@link ReadArticle#links} */
    public static Map<String, Optional<String>> links(Set<String> tokens, Snapshot snapshot, Addresses addresses) {
        return tokens.stream().collect(Collectors.toMap(Function.identity(), token -> address(token, snapshot, addresses)));
    }

    /** What the page of a visible article tells besides it. A picture of ours that no visible text shows is not for readers, whatever the article says. */
    public ArticleHead head(Snapshot snapshot, Slug slug, Addresses addresses) {
        return snapshot.article(slug).flatMap(article -> articles.face(article.id()).map(face -> new ArticleHead(image(face.image(), addresses), translations(snapshot, article, face.translationKey()), series(snapshot, article, face.series()), face.image() == null && face.translationKey() == null && face.series() == null)))
                .orElse(ArticleHead.NONE);
    }

    private Optional<String> image(String image, Addresses addresses) {
        if (image == null || !image.startsWith(MEDIA)) {
            return Optional.ofNullable(image).filter(address -> address.matches("https?://\\S+"));
        }
        var key = image.substring(MEDIA.length());
        return articles.showing(key, clock.instant()) == 0 ? Optional.empty() : Optional.ofNullable(pictures(Set.of(key), addresses).get(key)).map(ShownPicture::address);
    }

    private List<ArticleRef> translations(Snapshot snapshot, ArticleRef article, String key) {
        if (key == null) {
            return List.of();
        }
        return translations(article, byLanguage(snapshot, articles.translations(key)));
    }

    /** Each visible article that is there in another language too, by its id, with what its {@linkplain ArticleHead page} tells of that. One query for all. */
    public Map<Long, List<ArticleRef>> translations(Snapshot snapshot) {
        var groups = articles.translated().stream().collect(Collectors.groupingBy(Translated::key, Collectors.mapping(Translated::articleId, Collectors.toList())));
        var found = new HashMap<Long, List<ArticleRef>>();
        groups.values().stream().filter(ids -> ids.size() > 1).forEach(ids -> {
            var others = byLanguage(snapshot, ids);
            ids.stream().flatMap(id -> snapshot.article(id).stream()).forEach(article -> found.put(article.id(), translations(article, others)));
        });
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** The first visible one in each language. */
    private static Map<String, ArticleRef> byLanguage(Snapshot snapshot, List<Long> ids) {
        return ids.stream().flatMap(id -> snapshot.article(id).stream()).collect(Collectors.toMap(ArticleRef::language, Function.identity(), (first, second) -> first));
    }

    private static List<ArticleRef> translations(ArticleRef article, Map<String, ArticleRef> others) {
        var languages = new TreeMap<>(others);
        languages.put(article.language(), article);
        return languages.size() == 1 ? List.of() : List.copyOf(languages.values());
    }

    private Optional<Series> series(Snapshot snapshot, ArticleRef article, String name) {
        return Optional.ofNullable(name).map(known -> new Series(known, snapshot.some(articles.ofSeries(known)).fromTheOldest())).filter(series -> series.parts().size() > 1 && series.parts().contains(article));
    }

    /** The author with this slug, or who once had it. Whether readers see an article of this author is another question: {@link #under}. */
    public Optional<AuthorNote> author(Slug slug, Addresses addresses) {
        return authors.bySlugs(List.of(slug)).stream().findFirst().or(() -> authors.aliases(List.of(slug.value())).stream().flatMap(alias -> authors.byIds(List.of(alias.authorId())).stream()).findFirst())
                .map(author -> new AuthorNote(author.id(), author.slug(), author.name(), author.about(), portrait(author, addresses)));
    }

    /** The articles under an author's name. */
    public Selection under(Snapshot snapshot, Long authorId) {
        return snapshot.some(articles.under(authorId));
    }

    /** The authors of whom readers see articles, by name, with the number of them. */
    public List<AuthorCount> authors(Snapshot snapshot, Addresses addresses) {
        var articlesOf = articles.signatures().stream().collect(Collectors.groupingBy(Signature::authorId, Collectors.mapping(Signature::articleId, Collectors.toList())));
        var counts = new HashMap<Long, Integer>();
        articlesOf.forEach((author, ids) -> counts.put(author, snapshot.some(ids).size()));
        counts.values().removeIf(count -> count == 0);
        var seen = counts.isEmpty() ? List.<AuthorName>of() : authors.names().stream().filter(author -> counts.containsKey(author.id())).toList();
        var pictures = pictures(seen.stream().map(AuthorName::portrait).filter(Objects::nonNull).collect(Collectors.toSet()), addresses);
        return seen.stream().sorted(Comparator.comparing(AuthorName::name, Words.ORDER).thenComparing(AuthorName::slug))
                .map(author -> new AuthorCount(author.slug(), author.name(), Optional.ofNullable(author.portrait()).map(pictures::get).map(ShownPicture::smallest).orElse(""), counts.get(author.id()))).toList();
    }

    private String portrait(Author author, Addresses addresses) {
        var now = clock.instant();
        return author.portrait().filter(key -> articles.portraying(key, now) > 0).map(key -> pictures(Set.of(key), addresses).get(key)).map(ShownPicture::smallest).orElse("");
    }

    /**
     * A text that is not released, with its links as readers would find them.
     *
     * @param picture the address of a picture that no visible article shows, for whoever looks at the text
     */
    public Proof proof(Snapshot snapshot, Proof proof, Addresses addresses, Function<MediaFile, String> picture) {
        var keys = new HashSet<>(LinkTokens.pictures(proof.html()));
        keys.addAll(LinkTokens.pictures(proof.excerpt()));
        var now = clock.instant();
        var pictures = new HashMap<>(pictures(keys, addresses));
        if (!keys.isEmpty()) {
            media.files(keys).stream().filter(file -> articles.showing(file.key(), now) == 0).forEach(file -> pictures.put(file.key(), new ShownPicture(picture.apply(file), file.width(), file.height())));
        }
        return proof.with(resolve(proof.html(), "", snapshot, pictures, addresses), resolve(proof.excerpt(), "", snapshot, pictures, addresses));
    }

    /** The tags that readers know by one of these names, in their order. */
    public List<TagRef> tags(Snapshot snapshot, List<String> names) {
        return names.stream().flatMap(name -> snapshot.tag(Slug.from(name)).filter(tag -> tag.count() > 0).stream()).map(TagCount::ref).toList();
    }

    /** The file at the address of a picture, if this HTML shows it, whether readers see it or not. @param start of the hash, as it stands in the address */
    public Optional<MediaFile> picture(String start, String html) {
        var keys = LinkTokens.pictures(html);
        return keys.isEmpty() ? Optional.empty() : media.files(keys).stream().filter(file -> file.sha256().startsWith(start)).findFirst();
    }

    /** What stands above the list of a tag's articles. Its pictures give way to their alternative texts: only what a visible article shows is for readers. */
    public TagNote tagNote(Snapshot snapshot, TagCount tag, Addresses addresses) {
        var text = tagTexts.of(tag, snapshot, () -> tagText(tag.id()));
        return new TagNote(text.description().map(html -> resolve(html, "", snapshot, Map.of(), addresses)), text.pins().stream().flatMap(id -> snapshot.article(id).stream())
                .filter(article -> snapshot.tagsOf(article.id()).stream().anyMatch(carried -> carried.id() == tag.id())).toList(),
                text.owner().map(owner -> new ReadAuthor(owner.name(), "", under(snapshot, owner.id()).size() > 0 ? addresses.author(owner.slug()) : "")));
    }

    private TagText tagText(Long id) {
        var tag = tags.find(id);
        var owner = tag.flatMap(Tag::ownerId).flatMap(author -> authors.byIds(List.of(author)).stream().findFirst());
        return new TagText(tag.flatMap(Tag::description).map(renderer::html), tags.pins(id), owner.map(author -> new TagText.Owner(author.id(), author.slug(), author.name())));
    }

    /** Where an address that nothing lives at leads now: an address below the root of {@code addresses}; empty if it leads nowhere that readers may see. */
    public Optional<String> moved(Snapshot snapshot, String path, Addresses addresses) {
        return OldAddress.parse(Addresses.encode(path)).flatMap(address -> redirects.find(address.path()))
                .flatMap(redirect -> redirect.articleId()).flatMap(snapshot::article).map(ArticleRef::slug).map(addresses::article);
    }

    /** What is at the address of a picture, for readers: they see those that an article which they may see shows, and portraits of those whose names stand under one. @param start of the hash, as it stands in the address */
    public PictureAnswer picture(String start) {
        if (!start.matches("[0-9a-f]{20}")) {
            return new PictureAnswer.Nothing();
        }
        var copy = store.copy(start);
        var found = media.byHash(copy.map(MediaCopy::original).orElse(start) + "%");
        var former = store.formerly(copy.map(MediaCopy::original).orElse(start));
        var here = found.stream().filter(this::isSeen).findFirst().map(Media::file);
        if (here.isPresent()) {
            return new PictureAnswer.Here(copy.map(smaller -> smaller.of(here.get())).orElse(here.get()));
        }
        if (Stream.concat(found.stream(), former.stream()).anyMatch(Media::isTakenDown)) {
            return new PictureAnswer.Gone();
        }
        return former.stream().filter(this::isSeen).findFirst().<PictureAnswer>map(now -> new PictureAnswer.Moved(now.file())).orElseGet(PictureAnswer.Nothing::new);
    }

    private boolean isSeen(Media picture) {
        var now = clock.instant();
        return !picture.isTakenDown() && (articles.showing(picture.key(), now) > 0 || articles.portraying(picture.key(), now) > 0);
    }

    private static String resolve(String html, String self, Snapshot snapshot, Map<String, ShownPicture> pictures, Addresses addresses) {
        return LinkTokens.resolve(html, self, token -> address(token, snapshot, addresses), key -> Optional.ofNullable(pictures.get(key)));
    }

    /** Where the token of an article, or a path that begins at our root, leads to; empty where readers see nothing. */
    private static Optional<String> address(String token, Snapshot snapshot, Addresses addresses) {
        if (token.startsWith("article:")) {
            return snapshot.article(Long.parseLong(token.substring("article:".length()))).map(ArticleRef::slug).map(addresses::article);
        }
        var tag = TAG_PAGE.matcher(token);
        if (tag.matches()) {
            return slug(tag.group(1)).flatMap(snapshot::tag).filter(found -> found.count() > 0).map(TagCount::slug).map(addresses::tag);
        }
        var article = ARTICLE_PAGE.matcher(token);
        if (article.matches()) {
            return slug(article.group(1)).flatMap(snapshot::article).map(ArticleRef::slug).map(addresses::article);
        }
        return Optional.of(addresses.of(token));
    }

    private static Optional<Slug> slug(String path) {
        return OldAddress.parse(path).flatMap(address -> Slug.parseLeniently(address.path().substring(1)));
    }

    private Map<String, ShownPicture> pictures(Set<String> keys, Addresses addresses) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var files = media.files(keys);
        var copies = store.copies(files.stream().map(MediaFile::sha256).collect(Collectors.toSet()));
        return files.stream().collect(Collectors.toMap(MediaFile::key, file -> shown(file, copies.getOrDefault(file.sha256(), List.of()), addresses)));
    }

    private static ShownPicture shown(MediaFile file, List<MediaCopy> copies, Addresses addresses) {
        return new ShownPicture(addresses.media(file.sha256(), file.name()), file.width(), file.height(),
                copies.stream().map(copy -> new ShownPicture.Copy(addresses.media(copy.sha256(), file.name()), copy.width())).toList());
    }

    private Map<Long, List<String>> names(Collection<Long> ids) {
        return articles.bylines(ids).stream().collect(Collectors.groupingBy(Byline::articleId, Collectors.mapping(Byline::name, Collectors.toList())));
    }

    private List<ReadAuthor> portraits(List<Byline> bylines, Addresses addresses) {
        var pictures = pictures(bylines.stream().map(Byline::portrait).filter(Objects::nonNull).collect(Collectors.toSet()), addresses);
        return bylines.stream().map(byline -> new ReadAuthor(byline.name(), Optional.ofNullable(byline.portrait()).map(pictures::get).map(ShownPicture::smallest).orElse(""), addresses.author(byline.slug()))).toList();
    }

    /** An update is told only if it came after the publication. */
    private static Optional<Instant> update(Instant publishedAt, Instant updatedAt) {
        return Optional.ofNullable(updatedAt).filter(publishedAt::isBefore);
    }
}
