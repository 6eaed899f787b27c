package org.lectern.content.media;

/** What the walk through a file's segments found: its size in pixels and its bytes without metadata. */
record Cleaned(int width, int height, byte[] bytes) {
}
