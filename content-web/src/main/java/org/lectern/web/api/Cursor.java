package org.lectern.web.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.lectern.content.archive.ArticleRef;
import org.lectern.content.archive.Mark;

/** A place in a list, in letters that mean nothing to whoever carries them to the next request. */
final class Cursor {

    private static final Pattern MARK = Pattern.compile("(?<at>[0-9TZ:.-]{20,40})/(?<id>[1-9][0-9]{0,17})");

    private Cursor() {
    }

    static String behind(ArticleRef article) {
        return of(article.publishedAt() + "/" + article.id());
    }

    static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is none of ours. */
    static Optional<Mark> mark(String cursor) {
        return place(cursor).map(MARK::matcher).filter(mark -> mark.matches()).flatMap(mark -> {
            try {
                return Optional.of(new Mark(Instant.parse(mark.group("at")), Long.parseLong(mark.group("id"))));
            } catch (DateTimeException broken) {
                return Optional.empty();
            }
        });
    }

    /** What was made a cursor; empty if it is none of ours. */
    static Optional<String> place(String cursor) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
