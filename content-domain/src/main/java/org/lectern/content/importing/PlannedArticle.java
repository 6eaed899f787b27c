package org.lectern.content.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.lectern.content.Slug;
import org.lectern.content.article.ArticleContent;
import org.lectern.content.redirect.OldAddress;

/**
 * What applying a plan will make of one file.
 *
 * @param known the article that it made before
 * @param staffChange what staff have done to that article since; it stays so
 * @param slug that the article will have
 * @param facts of the {@link #content} all but its text
 * @param text gives the text of the content
 * @param published empty if the source tells no date: then the time of the import, or the date that the article has
 * @param sha256 of all that the article is made from, by which an unchanged file is known
 */
public record PlannedArticle(String path, State state, Optional<Long> known, Optional<StaffChange> staffChange, Slug slug, ArticleContent facts, Supplier<String> text, boolean draft,
        Optional<Instant> published, Optional<Instant> updated, List<Alias> aliases, String frontMatter, String sha256) {

    /** What will be written; links and pictures in it are ours already. There until the folder that it comes from is closed. */
    ArticleContent content() {
        return facts.withSource(text.get());
    }

    /** An old address that will lead to the article. @param line of its field in the file; 0 if the file does not name it itself */
    record Alias(OldAddress address, int line) {
    }

    /** What it means for the site. */
    public enum State {
        NEW, CHANGED,
        /** Its file is as it was; whether the article is too, {@link PlannedArticle#staffChange} tells. */
        UNCHANGED,
        /** Its file changed, and so did the article since the last import, by somebody here: it stays as it is. */
        KEPT
    }

    boolean isToBeWritten() {
        return state == State.NEW || state == State.CHANGED;
    }
}
