package org.lectern.server;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.settings.Settings;

/**
 * Refuses what a page of another site makes a browser send here: every request but GET and HEAD that says it comes from elsewhere. Holds for
 * {@code /api} too, since browsers repeat Basic credentials that they know. What says nothing of its origin is no browser of the last years: a script.
 */
public class SameOrigin extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!isAllowed(request.getMethod(), request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), authority(request), settings.url())) {
            ErrorPage.send(request, response, HttpServletResponse.SC_FORBIDDEN, "error.other-origin");
            return;
        }
        chain.doFilter(request, response);
    }

    /** HTTP/2 has no Host header: there the container knows the address from the request's pseudo header. */
    private static String authority(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return host == null ? request.getServerName() + ":" + request.getServerPort() : host;
    }

    /** @param site what the browser says of the relation, @param origin the page that sends, @param host the address asked for; each may be null */
    static boolean isAllowed(String method, String site, String origin, String host, URI ownUrl) {
        if (SAFE.contains(method)) {
            return true;
        }
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        if (origin == null) {
            return true;
        }
        var sender = origin.replaceFirst("^https?://", "");
        return !sender.equals(origin) && (sender.equalsIgnoreCase(host) || sender.equalsIgnoreCase(ownUrl.getAuthority()));
    }
}
