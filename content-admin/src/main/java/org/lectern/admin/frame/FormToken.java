package org.lectern.admin.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * A secret of the session that every form of the desk carries, so that nobody else can make a browser send one. It is asked of the session itself: a bean of the session's
 * scope would outlive a session that ends, with its person, in the middle of a request.
 */
@RequestScoped
public class FormToken {

    private static final String NAME = FormToken.class.getName();
    private static final int BYTES = 18;

    @Inject
    HttpServletRequest request;

    public String value() {
        return of(request.getSession());
    }

    /** @param sent what a form has brought; may be null */
    public boolean is(String sent) {
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), value().getBytes(StandardCharsets.UTF_8));
    }

    /** One at a time, so that two requests of a new session get the same. */
    private static synchronized String of(HttpSession session) {
        var token = (String) session.getAttribute(NAME);
        if (token == null) {
            token = random();
            session.setAttribute(NAME, token);
        }
        return token;
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
