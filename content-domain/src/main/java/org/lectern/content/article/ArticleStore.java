package org.lectern.content.article;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.author.Author;
import org.lectern.content.author.Bylines;
import org.lectern.content.edition.Change;
import org.lectern.content.redirect.OldAddress;
import org.lectern.content.redirect.Redirect;
import org.lectern.content.redirect.Redirects;
import org.lectern.content.tag.Tag;
import org.lectern.content.tag.TagNames;
import org.lectern.content.tag.Tags;

/**
 * Saves articles with all that hangs on them: tags, authors, HTML, revision, the links of others. It works inside the transaction of the use case that calls it,
 * checks nothing about the actor and does not advance the edition: it says what changed, and the use case does both.
 */
@ApplicationScoped
public class ArticleStore {

    /** How many articles of one title get an address without being asked. */
    private static final int MOST_ALIKE = 99;

    @Inject
    Articles articles;

    @Inject
    Revisions revisions;

    @Inject
    ArticleRenderer renderer;

    @Inject
    TagNames tagNames;

    @Inject
    Tags tags;

    @Inject
    Bylines bylines;

    @Inject
    Redirects redirects;

    @Inject
    Clock clock;

    /** The address of an article with this slug, as redirects know it. */
    public static OldAddress address(Slug slug) {
        return new OldAddress("/articles/" + slug.value());
    }

    /** Writes a text into a new or a found article, saves it, and adds what readers may see differently to {@code changes}. @return the saved article, which is another object */
    public Article write(Actor actor, Article article, ArticleContent content, String reason, Collection<Change> changes) {
        return write(actor, article, content, render(content), reason, changes);
    }

    /** What a text becomes: for those who write many, and let one be made while another is written. */
    public Rendered render(ArticleContent content) {
        return renderer.render(content.source(), content.summary());
    }

    /** The same with what has been made of the text a moment before. */
    public Article write(Actor actor, Article article, ArticleContent content, Rendered rendered, String reason, Collection<Change> changes) {
        var named = new LinkedHashMap<String, ArticleContent.NamedTag>();
        content.tags().forEach(tag -> named.putIfAbsent(tag.name().strip(), tag));
        var found = tagNames.resolve(List.copyOf(named.keySet()));
        var taggings = new ArrayList<Tagging>();
        found.forEach((name, tag) -> taggings.add(new Tagging(tag.id(), name, named.get(name).weight().orElse(null))));
        var before = article.taggings();

        article.write(content, taggings, bylines.of(content.authors()).stream().map(Author::id).toList(), rendered, clock.instant());
        var saved = article.id() == null ? articles.add(article) : articles.save(article);
        revisions.add(new Revision(saved, saved.slug(), content, actor.account(), reason));
        changes.add(new Change(Change.Kind.ARTICLE, saved.id()));
        spell(found.values(), before, saved.taggings(), changes);
        return saved;
    }

    /** Saves a change of state that somebody has made by an entity's verb, as a revision of its own with the newest text. */
    public Article keep(Actor actor, Article article, String reason, Collection<Change> changes) {
        var newest = newest(article);
        article.revise(clock.instant());
        var saved = articles.save(article);
        revisions.add(new Revision(saved, newest.slug(), newest.content(), actor.account(), reason));
        changes.add(new Change(Change.Kind.ARTICLE, saved.id()));
        spell(saved, changes);
        return saved;
    }

    /** Spells the tags of an article anew, after readers have come to see it, or do so no more. */
    void spell(Article article, Collection<Change> changes) {
        var ids = article.taggings().stream().map(Tagging::tagId).toList();
        if (!ids.isEmpty()) {
            spell(tags.byIds(ids), changes);
        }
    }

    /** Keeps a text as the newest revision, behind what readers go on seeing. @return the saved article */
    public Article stage(Actor actor, Article article, Slug slug, ArticleContent content, String reason) {
        article.stage(clock.instant());
        var saved = articles.save(article);
        revisions.add(new Revision(saved, slug, content, actor.account(), reason));
        return saved;
    }

    /** Makes the newest revision what the live one is; readers see no difference. @return the saved article */
    public Article dropStaged(Actor actor, Article article, String reason) {
        var live = revision(article, article.live()).orElseThrow();
        article.dropStaged(clock.instant());
        var saved = articles.save(article);
        revisions.add(new Revision(saved, saved.slug(), live.content(), actor.account(), reason));
        return saved;
    }

    /** Lets readers see the newest revision, under its slug. @throws Refusal if another article has taken that slug meanwhile */
    public Article release(Actor actor, Article article, String reason, Collection<Change> changes) {
        var newest = newest(article);
        return write(actor, article, newest.slug(), newest.content(), reason, changes);
    }

    /** The newest revision, which readers may not see yet. */
    public Revision newest(Article article) {
        return revisions.numbered(article.id(), article.revision()).orElseThrow();
    }

    /** The newest revision as readers would see it. */
    public Proof proof(Article article) {
        return proof(newest(article).content());
    }

    /** A text as readers would see it. @throws Refusal if it cannot be rendered within the bounds */
    public Proof proof(ArticleContent content) {
        var rendered = render(content);
        return new Proof(content.title(), rendered.html(), rendered.excerpt(), rendered.more(), rendered.outline(), rendered.words(), content.language(),
                content.tags().stream().map(ArticleContent.NamedTag::name).toList(), content.authors());
    }

    /** The accounts that wrote what nobody has released yet. */
    List<String> unreleasedWriters(Article article) {
        return revisions.writers(article.id(), article.isReleased() ? article.live() : 0, Revision.TEXT, Revision.RELEASE);
    }

