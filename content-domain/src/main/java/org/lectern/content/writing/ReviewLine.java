package org.lectern.content.writing;

import java.time.Instant;

import org.lectern.content.article.Status;

/** A review as a list shows it. @param title of the article as it was saved last; @param account who handed it in */
public record ReviewLine(Long id, Long articleId, String title, Status status, String account, String note, Instant handedInAt) {

    /** Whether readers see the article already, or will. */
    public boolean released() {
        return status == Status.PUBLISHED || status == Status.SCHEDULED;
    }
}
