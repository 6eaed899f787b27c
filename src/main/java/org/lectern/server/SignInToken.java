package org.lectern.server;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.lectern.content.Sha256;

/** What the server has given a browser that signed in, as its hash: the token itself is kept nowhere. */
final class SignInToken {

    /** The {@code ssoCookieName} of {@code server.xml}. */
    private static final String COOKIE = "lectern-sign-in";

    private SignInToken() {
    }

    /** As its hash, if this cookie brings a token; empty if it is another, or takes one away. */
    static Optional<String> hashOf(Cookie given) {
        return Optional.of(given).filter(cookie -> isOurs(cookie) && cookie.getValue() != null && !cookie.getValue().isEmpty() && cookie.getMaxAge() != 0).map(cookie -> Sha256.of(cookie.getValue()));
    }

    /** Empty if the request brings none, as where a provider signs people in without it. */
    static Optional<String> hashOf(HttpServletRequest request) {
        return cookies(request).filter(SignInToken::isOurs).map(Cookie::getValue).findFirst().map(Sha256::of);
    }

    /**
     * Whether the token comes otherwise than the server has given it: twice, or written in another way. No browser does so; who brings one that has ended would like
     * the container to read it and us to take it for another.
     */
    static boolean isTwisted(HttpServletRequest request) {
        var tokens = cookies(request).filter(SignInToken::isOurs).map(Cookie::getValue).toList();
        return switch (tokens.size()) {
            case 0 -> Collections.list(request.getHeaders("Cookie")).stream().anyMatch(header -> header.toLowerCase(Locale.ROOT).contains(COOKIE));
            case 1 -> !isCanonical(tokens.get(0));
            default -> true;
        };
    }

    private static boolean isOurs(Cookie cookie) {
        return cookie.getName().equalsIgnoreCase(COOKIE);
    }

    /** Whether these bytes are written in the one way that Base64 has for them. */
    private static boolean isCanonical(String value) {
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(value)).equals(value);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.of() : Arrays.stream(request.getCookies());
    }
}
