package org.lectern.content.media;

/** Where a picture's bytes are found and what they are. @param bytes how many */
public record MediaFile(String key, String sha256, String name, String type, long bytes) {
}
