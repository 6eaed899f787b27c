package org.lectern.web.api;

import java.util.List;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.lectern.web.site.Site;

/** How much of a list is asked for, and the address of what follows. */
record ListBounds(Site site, UriInfo asked, int usual, int most) {

    /** @throws jakarta.ws.rs.WebApplicationException if the parameter {@code limit} is no number within its bounds */
    int limit() {
        var limit = asked.getQueryParameters().getFirst("limit");
        if (limit == null) {
            return usual;
        }
        if (!limit.matches("[1-9][0-9]{0,3}") || Integer.parseInt(limit) > most) {
            throw Answer.problem(Response.Status.BAD_REQUEST, site, "api.limit", most);
        }
        return Integer.parseInt(limit);
    }

    /** This address with another cursor, absolute. @param path below the API */
    String next(String path, String cursor) {
        var address = new StringBuilder(site.absolute(site.addresses().of("/api/v1/" + path))).append('?');
        for (var name : List.of("all", "any", "not", "limit")) {
            asked.getQueryParameters(false).getOrDefault(name, List.of()).forEach(value -> address.append(name).append('=').append(value).append('&'));
        }
        return address.append("cursor=").append(cursor).toString();
    }
}
