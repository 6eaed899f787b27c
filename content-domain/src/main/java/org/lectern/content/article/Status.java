package org.lectern.content.article;

/** Where an article stands. Whether readers see it depends on the time as well: {@link Article#isVisible}. */
public enum Status {
    DRAFT, SCHEDULED, PUBLISHED, WITHDRAWN, BINNED
}
