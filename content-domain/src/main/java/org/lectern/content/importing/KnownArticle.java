package org.lectern.content.importing;

import org.lectern.content.Slug;
import org.lectern.content.article.Status;

/** An article that an import brought earlier. @param sha256 of what it was made from; @param left its revision as the import left it; @param revision as it is now */
public record KnownArticle(String path, Long articleId, String sha256, int left, int revision, Slug slug, String title, Status status) {

    /** Whether somebody here has changed it after the import. */
    public boolean editedSince() {
        return revision != left;
    }
}
