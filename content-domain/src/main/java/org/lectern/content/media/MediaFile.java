package org.lectern.content.media;

/** Where a picture's bytes are found and what they are. @param bytes how many; @param width in CSS pixels, 0 where its type has no size of its own, like {@code height} */
public record MediaFile(String key, String sha256, String name, String type, long bytes, int width, int height) {
}
