package org.lectern.server;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses what no browser sends and the container would stumble over, before anything reads a parameter: other spellings of the container's sign-in address, which it
 * takes for the same; a form whose announced length it would reserve memory for; a query that is no percent-encoding.
 */
public class Manners extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** In bytes, of a form that anybody may send: a name and a password. */
    private static final int LONGEST_FORM = 64 * 1024;

    /** In bytes, of a form of staff: the longest text, every character of it percent-encoded, and a text as long that it is compared with. */
    private static final int LONGEST_STAFF_FORM = 40 * 1024 * 1024;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var length = request.getContentLengthLong();
        if (Paths.isSignInMisspelt(request)) {
            decline(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getQueryString() != null && BROKEN_ESCAPE.matcher(request.getQueryString()).find()) {
            decline(response, HttpServletResponse.SC_BAD_REQUEST);
        } else if (isForm(request) && length < 0) {
            decline(response, HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (isForm(request) && length > longest(Paths.of(request))) {
            response.setHeader("Connection", "close");
            decline(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isForm(request) && !isReadable(request)) {
            decline(response, HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Only staff get as far as a page of the desk. */
    private static int longest(String path) {
        return Paths.isStaff(path) && !Paths.isSignIn(path) ? LONGEST_STAFF_FORM : LONGEST_FORM;
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterNames();
            return true;
        } catch (IllegalStateException | IllegalArgumentException broken) {       // Liberty throws the former
            return false;
        }
    }

    /** In plain words: a page would read the parameters that cannot be read. */
    private static void decline(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Problem.texts().say("error." + status + ".text"));
    }

    /** What programs send to the API is none, whatever they call it: curl calls every body a form, and nobody reads its parameters there. */
    private static boolean isForm(HttpServletRequest request) {
        return !Paths.isApi(Paths.of(request)) && request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }
}
