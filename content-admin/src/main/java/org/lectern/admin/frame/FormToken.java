package org.lectern.admin.frame;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.SessionScoped;

/** A secret of the session that every form of the desk carries, so that nobody else can make a browser send one. */
@SessionScoped
public class FormToken implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int BYTES = 18;

    private final String value = random();

    public String value() {
        return value;
    }

    /** @param sent what a form has brought; may be null */
    public boolean is(String sent) {
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
