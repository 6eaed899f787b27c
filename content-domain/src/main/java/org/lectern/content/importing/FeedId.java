package org.lectern.content.importing;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.json.JsonString;

import org.lectern.content.JsonText;

/** By which feed readers know an article already: {@code guid}, as exports of WordPress call it, or {@code feedId}. Kept as it is, so that nobody gets the article once more. */
final class FeedId {

    /** In characters; what is longer is none. */
    private static final int LONGEST = 1_000;

    private FeedId() {
    }

    /** @param frontMatter as JSON text */
    static Optional<String> of(String frontMatter) {
        var front = JsonText.read(frontMatter);
        return Stream.of("guid", "feedId").map(front::get).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString().strip())
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST && id.chars().noneMatch(Character::isISOControl)).findFirst();
    }
}
