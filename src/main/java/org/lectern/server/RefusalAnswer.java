package org.lectern.server;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.lectern.content.Refusal;
import org.lectern.content.audit.RoleRefused;

/**
 * Tells a program why the domain declines: 403 for {@code actor.not.allowed}, which the audit is told too; 409 for refusals whose key ends in {@code .conflict}
 * (somebody else was faster, or is at it; asking again later may do), 422 for all others.
 */
@Provider
public class RefusalAnswer implements ExceptionMapper<Refusal> {

    @Inject
    Event<RoleRefused> refusals;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Refusal refusal) {
        var problem = new Problem(status(refusal.key()), refusal.in(Problem.texts()));
        if (problem.status() == Response.Status.FORBIDDEN.getStatusCode()) {
            refusals.fire(new RoleRefused(Actors.of(request), request.getMethod() + " " + Paths.of(request)));
        }
        return Response.status(problem.status()).type(Problem.TYPE).entity(problem.json()).build();
    }

    static int status(String key) {
        if (key.equals("actor.not.allowed")) {
            return Response.Status.FORBIDDEN.getStatusCode();
        }
        return key.endsWith(".conflict") ? Response.Status.CONFLICT.getStatusCode() : Problem.UNPROCESSABLE;
    }
}
