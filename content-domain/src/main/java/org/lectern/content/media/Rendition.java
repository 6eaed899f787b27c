package org.lectern.content.media;

/** A smaller copy of a picture, made by us from its pixels alone, upright. */
record Rendition(PictureType type, int width, int height, byte[] bytes) {
}
