package org.lectern.web.api;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.lectern.content.JsonText;
import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.address.AskedTags;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Selection;
import org.lectern.content.reading.PublicArticle;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.site.Site;
import org.lectern.web.tag.VisibleTags;

/** Articles, the newest first: all, those that an expression of tags asks for ({@code all}, {@code any}, {@code not}, as at {@code /tags/}), or one. */
@Path("/articles")
@RequestScoped
public class ArticlesApi {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    @Inject
    Site site;

    @Inject
    Reading reading;

    @Inject
    Settings settings;

    @GET
    public Response list(@QueryParam("cursor") String cursor, @Context UriInfo asked, @Context Request request, @Context HttpHeaders headers) {
        var bounds = new ListBounds(site, asked, USUAL, MOST);
        var limit = bounds.limit();
        var selection = selection(asked.getRequestUri().getRawQuery());
        var mark = Optional.ofNullable(cursor).map(text -> Cursor.mark(text).orElseThrow(() -> Answer.problem(Response.Status.BAD_REQUEST, site, "api.cursor")));
        var found = mark.isPresent() ? selection.latest(mark.get(), limit + 1) : selection.latest(limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var articles = JsonText.array();
        reading.summaries(site.snapshot(), ids(page), addresses()).forEach(article -> articles.add(json(article)));
        var json = JsonText.object().add("total", selection.size()).add("articles", articles);
        if (found.size() > limit) {
            json.add("next", bounds.next("articles", Cursor.behind(page.get(limit - 1))));
        }
        return Answer.of(json.build(), request, headers);
    }

    @GET
    @Path("/{slug}")
    public Response one(@PathParam("slug") String name, @Context Request request, @Context HttpHeaders headers) {
        var slug = Slug.parseLeniently(name);
        var found = slug.flatMap(site.snapshot()::article).flatMap(article -> reading.texts(site.snapshot(), List.of(article.id()), addresses()).stream().findFirst());
        if (found.isPresent() && found.get().slug().value().equals(name)) {
            return Answer.of(json(found.get()).add("html", found.get().html()).build(), request, headers);
        }
        return found.map(PublicArticle::slug).map(here -> "/articles/" + Addresses.encode(here.value()) + "/")
                .or(() -> reading.moved(site.snapshot(), "/articles/" + name + "/", new Addresses("")))
                .map(here -> Answer.moved(site.absolute(site.addresses().of("/api/v1" + here.replaceFirst("/$", "")))))
                .orElseThrow(() -> Answer.problem(Response.Status.NOT_FOUND, site, "api.article.missing"));
    }

    private Selection selection(String query) {
        var tags = AskedTags.ofQuery(query);
        if (tags.isEmpty()) {
            return site.snapshot().all();
        }
        return site.snapshot().select(new VisibleTags(site.snapshot()).find(tags.get()).orElseThrow(() -> Answer.problem(Response.Status.NOT_FOUND, site, "api.tags.missing")));
    }

    private static List<Long> ids(List<ArticleRef> articles) {
        return articles.stream().map(ArticleRef::id).toList();
    }

    private JsonObjectBuilder json(PublicArticle article) {
        var tags = JsonText.array();
        article.tags().forEach(tag -> tags.add(tag(tag.slug(), tag.name())));
        var json = JsonText.object().add("slug", article.slug().value()).add("title", article.title()).add("url", addresses().article(article.slug()))
                .add("markdown", addresses().source(article.slug())).add("published", article.publishedAt().toString());
        article.updatedAt().ifPresent(at -> json.add("updated", at.toString()));
        article.description().ifPresent(text -> json.add("description", text));
        return json.add("language", article.language()).add("words", article.words()).add("authors", JsonText.array(article.authors())).add("tags", tags).add("excerpt", article.excerpt());
    }

    private JsonObject tag(Slug slug, String name) {
        return JsonText.object().add("slug", slug.value()).add("name", name).add("url", addresses().tag(slug)).build();
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString());
    }
}
