package org.lectern.web.routing;

import java.io.IOException;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.address.Addresses;
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.NotReady;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.PictureAnswer;
import org.lectern.content.reading.Reading;
import org.lectern.web.article.ArticleMonths;
import org.lectern.web.article.ArticleReading;
import org.lectern.web.article.DatedArticles;
import org.lectern.web.article.NewestArticles;
import org.lectern.web.author.AuthorArchive;
import org.lectern.web.author.AuthorIndex;
import org.lectern.web.cache.Basis;
import org.lectern.web.feed.FeedFormat;
import org.lectern.web.feed.Feeds;
import org.lectern.web.machine.Machines;
import org.lectern.web.media.Pictures;
import org.lectern.web.site.Assets;
import org.lectern.web.site.Site;
import org.lectern.web.sitemap.Sitemaps;
import org.lectern.web.tag.TagArchive;
import org.lectern.web.tag.TagIndex;
import org.lectern.web.tag.TagSelection;
import org.lectern.web.tag.VisibleTags;

/**
 * Answers every address that nobody else answers. What is there is shown at its one canonical address; any other spelling, a tag's other names and
 * addresses of former times lead there by one 301. The rest is a 404 that helps to go on.
 *
 * <p>A page's bean is loaded before its view is asked to write: whether there is such a page is known by then.
 */
