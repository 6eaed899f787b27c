package org.lectern.content.edition;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** One thing that readers see otherwise from some edition on. {@code subject} is its id; it may be gone by the time that this is read. */
public record Change(Kind kind, long subject) {

    /** All that readers see may be another: what is made from the database is made again. */
    public static final Change SITE = new Change(Kind.SITE, 0);

    public enum Kind {
        ARTICLE, TAG, AUTHOR, MEDIA, SITE,

        /** Something that is no article must not be seen any more, wherever it stands; with it comes a change of its own kind. That an article is hidden shows by itself. */
        HIDDEN;

        /** The kind that the log names so. */
        static Optional<Kind> named(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }
    }

    public Change {
        Objects.requireNonNull(kind);
    }
}
