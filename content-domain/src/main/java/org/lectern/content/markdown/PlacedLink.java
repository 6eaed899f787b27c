package org.lectern.content.markdown;

import org.commonmark.node.Link;

/** An inline link that knows where in the source its destination stands. */
final class PlacedLink extends Link {

    private final Place place;

    PlacedLink(String destination, String title, Place place) {
        super(destination, title);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
