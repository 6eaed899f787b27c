package org.lectern.server;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.edition.Edition;

/**
 * Answers 503 in place of everything until the application is ready: nothing may touch a repository before its database has been there once. Afterwards it answers
 * so while the database is away, at once: persistence would try for ten seconds, and hold a thread.
 */
public class NotReady extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Readiness readiness;

    @Inject
    private transient Edition edition;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var path = Paths.of(request);
        if ((path.startsWith("/assets/") || Paths.isHealth(path)) && !Paths.isSignIn(path)) {
            chain.doFilter(request, response);
            return;
        }
        if (!readiness.isReady() || edition.isDatabaseAway()) {
            decline(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            if (!edition.isDatabaseAway() || response.isCommitted()) {
                throw fault;
            }
            decline(response);
        }
    }

    private static void decline(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
