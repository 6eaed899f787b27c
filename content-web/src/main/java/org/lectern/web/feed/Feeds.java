package org.lectern.web.feed;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.TagExpression;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Selection;
import org.lectern.content.archive.TagCount;
import org.lectern.content.identity.SiteIdentity;
import org.lectern.content.reading.AuthorNote;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.cache.Basis;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Opening;
import org.lectern.web.site.Site;
import org.lectern.web.tag.Phrase;

/** Makes feeds: the articles published last, the newest first, whatever the order of the page that they belong to. Every address in them begins at the public address of the site. */
@ApplicationScoped
public class Feeds {

    @Inject
    Settings settings;

    @Inject
    Reading reading;

    @Inject
    Site site;

    @Inject
    SiteIdentity identity;

    /** To be asked for before the feed of this expression, or of its one tag, is made. */
    public Basis basis(TagExpression expression) {
        return Basis.of(expression, true, site.snapshot(), reading.generation(), site.archive(), reading::generation);
    }

    /** The feed of the whole site. */
    public Representation ofSite(FeedFormat format) {
        return write(ids().ofSite(), site.getName(), Optional.empty(), addresses().home(), site.snapshot().all(), format);
    }

    public Representation ofTag(TagCount tag, FeedFormat format) {
        return write(ids().ofTag(tag.id()), title(site.texts().say("tag.heading", tag.name())), about(tag), addresses().tag(tag.slug()), site.snapshot().select(TagExpression.of(tag.slug())), format);
    }

    public Representation ofAuthor(AuthorNote author, FeedFormat format) {
        return write(ids().ofAuthor(author.id()), title(site.texts().say("author.heading", author.name())), author.about().map(Opening::cut), addresses().author(author.slug()), reading.under(site.snapshot(), author.id()), format);
    }

    /** The feed of an expression: its address says all that it is, and so its id is made of that, wherever the tags of the day let it live. */
    public Representation of(TagExpression expression, FeedFormat format) {
        var page = addresses().tags(expression, 1);
        return write(ids().ofPage(new Addresses("").tags(expression, 1)), title(new Phrase(expression, site).heading()), Optional.empty(), page, site.snapshot().select(expression), format);
    }

    private Optional<String> about(TagCount tag) {
        return reading.tagNote(site.snapshot(), tag, addresses()).description().map(Opening::of).filter(text -> !text.isEmpty());
    }

    private Representation write(String id, String title, Optional<String> description, String page, Selection selection, FeedFormat format) {
        var ids = selection.latest(settings.feedSize()).stream().map(ArticleRef::id).toList();
        var articles = settings.feedFull() ? reading.texts(site.snapshot(), ids, addresses()) : reading.summaries(site.snapshot(), ids, addresses());
        var items = articles.stream()
                .map(article -> new Feed.Item(ids().of(article), ids().iriOf(article), addresses().article(article.slug()), article)).toList();
        return format.write(new Feed(id, title, description, page, Addresses.beside(page, format.file()), site.getName(), site.getLanguage(), settings.feedFull(), items));
    }

    private String title(String heading) {
        return site.texts().say("site.title", heading, site.getName());
    }

    private FeedIds ids() {
        return new FeedIds(identity.value());
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString(), () -> site.snapshot().joinedNames());
    }
}
