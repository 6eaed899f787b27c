package org.lectern.content.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.Refusal;
import org.lectern.content.Slug;

/**
 * Something to read, with tags. It begins as a draft. Publishing gives it a date, unless it has one; a date in the future makes it scheduled, and it goes live by itself.
 * It may expire or be withdrawn, and come back; what lies in the bin can be taken out again. Each save that matters is a revision. From when it is released, edits wait
 * as newer revisions than the {@linkplain #live live} one, until they are released in their turn.
 */
@Entity
public class Article {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_ids")
    @SequenceGenerator(name = "article_ids", sequenceName = "article_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private Slug slug;

    private String title;

    private String source;

    private String summary;

    private String html;

    private String excerpt;

    @Column(name = "has_more")
    private boolean hasMore;

    private Outline outline;

    private int words;

    private int renderer;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** That readers have been told of the expiry by an edition. */
    private boolean lapsed;

    private String owner;

    private String language;

    private Integer weight;

    private String description;

    private String image;

    private String series;

    @Column(name = "translation_key")
    private String translationKey;

    @Column(name = "feed_id")
    private String feedId;

    @Column(name = "front_matter")
    private String frontMatter;

    private int revision;

    private int live;

    @Column(name = "revised_at")
    private Instant revisedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "tagging", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "place")
    private List<Tagging> taggings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "article_author", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "place")
    @Column(name = "author_id")
    private List<Long> authors = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "article_link", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "place")
    private List<ArticleLink> links = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "media_use", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "place")
    @Column(name = "media_key")
    private List<String> pictures = new ArrayList<>();

    protected Article() {
    }

    /** @param owner an account */
    public Article(Slug slug, String owner) {
        this.slug = Objects.requireNonNull(slug);
        this.owner = Objects.requireNonNull(owner);
    }

    /** Takes a new text with all that belongs to it, as the next revision, made now. Neither status nor dates change, but the expiry, which is part of what is written. */
    void write(ArticleContent content, List<Tagging> newTaggings, List<Long> newAuthors, Rendered rendered, Instant now) {
        title = content.title();
        source = content.source();
        summary = content.summary().orElse(null);
        language = content.language();
        weight = content.weight().filter(number -> number != 0).orElse(null);
        description = content.description().orElse(null);
        image = content.image().orElse(null);
        series = content.series().orElse(null);
        translationKey = content.translationKey().orElse(null);
        expireAt(content.expiresAt().orElse(null));
        taggings = new ArrayList<>(newTaggings);
        authors = new ArrayList<>(newAuthors);
        show(rendered);
        advance(now);
        live = revision;
    }

    /** Takes the HTML made from its text, which is no new revision. */
    void show(Rendered rendered) {
        html = rendered.html();
        excerpt = rendered.excerpt();
        hasMore = rendered.more();
        outline = rendered.outline();
        words = rendered.words();
        renderer = rendered.version();
        links = new ArrayList<>(rendered.links());
        pictures = new ArrayList<>(rendered.pictures());
    }

    private void expireAt(Instant instant) {
        if (!Objects.equals(expiresAt, instant)) {
            expiresAt = instant;
            lapsed = false;
        }
    }

    /** Lets readers see it: at once, or from its date on if that lies in the future. It keeps a date that it has. */
    public void publish(Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
        }
        status = publishedAt.isAfter(now) ? Status.SCHEDULED : Status.PUBLISHED;
    }

    /**
     * Lets readers see it as {@link #publish(Instant)}, under a date that an editor may choose. What readers have seen before and see anew under its old date counts as updated.
     *
     * @throws Refusal if it lies in the bin, if there is nothing that readers do not see or will see already, or if the date would hide what readers see
     */
    void publish(Optional<Instant> date, Instant now) {
        if (status == Status.BINNED) {
            throw new Refusal("article.binned", title);
        }
        if (isReleased() && !isStaged() && date.isEmpty()) {
            throw new Refusal("article.nothing.new", title);
        }
        if (status == Status.PUBLISHED && date.filter(chosen -> chosen.isAfter(now)).isPresent()) {
            throw new Refusal("article.date.hides", title);
        }
        var seen = (status == Status.PUBLISHED || status == Status.WITHDRAWN) && publishedAt != null && !publishedAt.isAfter(now);
        publishedAt = date.orElse(publishedAt);
        publish(now);
        if (seen && (date.isEmpty() || isStaged())) {
            updatedAt = now;
        }
    }

    /** Takes dates and state from elsewhere. @param published null where the source names none: then it is {@code now} */
    public void dateAs(boolean draft, Instant published, Instant updated, Instant now) {
        publishedAt = published != null || draft ? published : publishedAt == null ? now : publishedAt;
        updatedAt = updated;
        if (draft) {
            status = Status.DRAFT;
        } else {
            publish(now);
        }
    }

    /** Readers do not see it any more; nothing is lost. */
    public void withdraw() {
        if (status != Status.PUBLISHED && status != Status.SCHEDULED) {
            throw new Refusal("article.not.published", title);
        }
        status = Status.WITHDRAWN;
    }

    /** Puts it where only staff find it, out of everybody's way. */
    public void bin() {
        if (status == Status.BINNED) {
            throw new Refusal("article.binned", title);
        }
        status = Status.BINNED;
    }

    /** Takes it out of the bin: as a draft if readers never saw it, else withdrawn. */
    public void takeOut() {
        if (status != Status.BINNED) {
            throw new Refusal("article.not.binned", title);
        }
        status = publishedAt == null ? Status.DRAFT : Status.WITHDRAWN;
    }

    /** Its time has come. Does nothing if it was changed in between. @return whether it went live */
    boolean goLive(Instant now) {
        var due = status == Status.SCHEDULED && !publishedAt.isAfter(now);
        if (due) {
            status = Status.PUBLISHED;
        }
        return due;
    }

    /** Its time is over. @return whether that is news */
    boolean lapse(Instant now) {
        var over = status == Status.PUBLISHED && !lapsed && expiresAt != null && !expiresAt.isAfter(now);
        if (over) {
            lapsed = true;
        }
        return over;
    }

    /** Whether a reader sees it at this time. */
    public boolean isVisible(Instant now) {
        return status == Status.PUBLISHED && !publishedAt.isAfter(now) && (expiresAt == null || expiresAt.isAfter(now));
    }

    public void mustBeAt(int seenVersion) {
        if (version != seenVersion) {
            throw new Refusal("article.changed", title);
        }
    }

    void move(Slug newSlug) {
        slug = Objects.requireNonNull(newSlug);
    }

    /** What has been done to it since counts as a revision of its own. Edits that wait go on waiting. */
    void revise(Instant now) {
        if (!isStaged()) {
            live++;
        }
        advance(now);
    }

    /** A newer revision waits behind what readers see. */
    void stage(Instant now) {
        advance(now);
    }

    /** The newest revision holds again what the live one holds; those between wait no longer. */
    void dropStaged(Instant now) {
        advance(now);
        live = revision;
    }

    private void advance(Instant now) {
        revision++;
        revisedAt = now;
    }

    /** Whether readers see it, or will when its time comes. What is written then waits until it is released. */
    public boolean isReleased() {
        return status == Status.PUBLISHED || status == Status.SCHEDULED;
    }

    /** Whether edits wait behind what readers see. */
    public boolean isStaged() {
        return live != revision;
    }

    /** Keeps what it was imported with, unabridged, as JSON. @param feedIdentity the id by which feed readers know it, where the source gave one */
    public void remember(String unabridgedFrontMatter, String feedIdentity) {
        frontMatter = unabridgedFrontMatter;
        feedId = feedIdentity;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Slug slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String source() {
        return source;
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    public String html() {
        return html;
    }

    public String excerpt() {
        return excerpt;
    }

    public boolean hasMore() {
        return hasMore;
    }

    public Status status() {
        return status;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public String owner() {
        return owner;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public String language() {
        return language;
    }

    public Optional<String> frontMatter() {
        return Optional.ofNullable(frontMatter);
    }

    /** The number of its newest revision. */
    public int revision() {
        return revision;
    }

    /** When its newest revision was made. */
    public Instant revisedAt() {
        return revisedAt;
    }

    /** The number of the revision that readers see, or would see. */
    public int live() {
        return live;
    }

    /** In the author's order. */
    public List<Tagging> taggings() {
        return List.copyOf(taggings);
    }

    public List<Long> authors() {
        return List.copyOf(authors);
    }

    public List<ArticleLink> links() {
        return List.copyOf(links);
    }

    /** The keys of the pictures that its text shows. */
    public List<String> pictures() {
        return List.copyOf(pictures);
    }
}
