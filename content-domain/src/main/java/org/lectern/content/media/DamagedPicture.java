package org.lectern.content.media;

/** A file is not built as its type demands. */
final class DamagedPicture extends Exception {

    private static final long serialVersionUID = 1;

    DamagedPicture() {
        super(null, null, false, false);
    }
}
