package org.lectern.content.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.Role;
import org.lectern.content.Slug;
import org.lectern.content.article.Article;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.article.ArticleStore;
import org.lectern.content.article.Articles;
import org.lectern.content.article.Proof;
import org.lectern.content.article.Revision;
import org.lectern.content.article.Status;
import org.lectern.content.audit.Action;
import org.lectern.content.audit.Audit;
import org.lectern.content.author.Author;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.Edition;
import org.lectern.content.markdown.MarkdownText;
import org.lectern.content.tag.Tag;

/**
 * Begins articles and saves their texts. What readers do not see is written at once; of a published or scheduled article readers see what was released, and what
 * is saved waits behind it. Authors write their own articles, editors all.
 */
@ApplicationScoped
@Transactional
public class Writing {

    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_SUMMARY = 20_000;
    private static final int LONGEST_IMAGE = 1000;
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final Pattern PICTURE = Pattern.compile("^(https?|media):", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SERIES = 400;
    /** Tags, or authors, of one article. */

    @Inject
    Articles articles;

    @Inject
    ArticleStore store;

    @Inject
    Audit audit;

    @Inject
    Edition edition;

    /**
     * An article as the editor opens it.
     *
     * @param article its state; @param newest the text that was saved last, which readers may not see yet
     */
    public record Opened(Article article, Revision newest) {
    }

    /** @throws Refusal if there is none, or the actor may not */
    public Opened open(Actor actor, Long id) {
        var article = found(actor, id);
        return new Opened(article, store.newest(article));
    }

    /** Begins an article, as a draft of the actor. @throws Refusal if the slug is taken, a field is wrong, or the text cannot be rendered @return its id */
    public Long begin(Actor actor, Slug slug, ArticleContent content) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        mustFit(content);
        var changes = new ArrayList<Change>();
        var article = store.write(actor, new Article(slug, actor.account()), slug, content, "begin", changes);
        audit.write(actor, Action.ARTICLE_BEGUN, "article", article.id(), article.title());
        advanceBeside(article, changes);
        return article.id();
    }

    /**
     * Saves what was written. What was saved already is not saved again.
     *
     * @param seenVersion of the article as the writer opened it
     * @return the version that it has now
     * @throws Refusal if the article is gone, lies in the bin, was changed since it was opened ({@code article.changed}: nothing of either text is lost), if the slug is
     *                 taken, a field is wrong, or the text cannot be rendered
     */
    public int save(Actor actor, Long id, Slug slug, ArticleContent content, int seenVersion) {
        var article = found(actor, id);
        article.mustBeAt(seenVersion);
        mustFit(content);
        var newest = store.newest(article);
        if (newest.slug().equals(slug) && newest.content().equals(content)) {
            return seenVersion;
        }
        return put(actor, article, slug, content, "edit", article.isReleased() ? Action.ARTICLE_STAGED : Action.ARTICLE_SAVED).version();
    }

    /** Makes an old revision the newest again; of a published article it waits to be released. @throws Refusal as {@link #save}, or if there is no such revision */
    public void restore(Actor actor, Long id, int number, int seenVersion) {
        var article = found(actor, id);
        article.mustBeAt(seenVersion);
        var revision = store.revision(article, number).orElseThrow(() -> new Refusal("revision.gone", number));
        put(actor, article, revision.slug(), revision.content(), "restore", Action.ARTICLE_RESTORED);
    }

    /** Drops the edits that wait: the newest revision is again what readers see. They stay in the history. @throws Refusal as {@link #save}, or if none wait */
    public void discard(Actor actor, Long id, int seenVersion) {
        var article = found(actor, id);
        article.mustBeAt(seenVersion);
        if (!article.isStaged()) {
            throw new Refusal("article.not.staged", article.title());
        }
        article = store.dropStaged(actor, article, "discard");
        audit.write(actor, Action.ARTICLE_DISCARDED, "article", article.id(), article.title());
    }

