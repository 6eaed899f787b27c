package org.lectern.web.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.lectern.content.JsonText;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Site;

/** How the API answers. */
final class Answer {

    private Answer() {
    }

    /** The JSON, or that it is what the asker has. */
    static Response of(JsonObject json, Request request) {
        var representation = Representation.of(MediaType.APPLICATION_JSON, json.toString());
        var tag = EntityTag.valueOf(representation.entityTag());
        var known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(representation.bytes(), representation.type()).tag(tag) : known).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** That nothing stands here any more, and where it stands now. @param address absolute */
    static Response moved(String address) {
        return Response.status(Response.Status.MOVED_PERMANENTLY).header(HttpHeaders.LOCATION, address).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** A problem (RFC 9457). @param key of its sentence */
    static WebApplicationException problem(Response.Status status, Site site, String key, Object... values) {
        var problem = JsonText.object().add("title", status.getReasonPhrase()).add("status", status.getStatusCode()).add("detail", site.texts().say(key, values)).build();
        return new WebApplicationException(Response.status(status).type("application/problem+json").header(HttpHeaders.CACHE_CONTROL, "no-store").entity(problem.toString()).build());
    }
}
