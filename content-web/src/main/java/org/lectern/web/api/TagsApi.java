package org.lectern.web.api;

import java.util.Comparator;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.lectern.content.TagExpression;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;
import org.lectern.content.reading.Reading;
import org.lectern.content.settings.Settings;
import org.lectern.web.feed.FeedFormat;
import org.lectern.web.site.Site;
import org.lectern.web.tag.VisibleTags;

/** Tags that have articles, each with their number: all, by slug, or one. */
@Path("/tags")
@RequestScoped
public class TagsApi {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

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
        var place = Optional.ofNullable(cursor).map(text -> Cursor.place(text).orElseThrow(() -> Answer.problem(Response.Status.BAD_REQUEST, site, "api.cursor")));
        var all = site.snapshot().tags();
        var found = all.stream().sorted(Comparator.comparing(TagCount::slug)).filter(tag -> place.isEmpty() || tag.slug().value().compareTo(place.get()) > 0).limit(limit + 1L).toList();
        var tags = JsonText.array();
        found.stream().limit(limit).forEach(tag -> tags.add(json(tag)));
        var json = JsonText.object().add("total", all.size()).add("tags", tags);
        if (found.size() > limit) {
            json.add("next", bounds.next("tags", Cursor.of(found.get(limit - 1).slug().value())));
        }
        return Answer.of(json.build(), request, headers);
    }

    /** @param name a slug, which may hold slashes */
    @GET
    @Path("/{slug: .+}")
    public Response one(@PathParam("slug") String name, @Context Request request, @Context HttpHeaders headers) {
        var tag = new VisibleTags(site.snapshot()).find(name).orElseThrow(() -> Answer.problem(Response.Status.NOT_FOUND, site, "api.tag.missing"));
        if (!tag.slug().value().equals(name)) {
            return Answer.moved(site.absolute(site.addresses().of("/api/v1/tags/" + Addresses.encode(tag.slug().value()))));
        }
        var page = addresses().tag(tag.slug());
        var note = reading.tagNote(site.snapshot(), tag, addresses());
        var json = json(tag);
        note.description().ifPresent(html -> json.add("description", html));
        note.owner().ifPresent(owner -> {
            var person = JsonText.object().add("name", owner.name());
            if (!owner.address().isEmpty()) {
                person.add("url", owner.address());
            }
            json.add("owner", person);
        });
        var start = JsonText.array();
        note.start().forEach(article -> start.add(JsonText.object().add("slug", article.slug().value()).add("title", article.title()).add("url", addresses().article(article.slug()))));
        var feeds = JsonText.array();
        for (var format : FeedFormat.values()) {
            feeds.add(JsonText.object().add("type", format.mediaType()).add("url", Addresses.beside(page, format.file())));
        }
        var narrower = JsonText.array();
        site.snapshot().select(TagExpression.of(tag.slug())).further()
                .forEach(further -> narrower.add(JsonText.object().add("slug", further.slug().value()).add("name", further.name()).add("count", further.count())));
        return Answer.of(json.add("start", start).add("feeds", feeds).add("narrower", narrower).build(), request, headers);
    }

    private JsonObjectBuilder json(TagCount tag) {
        return JsonText.object().add("slug", tag.slug().value()).add("name", tag.name()).add("count", tag.count()).add("url", addresses().tag(tag.slug()));
    }

    private Addresses addresses() {
        return new Addresses(settings.url().toString());
    }
}
