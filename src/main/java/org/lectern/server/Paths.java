package org.lectern.server;

import jakarta.servlet.http.HttpServletRequest;

/** Which part of the site a request asks for, after decoding and without path parameters, as the container itself routes it. */
final class Paths {

    private Paths() {
    }

    /** The path below the context root: {@code /admin/articles}. */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    static boolean isStaff(String path) {
        return path.equals("/admin") || path.startsWith("/admin/");
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The container takes a name and a password on every path that ends so, wherever it lies. */
    static boolean isSignIn(String path) {
        return path.endsWith("/j_security_check");
    }
}
