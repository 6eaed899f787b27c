package org.lectern.content.reading;

import java.util.List;
import java.util.Optional;

/** What the tables say of a tag besides its names. @param description HTML with tokens; @param pins ids of articles in order, visible or not */
record TagText(Optional<String> description, List<Long> pins) {
}
