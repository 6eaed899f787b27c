package org.lectern.content.archive;

import java.time.Instant;
import java.util.Optional;

/** A place in articles by date: right behind this one. It means something in later snapshots too. */
public record Mark(Instant publishedAt, long id) {

    public static Mark behind(ArticleRef article) {
        return new Mark(article.publishedAt(), article.id());
    }

    /** What stands at this place. @param article the marked one as it is now */
    Entry place(Optional<Entry> article) {
        var title = article.filter(entry -> entry.publishedAt().equals(publishedAt)).map(Entry::title);
        return new Entry(title.isPresent() ? id : Long.MIN_VALUE, "", title.orElse(""), publishedAt, Instant.MAX, "", 0, new int[0], Entry.UNWEIGHTED);
    }
}
