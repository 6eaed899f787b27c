package org.lectern.content.audit;

/** What can be done that somebody may ask about later. */
public enum Action {
    ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN, ARTICLE_WENT_LIVE, ARTICLE_EXPIRED, TAG_RENAMED, IMPORT_APPLIED, IMPORT_FAILED, IMPORT_INTERRUPTED, SIGN_IN_FAILED, SIGN_IN_THROTTLED
}
