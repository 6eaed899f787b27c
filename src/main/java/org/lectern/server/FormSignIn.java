package org.lectern.server;

import java.io.IOException;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.lectern.content.audit.SignInFailed.Door;

/**
 * The door of people: the container itself checks name and password that come to a path ending in {@code /j_security_check}, wherever it lies.
 * This filter stands before it and slows guessing down.
 */
public class FormSignIn extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Doorkeeper doorkeeper;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!Paths.isSignIn(Paths.of(request))) {
            chain.doFilter(request, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        var account = Optional.ofNullable(request.getParameter("j_username")).orElse("");
        var address = request.getRemoteAddr();
        var wait = doorkeeper.ask(account, address);
        if (!wait.isZero()) {
            SignIn.showThrottled(request, response, wait);
            return;
        }
        var signedIn = false;
        try {
            chain.doFilter(request, new LeadingToDesk(request, response));
            signedIn = leadsOn(response);
        } finally {
            doorkeeper.settle(account, address, Door.FORM, signedIn);
        }
    }

    /** Who came to the sign-in page by its own address was on no way to anywhere, and the container would show them the front page. */
    private static final class LeadingToDesk extends HttpServletResponseWrapper {

        private final String root;

        LeadingToDesk(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            root = request.getContextPath();
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(location.equals(root) || location.equals(root + "/") ? root + "/admin/" : location);
        }
    }

    /** The container sets no user on the request that signs in; it shows only by where it sends the browser. */
    private static boolean leadsOn(HttpServletResponse response) {
        var location = response.getHeader("Location");
        return location != null && !location.endsWith(SignIn.FAILED);
    }
}
