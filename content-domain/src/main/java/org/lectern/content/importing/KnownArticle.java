package org.lectern.content.importing;

import org.lectern.content.Slug;

/** An article that an import brought earlier. @param sha256 of what it was made from; @param left its revision as the import left it; @param revision as it is now */
record KnownArticle(String path, Long articleId, String sha256, int left, int revision, Slug slug, String title) {

    boolean editedSince() {
        return revision != left;
    }
}
