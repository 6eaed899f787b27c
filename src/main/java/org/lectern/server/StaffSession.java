package org.lectern.server;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Ties the session to the person who signed in: it gets a new id at the first request after sign-in (the container keeps the old one, which somebody
 * else may have planted), and one that belongs to another person ends.
 */
public class StaffSession extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String OWNER = StaffSession.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var account = request.getRemoteUser();
        if (account != null) {
            bind(request, account);
        }
        chain.doFilter(request, response);
    }

    private static void bind(HttpServletRequest request, String account) {
        var session = request.getSession();
        var owner = session.getAttribute(OWNER);
        if (account.equals(owner)) {
            return;
        }
        if (owner != null) {
            session.invalidate();
            request.getSession().setAttribute(OWNER, account);
            return;
        }
        session.setAttribute(OWNER, account);
        if (!session.isNew()) {
            request.changeSessionId();
        }
    }
}