    public Optional<Revision> revision(Article article, int number) {
        return revisions.numbered(article.id(), number);
    }

    /** Writes a text into a new or a found article under this slug, with the redirects and the links of others that follow from it. @throws Refusal if another article has the slug */
    public Article write(Actor actor, Article article, Slug slug, ArticleContent content, String reason, Collection<Change> changes) {
        var moves = !slug.equals(article.slug());
        if (article.id() == null || moves) {
            mustBeFree(actor, slug);
        }
        if (moves) {
            move(article, slug, changes);
        }
        return write(actor, article, content, reason, changes);
    }

    /** @throws Refusal if what was saved last has no text */
    public void mustHaveText(Article article) {
        var newest = newest(article);
        if (newest.content().source().isBlank()) {
            throw new Refusal("article.text.missing", newest.title());
        }
    }

    /** This slug if no article has it, else the first free one that ends in {@code -2}, {@code -3} and so on; as it is if there is none near. */
    public Slug free(Slug wished) {
        return Stream.concat(Stream.of(wished), IntStream.rangeClosed(2, MOST_ALIKE).mapToObj(number -> Slug.parse(wished.value() + "-" + number)).flatMap(Optional::stream))
                .filter(slug -> articles.bySlug(slug).isEmpty()).findFirst().orElse(wished);
    }

    /** @throws Refusal if an article has this slug; it says which one only to who may know of it */
    public void mustBeFree(Actor actor, Slug slug) {
        articles.bySlug(slug).ifPresent(other -> {
            var isKnown = actor.is(Role.EDITOR) || other.owner().equals(actor.account()) || other.isVisible(clock.instant());
            throw isKnown ? new Refusal("article.slug.taken", slug.value(), other.title()) : new Refusal("article.slug.reserved", slug.value());
        });
    }

    /** Renders again the articles that lead to an address by its slug, since it was not there when they were written: it leads elsewhere now, which a slug does not follow. The one that moves is written anew in any case. */
    private void follow(Article moved, Slug old, Collection<Change> changes) {
        for (var id : articles.leadingBySlug(old.value()).stream().filter(id -> !id.equals(moved.id())).toList()) {
            var waiting = articles.find(id).orElseThrow();
            waiting.show(renderer.render(waiting.source(), waiting.summary()));
            articles.save(waiting);
            changes.add(new Change(Change.Kind.ARTICLE, id));
        }
    }

    /**
     * Lets an old address lead to an article.
     *
     * @return why it cannot, and nothing has happened then: the address is the front page, belongs to the site itself, has something living at it, or leads elsewhere already
     */
    public Optional<Refusal> lead(OldAddress from, Article to) {
        var obstacle = from.obstacle();
        if (obstacle.isPresent() || from.equals(address(to.slug()))) {
            return obstacle;
        }
        if (isLive(from)) {
            return Optional.of(new Refusal("redirect.live", from.path()));
        }
        var known = redirects.find(from.path());
        if (known.isEmpty()) {
            redirects.add(Redirect.toArticle(from, to.id()));
        }
        return known.filter(other -> !other.articleId().equals(Optional.of(to.id()))).map(other -> new Refusal("redirect.taken", from.path()));
    }

    private boolean isLive(OldAddress address) {
        return address.below("/articles/").flatMap(articles::bySlug).isPresent() || address.below("/tags/").flatMap(tags::bySlug).isPresent();
    }

    /** Gives an article another slug; the old address leads to it from now on, and the new one is no redirect any more. */
    public void move(Article article, Slug slug, Collection<Change> changes) {
        var former = article.slug();
        var old = address(former);
        redirects.find(address(slug).path()).ifPresent(redirects::remove);
        article.move(slug);
        var known = redirects.find(old.path());
        if (known.isPresent()) {
            known.get().leadToArticle(article.id());
            redirects.save(known.get());
        } else {
            redirects.add(Redirect.toArticle(old, article.id()));
        }
        follow(article, former, changes);
    }

    private void spell(Collection<Tag> named, List<Tagging> before, List<Tagging> after, Collection<Change> changes) {
        var spelledAnew = new LinkedHashMap<Long, Tag>();
        var spellings = after.stream().collect(Collectors.toMap(Tagging::tagId, Tagging::spelling));
        named.stream().filter(tag -> !tag.nameFixed() && !tag.name().equals(spellings.get(tag.id()))).forEach(tag -> spelledAnew.put(tag.id(), tag));
        var dropped = before.stream().map(Tagging::tagId).filter(id -> !spellings.containsKey(id)).toList();
        if (!dropped.isEmpty()) {
            tags.byIds(dropped).stream().filter(tag -> !tag.nameFixed()).forEach(tag -> spelledAnew.put(tag.id(), tag));
        }
        spell(spelledAnew.values(), changes);
    }

    /** What readers see is spelled as most of what readers see does it; a draft changes nothing of that. */
    private void spell(Collection<Tag> anew, Collection<Change> changes) {
        for (var tag : anew) {
            var name = tag.name();
            tag.spell(uses(tag.id()));
            if (!tag.name().equals(name)) {
                tags.save(tag);
                changes.add(new Change(Change.Kind.TAG, tag.id()));
            }
        }
    }

    private Map<String, Long> uses(Long tagId) {
        var published = articles.publishedSpellings(tagId);
        return (published.isEmpty() ? articles.spellings(tagId) : published).stream().collect(Collectors.toMap(Spelling::spelling, Spelling::uses));
    }
}