@WebServlet(name = "public", urlPatterns = {"", "/"})
public class PublicRoutes extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** In seconds: how soon to ask again while the archive is being built. */
    private static final int SOON = 5;

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    NewestArticles newestArticles;

    @Inject
    ArticleReading articleReading;

    @Inject
    ArticleMonths articleMonths;

    @Inject
    DatedArticles datedArticles;

    @Inject
    AuthorIndex authorIndex;

    @Inject
    AuthorArchive authorArchive;

    @Inject
    TagIndex tagIndex;

    @Inject
    TagArchive tagArchive;

    @Inject
    TagSelection tagSelection;

    @Inject
    Feeds feeds;

    @Inject
    Sitemaps sitemaps;

    @Inject
    Machines machines;

    @Inject
    Missing missing;

    @Inject
    Pictures pictures;

    @Inject
    Assets assets;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            new Asking(request, response).answer();
        } catch (NotReady starting) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setIntHeader("Retry-After", SOON);
            response.setHeader("Cache-Control", "no-store");
            new Asking(request, response).show("routing/not-ready");
        }
    }

    /** A request, and who answers it. */
    private final class Asking extends Visit {

        Asking(HttpServletRequest request, HttpServletResponse response) {
            super(request, response, site, reading, missing);
        }

        void answer() throws ServletException, IOException {
            if (path.isEmpty()) {
                notFound("");
                return;
            }
            var route = Route.of(path.get());
            if (route instanceof Route.Newest newest) {
                newest(newest);
            } else if (route instanceof Route.Article article) {
                article(article);
            } else if (route instanceof Route.Months) {
                articleMonths.load();
                showAt(site.addresses().articles(), "article/months");
            } else if (route instanceof Route.Dated dated) {
                dated(dated);
            } else if (route instanceof Route.Authors) {
                authorIndex.load();
                showAt(site.addresses().authors(), "author/index");
            } else if (route instanceof Route.Author author) {
                author(author);
            } else if (route instanceof Route.Preview preview) {
                preview(preview);
            } else if (route instanceof Route.PreviewPicture picture) {
                keepSecret();
                file(pictures.send(articleReading.previewPicture(picture.secret(), picture.hash()), request, response));
            } else if (route instanceof Route.TagIndex) {
                tags();
            } else if (route instanceof Route.Tag tag) {
                tag(tag);
            } else if (route instanceof Route.SiteFeed feed) {
                sendAt(Addresses.beside(site.getHome(), feed.format().file()), () -> feeds.ofSite(feed.format()));
            } else if (route instanceof Route.TagFeed feed) {
                feed(feed);
            } else if (route instanceof Route.AuthorFeed feed) {
                feed(feed);
            } else if (route instanceof Route.Source source) {
                source(source);
            } else if (route instanceof Route.Llms) {
                sendAt(site.addresses().of("/llms.txt"), machines::llms);
            } else if (route instanceof Route.Sitemap sitemap) {
                sitemap(sitemap.part());
            } else if (route instanceof Route.Picture picture) {
                picture(reading.picture(picture.hash()));
            } else if (route instanceof Route.Asset asset) {
                file(assets.send(asset.path(), request, response));
            } else if (route instanceof Route.Icon) {
                file(assets.send("favicon.svg", request, response));
            } else if (route instanceof Route.Robots) {
                robots();
            } else if (route instanceof Route.Elsewhere) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                movedOrMissing();
            }
        }

        private void newest(Route.Newest asked) throws ServletException, IOException {
            if (newestArticles.load(asked.page())) {
                showAt(site.addresses().home(asked.page()), "article/newest", newestArticles.basis());
            } else {
                movedOrMissing();
            }
        }

        private void file(boolean sent) throws ServletException, IOException {
            if (!sent) {
                notFound("");
            }
        }

        /** The address of bytes that were replaced leads to those that took their place, each time anew: they may be replaced again. */
        private void picture(PictureAnswer answer) throws ServletException, IOException {
            if (answer instanceof PictureAnswer.Here here) {
                pictures.send(Optional.of(here.file()), request, response);
            } else if (answer instanceof PictureAnswer.Moved moved) {
                moved(site.addresses().media(moved.now().sha256(), moved.now().name()));
            } else if (answer instanceof PictureAnswer.Gone) {
                missing.load("");
                response.setStatus(HttpServletResponse.SC_GONE);
                show("routing/missing");
            } else {
                notFound("");
            }
        }

        private void article(Route.Article asked) throws ServletException, IOException {
            var slug = Slug.parseLeniently(asked.name());
            if (slug.isPresent() && articleReading.load(slug.get())) {
                response.setHeader("Content-Language", articleReading.getArticle().language());
                showAt(site.article(slug.get()), "article/article", articleReading.basis());
            } else {
                movedOrMissing();
            }
        }

        private void dated(Route.Dated asked) throws ServletException, IOException {
            if (datedArticles.load(asked.year(), asked.month(), asked.page())) {
                showAt(datedArticles.getAddress(), "article/dated");
            } else {
                movedOrMissing();
            }
        }

        private void author(Route.Author asked) throws ServletException, IOException {
            var slug = Slug.parseLeniently(asked.name());
            if (slug.isPresent() && authorArchive.load(slug.get(), asked.page())) {
                showAt(authorArchive.getAddress(), "author/archive");
            } else {
                movedOrMissing();
            }
        }

        private void feed(Route.AuthorFeed asked) throws ServletException, IOException {
            var slug = Slug.parseLeniently(asked.name());
            if (slug.isPresent() && authorArchive.load(slug.get(), 1)) {
                sendAt(Addresses.beside(authorArchive.getFirst(), asked.format().file()), () -> feeds.ofAuthor(authorArchive.getAuthor(), asked.format()));
            } else {
                movedOrMissing();
            }
        }

        private void preview(Route.Preview asked) throws ServletException, IOException {
            keepSecret();
            if (articleReading.preview(asked.secret())) {
                response.setHeader("Content-Language", articleReading.getArticle().language());
                show("article/article");
            } else {
                notFound("");
            }
        }

        /** Whoever has the address has the article: nobody may keep either, list it, or tell it on. */
        private void keepSecret() {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Robots-Tag", "noindex");
            response.setHeader("Referrer-Policy", "no-referrer");
        }

        private void tags() throws ServletException, IOException {
            var query = request.getQueryString();
            var asked = AskedTags.ofQuery(query);
            if (asked.isEmpty()) {
                tagIndex.load(query);
                showTags();
            } else {
                selection(asked.get());
            }
        }

        /** What somebody types to filter them has no end: such pages are not offered to be kept. */
        private void showTags() throws ServletException, IOException {
            if (tagIndex.isFiltered()) {
                at(site.getTags(), () -> show("tag/index"));
            } else {
                showAt(site.getTags(), tagIndex.order(tagIndex.isByCount()), "tag/index", Basis.NONE);
            }
        }

        /** A tag's own slug goes before an expression: {@code c++}. */
        private void tag(Route.Tag asked) throws ServletException, IOException {
            var tag = tag(asked.name());
            var written = Route.tagAsSent(request.getRequestURI().substring(request.getContextPath().length()));
            if (tag.isPresent()) {
                if (tagArchive.load(tag.get(), asked.page())) {
                    showAt(site.addresses().tag(tag.get().slug(), asked.page()), "tag/archive", tagArchive.basis());
                } else {
                    movedOrMissing();
                }
            } else if (AskedTags.isIn(written)) {
                var expression = AskedTags.ofPath(written, asked.page(), Route::decode);
                if (expression.isPresent() && !AskedTags.isMixed(written)) {
                    found(expression.get().literally()).ifPresent(meant -> missing.offer(meant, "missing.hyphen"));
                    selection(expression.get());
                } else {
                    expression.ifPresent(this::mixed);
                    movedOrMissing();
                }
            } else {
                movedOrMissing();
            }
        }

        private void mixed(AskedTags asked) {
            var meant = found(asked);
            if (meant.isPresent()) {
                missing.offer(meant.get(), "missing.mixed");
            } else {
                missing.load(asked);
            }
        }

        private Optional<TagCount> tag(String name) {
            return new VisibleTags(site.snapshot()).find(name);
        }

        private Optional<TagExpression> found(AskedTags asked) {
            return new VisibleTags(site.snapshot()).find(asked);
        }

        private void selection(AskedTags asked) throws ServletException, IOException {
            var expression = found(asked);
            if (expression.isEmpty()) {
                missing.load(asked);
                movedOrMissing();
                return;
            }
            var address = site.addresses().tags(expression.get(), asked.page());
            spelledAt(address, () -> {
                if (tagSelection.load(expression.get(), asked.page())) {
                    offer(address, tagSelection.basis());
                    show("tag/selection");
                } else {
                    movedOrMissing();
                }
            });
        }

        /** A tag has feeds in all formats, an expression in one. */
        private void feed(Route.TagFeed asked) throws ServletException, IOException {
            var file = asked.format().file();
            var tag = Optional.of(asked.name()).filter(name -> !name.isEmpty()).flatMap(this::tag);
            if (tag.isPresent()) {
                sendAt(Addresses.beside(site.tag(tag.get().slug()), file), feeds.basis(TagExpression.of(tag.get().slug())), () -> feeds.ofTag(tag.get(), asked.format()));
                return;
            }
            var written = Route.tagAsSent(request.getRequestURI().substring(request.getContextPath().length()));
            var tags = asked.name().isEmpty() ? AskedTags.ofQuery(request.getQueryString())
                    : AskedTags.isIn(written) && !AskedTags.isMixed(written) ? AskedTags.ofPath(written, 1, Route::decode) : Optional.<AskedTags>empty();
            var expression = tags.flatMap(this::found).filter(it -> asked.format() == FeedFormat.ATOM || it.tag().isPresent());
            if (expression.isEmpty()) {
                movedOrMissing();
                return;
            }
            response.setHeader("X-Robots-Tag", "noindex");
            var address = Addresses.beside(site.addresses().tags(expression.get(), 1), file);
            spelledAt(address, () -> {
                offer(address, feeds.basis(expression.get()));
                send(feeds.of(expression.get(), asked.format()));
            });
        }

        private void source(Route.Source asked) throws ServletException, IOException {
            var slug = Slug.parseLeniently(asked.name());
            var found = slug.flatMap(machines::markdown);
            if (found.isPresent()) {
                site.snapshot().article(slug.get()).ifPresent(article -> response.setHeader("Content-Language", article.language()));
                response.setHeader("Link", "<" + site.absolute(site.article(slug.get())) + ">; rel=\"canonical\"");
                sendAt(site.addresses().source(slug.get()), found::get);
                return;
            }
            var now = reading.moved(site.snapshot(), "/articles/" + asked.name() + "/", site.addresses());
            if (now.isPresent()) {
                moved(now.get().replaceFirst("/$", ".md"));
            } else {
                movedOrMissing();
            }
        }

        private void sitemap(int part) throws ServletException, IOException {
            var found = part == 0 ? Optional.of(sitemaps.whole()) : sitemaps.part(part);
            if (found.isPresent()) {
                sendAt(site.addresses().of(part == 0 ? "/sitemap.xml" : "/sitemap-" + part + ".xml"), found::get);
            } else {
                movedOrMissing();
            }
        }

        private void robots() throws IOException {
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader("Cache-Control", "public, max-age=3600");
            response.getWriter().write("User-agent: *\nDisallow: " + site.addresses().of("/admin/") + "\nDisallow: " + site.addresses().of("/api/") + "\n\nSitemap: " + site.absolute(site.addresses().of("/sitemap.xml")) + "\n");
        }
    }
}
