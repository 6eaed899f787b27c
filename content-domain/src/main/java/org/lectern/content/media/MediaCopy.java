package org.lectern.content.media;

/** Where the bytes of a smaller copy are found. @param original hash of the picture that it is a copy of; @param bytes how many */
public record MediaCopy(String original, int width, int height, String sha256, String type, long bytes) {

    /** The copy in place of the picture. */
    public MediaFile of(MediaFile picture) {
        return new MediaFile(picture.key(), sha256, picture.name(), type, bytes, width, height);
    }
}
