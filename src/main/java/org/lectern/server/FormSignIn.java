package org.lectern.server;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.lectern.content.Actor;
import org.lectern.content.audit.SignInFailed.Door;
import org.lectern.content.people.SignIns;

/**
 * The door of people: the container itself checks name and password that come to a path ending in {@code /j_security_check}, wherever it lies.
 * This filter stands before it, slows guessing down, and tells the audit who came in.
 */
public class FormSignIn extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Doorkeeper doorkeeper;

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!Paths.isSignIn(Paths.of(request))) {
            chain.doFilter(request, response);
            return;
        }
        if (SignIn.isLedAstray(request)) {
            SignIn.askAgain(request, response);
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
        var leadingOn = new LeadingOn(request, response);
        try {
            if (Doorkeeper.isName(account)) {
                chain.doFilter(request, leadingOn);
            } else {
                leadingOn.sendRedirect(request.getContextPath() + SignIn.FAILED);
            }
        } finally {
            doorkeeper.settle(account, address, Door.FORM, leadingOn.token.isPresent());
        }
        leadingOn.token.ifPresent(token -> signIns.begin(new Actor(account, Set.of(), address), token));
    }

    /**
     * Sends whoever the container would show the front page, since they came to the sign-in page by its own address, to where the page said; and keeps that in mind
     * after a wrong try. What a script asked for last, in a page that stood open, is no place for a person. The container sets no user on the request that signs in, and
     * where it sends the browser says a cookie of the browser: that somebody is in shows by the token alone.
     */
    private static final class LeadingOn extends HttpServletResponseWrapper {

        private final String root;
        private final Optional<String> to;
        private Optional<String> token = Optional.empty();

        LeadingOn(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            root = request.getContextPath();
            to = SignIn.to(request);
        }

        @Override
        public void addCookie(Cookie cookie) {
            token = SignInToken.hashOf(cookie).or(() -> token);
            super.addCookie(cookie);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            var query = to.map(SignIn::back).orElse("");
            if (token.isEmpty() && location.endsWith(SignIn.FAILED)) {
                super.sendRedirect(location + query);
            } else if (to.isPresent() || location.equals(root) || location.equals(root + "/") || location.matches("[^?]*\\.json(\\?.*)?")) {
                super.sendRedirect(root + SignIn.DONE + query);
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
