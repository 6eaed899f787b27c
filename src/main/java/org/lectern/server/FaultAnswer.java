package org.lectern.server;

import java.lang.System.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.lectern.content.audit.RoleRefused;
import org.lectern.content.edition.Edition;

/** Tells a program that something went wrong, and nothing of the inside: JAX-RS's own refusals (404, 405, 415) by their status, an address that is none as 400, a fault as 500 and a line in the log, while the database is away as 503. */
@Provider
@ApplicationScoped
public class FaultAnswer implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FaultAnswer.class.getName());

    @Inject
    Edition edition;

    @Inject
    Event<RoleRefused> refusals;

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException declined) {
            if (declined.getResponse().getStatus() == Response.Status.FORBIDDEN.getStatusCode()) {
                refusals.fire(new RoleRefused(Actors.of(request), request.getMethod() + " " + Paths.of(request)));
            }
            return declined(declined.getResponse());
        }
        if (!Paths.isUri(request.getRequestURI())) {       // JAX-RS fails where it looks for what is asked
            return problem(Response.Status.BAD_REQUEST);
        }
        if (edition.isDatabaseAway()) {
            return problem(Response.Status.SERVICE_UNAVAILABLE);
        }
        LOG.log(Logger.Level.ERROR, "An API request failed", fault);
        return problem(Response.Status.INTERNAL_SERVER_ERROR);
    }

    private static Response problem(Response.Status status) {
        var code = status.getStatusCode();
        return Response.status(code).type(Problem.TYPE).entity(new Problem(code, Problem.texts().say("error." + code + ".text")).json()).build();
    }

    /** The answer as it is, where it has a body or leads elsewhere. */
    private static Response declined(Response response) {
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        var known = ErrorPage.hasText(response.getStatus());
        var problem = new Problem(response.getStatus(), Problem.texts().say("error." + (known ? response.getStatus() : "other") + ".text"));
        return Response.fromResponse(response).type(Problem.TYPE).entity(problem.json()).build();
    }
}
