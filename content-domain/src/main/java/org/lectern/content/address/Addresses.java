package org.lectern.content.address;

import java.nio.charset.StandardCharsets;

import org.lectern.content.Slug;

/** Makes addresses below one root: a context path such as {@code /kb} (or nothing) for pages, the public URL for feeds and canonical links. */
public final class Addresses {

    private static final String UNRESERVED = "-._~/+@!$'()*,:";

    private final String root;

    /** @param root without a slash at its end */
    public Addresses(String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    public String home() {
        return root + "/";
    }

    public String home(int page) {
        return home() + page(page);
    }

    public String article(Slug slug) {
        return root + "/articles/" + encode(slug.value()) + "/";
    }

    public String tags() {
        return root + "/tags/";
    }

    public String tag(Slug slug) {
        return root + "/tags/" + encode(slug.value()) + "/";
    }

    public String tag(Slug slug, int page) {
        return tag(slug) + page(page);
    }

    /** The address of a picture's bytes. It may be kept for ever, since other bytes have another. */
    public String media(String sha256, String name) {
        return root + "/media/" + sha256.substring(0, 20) + "/" + encode(name);
    }

    /** The address of a path that begins with a slash and is written as addresses are. */
    public String of(String path) {
        return root + path;
    }

    private static String page(int page) {
        return page == 1 ? "" : "page/" + page + "/";
    }

    /** Percent-encodes what may not stand in a path; slashes stay. */
    public static String encode(String path) {
        var encoded = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            if (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9' || UNRESERVED.indexOf(letter) >= 0) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(Character.toUpperCase(Character.forDigit(letter >> 4, 16))).append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return encoded.toString();
    }
}
