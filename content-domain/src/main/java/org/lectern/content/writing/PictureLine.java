package org.lectern.content.writing;

/** A picture in the library. @param bytes how many; @param width in pixels, 0 where its type has none, like {@code height}; @param uses the number of articles that show it; @param portrait whether it shows an author */
public record PictureLine(String key, String name, String alt, long bytes, int width, int height, int uses, boolean portrait) {
}
