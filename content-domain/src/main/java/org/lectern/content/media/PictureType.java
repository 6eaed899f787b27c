package org.lectern.content.media;

import java.util.Arrays;

/** The kinds of pictures that every browser shows and that we can check and clean. */
public enum PictureType {

    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    SVG("image/svg+xml", "svg");

    private static final int LONGEST_STEM = 80;

    private final String mediaType;
    private final String ending;

    PictureType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static PictureType of(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** A name fit for a public address: letters, digits and hyphens of what somebody calls it, and the ending of what it really is. */
    public String fileName(String name) {
        var dot = name.lastIndexOf('.');
        var stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-").replaceAll("^-+|(?<!-)-+$", "");
        return (stem.isEmpty() ? "picture" : stem.codePointCount(0, stem.length()) > LONGEST_STEM ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST_STEM)) : stem) + "." + ending;
    }
}
