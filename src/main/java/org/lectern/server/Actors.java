package org.lectern.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Actor;
import org.lectern.content.Role;

/**
 * Makes the {@link Actor} of a request to {@code /admin} or {@code /api}, after the doors and in this one place. {@code @Inject Actor} gives it to
 * request-scoped beans and resources; elsewhere, and before anybody has signed in, it is an actor without account and roles.
 */
public class Actors extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = Actor.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, of(request));
        chain.doFilter(request, response);
    }

    /** Who sends this request, as the container and the doors say. */
    static Actor of(HttpServletRequest request) {
        var account = request.getRemoteUser();
        var roles = account == null ? Set.<Role>of()
                : Arrays.stream(Role.values()).filter(role -> request.isUserInRole(role.realmName())).collect(Collectors.toSet());
        return new Actor(account == null ? "" : account, roles, request.getRemoteAddr());
    }

    /** Looks the actor up by attribute: the injected request is not the one that the doors have wrapped, and would know the cookie's user on {@code /api}. */
    @Dependent
    static class Producer {

        @Produces
        Actor actor(HttpServletRequest request) {
            return request.getAttribute(ATTRIBUTE) instanceof Actor actor ? actor : new Actor("", Set.of(), request.getRemoteAddr());
        }
    }
}
