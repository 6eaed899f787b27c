package org.lectern.server;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Gives every answer the headers that keep browsers from being led astray. They outlive a reset of the response. An answer may set a policy of its own
 * in their place, as media and PrimeFaces do: a second {@code Content-Security-Policy} never adds to the first, since browsers would apply both.
 */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String POLICY = "Content-Security-Policy";
    private static final String PUBLIC = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Until PrimeFaces sets the one with its nonce. */
    private static final String STAFF = "default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var path = Paths.of(request);
        var guarded = new Guarded(response, Paths.isStaff(path), path.equals("/sign-in") || path.startsWith("/sign-in/"));
        guarded.setHeaders();
        chain.doFilter(request, guarded);
    }

    private static class Guarded extends HttpServletResponseWrapper {

        private final boolean staff;
        private final boolean signIn;

        Guarded(HttpServletResponse response, boolean staff, boolean signIn) {
            super(response);
            this.staff = staff;
            this.signIn = signIn;
        }

        void setHeaders() {
            setHeader("X-Content-Type-Options", "nosniff");
            setHeader("Referrer-Policy", "same-origin");
            setHeader("Cross-Origin-Opener-Policy", "same-origin");
            setHeader(POLICY, staff ? STAFF : PUBLIC);
            if (staff || signIn) {
                setHeader("Cache-Control", "no-store");
            }
        }

        @Override
        public void reset() {
            super.reset();
            setHeaders();
        }

        @Override
        public void addHeader(String name, String value) {
            if (!POLICY.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            } else if (staff) {       // PrimeFaces serves every view of Faces, public ones too
                setHeader(name, value);
            }
        }
    }
}
