package org.lectern.content.media;

/**
 * What the walk through a file's segments found: its size in pixels as stored, how it has to be turned to be shown, and its bytes without metadata.
 *
 * @param orientation 1 to 8, as Exif counts; 1 is upright
 */
record Cleaned(int width, int height, int orientation, byte[] bytes) {

    boolean isTurned() {
        return orientation > 4;
    }
}
