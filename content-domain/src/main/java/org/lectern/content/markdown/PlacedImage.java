package org.lectern.content.markdown;

import org.commonmark.node.Image;

/** An inline picture that knows where in the source its destination stands. */
final class PlacedImage extends Image {

    private final Place place;

    PlacedImage(String destination, String title, Place place) {
        super(destination, title);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
