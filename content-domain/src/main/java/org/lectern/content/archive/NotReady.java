package org.lectern.content.archive;

/** The archive has not been built yet, since the start or since the database was away at it. To be answered with 503: a moment later it is there. */
public class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotReady() {
        super("The archive is not built yet", null, false, false);
    }
}
