package org.lectern.web.api;

import java.io.IOException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.lectern.content.JsonText;
import org.lectern.web.site.Site;

/** What can be asked and what is answered, for programs: <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>. It is written by hand, in the file beside this class. */
@Path("/openapi.json")
@RequestScoped
public class OpenApi {

    @Inject
    Site site;

    @GET
    public Response document(@Context Request request, @Context HttpHeaders headers) throws IOException {
        try (var file = OpenApi.class.getResourceAsStream("openapi.json")) {
            return Answer.of(JsonText.object(JsonText.read(file)).add("servers", JsonText.array().add(JsonText.object().add("url", site.absolute(site.addresses().of("/api/v1"))))).build(), request, headers);
        }
    }
}
