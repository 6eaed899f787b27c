package org.lectern.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.audit.SignInFailed.Door;

/**
 * The door of programs: HTTP Basic against the server's realm, and nothing else. The cookie of somebody who is signed in at the desk never counts here,
 * so that no page of another site can use it. Never answers with a redirect. Who gives no credentials passes as nobody; what needs a role then answers 401.
 */
public class ApiSignIn extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String CHALLENGE = "Basic realm=\"Lectern\", charset=\"UTF-8\"";

    @Inject
    private transient Doorkeeper doorkeeper;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var header = request.getHeader("Authorization");
        if (header == null) {
            chain.doFilter(new Anonymous(request), response);
            return;
        }
        var credentials = Credentials.parse(header);
        if (credentials.isEmpty()) {
            challenge(response, "error.api.unreadable");
            return;
        }
        if (request.getUserPrincipal() != null) {
            Problem.send(response, HttpServletResponse.SC_BAD_REQUEST, "error.api.cookie");
            return;
        }
        var account = credentials.get().account();
        var address = request.getRemoteAddr();
        var wait = doorkeeper.ask(account, address);
        if (!wait.isZero()) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
            Problem.send(response, Problem.TOO_MANY_REQUESTS, "error.throttled", wait.toSeconds());
            return;
        }
        var signedIn = Doorkeeper.isName(account) && signsIn(request, credentials.get());
        doorkeeper.settle(account, address, Door.API, signedIn);
        if (!signedIn) {
            challenge(response, "error.api.wrong");
            return;
        }
        doorkeeper.letIn(Actors.of(request));
        response.reset();       // login has added the cookie of the desk
        chain.doFilter(request, response);
    }

    private static boolean signsIn(HttpServletRequest request, Credentials credentials) {
        try {
            request.login(credentials.account(), credentials.password());
            return true;
        } catch (ServletException wrong) {
            return false;
        }
    }

    private static void challenge(HttpServletResponse response, String key) throws IOException {
        response.reset();
        response.setHeader("WWW-Authenticate", CHALLENGE);
        Problem.send(response, HttpServletResponse.SC_UNAUTHORIZED, key);
    }

    record Credentials(String account, String password) {

        /** Empty if the header is no HTTP Basic with a name and a password in UTF-8. */
        static Optional<Credentials> parse(String header) {
            if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
                return Optional.empty();
            }
            try {
                var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                var colon = pair.indexOf(':');
                return colon < 1 || colon == pair.length() - 1 ? Optional.empty() : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Nobody, whatever cookie came along. Where a role is asked for, the answer is 401 and not the sign-in page. */
    private static class Anonymous extends HttpServletRequestWrapper {

        Anonymous(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public String getRemoteUser() {
            return null;
        }

        @Override
        public String getAuthType() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean authenticate(HttpServletResponse response) throws IOException {
            challenge(response, "error.api.credentials");
            return false;
        }
    }
}
