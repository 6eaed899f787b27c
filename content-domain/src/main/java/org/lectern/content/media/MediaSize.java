package org.lectern.content.media;

/** How large a picture is, in CSS pixels; 0 by 0 where its type has no size of its own. */
public record MediaSize(String key, int width, int height) {
}
