package org.lectern.content.reading;

import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;

/** What the tables say of a tag besides its names. @param description HTML with tokens; @param pins ids of articles in order, visible or not; @param owner who keeps it */
record TagText(Optional<String> description, List<Long> pins, Optional<Owner> owner) {

    record Owner(Long id, Slug slug, String name) {
    }
}