    /** A text as readers would see it, without saving anything. @throws Refusal if it cannot be rendered within the bounds */
    public Proof proof(Actor actor, ArticleContent content) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return store.proof(content);
    }

    /** The slug of a new article with this title: where another has it, the first free one that ends in a number. */
    public Slug slugFor(Actor actor, String title) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        return store.free(Slug.forArticle(title));
    }

    /** @throws Refusal if another article than this one has the slug; none has a null id */
    public void mustBeFree(Actor actor, Slug slug, Long id) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        if (id == null || !found(actor, id).slug().equals(slug)) {
            store.mustBeFree(actor, slug);
        }
    }

    /** What imports cut or leave out is refused to people, who can mend it. */
    private static void mustFit(ArticleContent content) {
        try {
            new Locale.Builder().setLanguageTag(content.language());
        } catch (IllformedLocaleException noTag) {
            throw new Refusal("article.language", content.language());
        }
        if (content.language().isEmpty() || content.language().length() > LONGEST_LANGUAGE) {
            throw new Refusal("article.language", content.language());
        }
        mustFit("description", content.description(), LONGEST_DESCRIPTION);
        mustFit("summary", content.summary(), LONGEST_SUMMARY);
        mustFit("image", content.image(), LONGEST_IMAGE);
        content.image().filter(image -> SCHEME.matcher(image).find() && !PICTURE.matcher(image).find()).ifPresent(image -> {
            throw new Refusal("article.image", image);
        });
        mustFit("series", content.series(), LONGEST_SERIES);
        content.tags().forEach(tag -> mustFit("tag", Optional.of(tag.name()), Tag.LONGEST_NAME));
        content.authors().forEach(author -> mustFit("author", Optional.of(author), Author.LONGEST_NAME));
        mustFit("title", Optional.of(content.title()), ArticleContent.LONGEST_TITLE);
        mustFit("text", Optional.of(content.source()), MarkdownText.LONGEST);
        if (content.tags().size() > ArticleContent.MOST_NAMES || content.authors().size() > ArticleContent.MOST_NAMES) {
            throw new Refusal("article.names", ArticleContent.MOST_NAMES);
        }
    }

    private static void mustFit(String field, Optional<String> text, int longest) {
        if (text.isPresent() && text.get().length() > longest) {
            throw new Refusal("article.field.long", field, longest, text.get().length());
        }
        if (text.isPresent() && text.get().indexOf('\0') >= 0) {
            throw new Refusal("article.field.null", field);
        }
    }

    private Article put(Actor actor, Article article, Slug slug, ArticleContent content, String reason, Action action) {
        if (article.status() == Status.BINNED) {
            throw new Refusal("article.binned", article.title());
        }
        Article saved;
        if (article.isReleased()) {
            if (!slug.equals(article.slug())) {
                store.mustBeFree(actor, slug);
            }
            store.proof(content);        // what cannot be rendered is refused now, not when it is released
            saved = store.stage(actor, article, slug, content, reason);
        } else {
            var changes = new ArrayList<Change>();
            saved = store.write(actor, article, slug, content, reason, changes);
            advanceBeside(saved, changes);
        }
        audit.write(actor, action, "article", saved.id(), content.title());
        return saved;
    }

    /** A draft is nothing to readers, but the tags that staff know by it are, and so are the articles that lead to it. */
    private void advanceBeside(Article draft, Collection<Change> changes) {
        var seen = changes.stream().filter(change -> !change.equals(new Change(Change.Kind.ARTICLE, draft.id()))).toList();
        if (!seen.isEmpty()) {
            edition.advance(seen);
        }
    }

    private Article found(Actor actor, Long id) {
        actor.mustBe(Role.AUTHOR, Role.EDITOR);
        var article = articles.find(id).orElseThrow(() -> new Refusal("article.gone"));
        Ownership.mustAllow(actor, article);
        return article;
    }
}
