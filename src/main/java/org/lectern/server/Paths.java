package org.lectern.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/** Which part of the site a request asks for, after decoding and without path parameters, as the container itself routes it. */
final class Paths {

    private static final String NAME = "j_security_check";
    private static final String SIGN_IN = "/" + NAME;

    private Paths() {
    }

    /** The path below the context root: {@code /admin/articles}. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Whether an address holds only what an address may hold, as it was sent: the container hands on the rest too, and programs that read addresses stumble over it. */
    static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    static boolean isStaff(String path) {
        return path.equals("/admin") || path.startsWith("/admin/");
    }

    static boolean isHealth(String path) {
        return path.equals("/health") || path.startsWith("/health/");
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The container takes a name and a password on every path that ends so, wherever it lies. */
    static boolean isSignIn(String path) {
        return path.endsWith(SIGN_IN);
    }

    /** Whether the path holds the container's sign-in address and does not end in it, as it was sent and as it is routed: the container takes more for it than we do. */
    static boolean isSignInMisspelt(HttpServletRequest request) {
        return List.of(of(request), request.getRequestURI()).stream().anyMatch(path -> path.contains(NAME) && !path.endsWith(SIGN_IN)) || isSignIn(of(request)) && !request.getRequestURI().endsWith(SIGN_IN);
    }
}
