package org.lectern.web.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.lectern.content.JsonText;
import org.lectern.web.cache.Encodings;
import org.lectern.web.cache.Gzip;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Site;

/** How the API answers. */
final class Answer {

    private Answer() {
    }

    /** The JSON, packed for who takes that, or that it is what the asker has. */
    static Response of(JsonObject json, Request request, HttpHeaders headers) {
        var plain = Representation.of(MediaType.APPLICATION_JSON, json.toString());
        var isPacked = Encodings.takesGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var tag = EntityTag.valueOf(isPacked ? plain.packedEntityTag() : plain.entityTag());
        var known = request.evaluatePreconditions(tag);
        var answer = known != null ? known : isPacked ? Response.ok(Gzip.pack(plain.bytes()), plain.type()).encoding("gzip").tag(tag) : Response.ok(plain.bytes(), plain.type()).tag(tag);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
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
