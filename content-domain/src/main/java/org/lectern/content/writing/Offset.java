package org.lectern.content.writing;

/** Where in a list a page begins. */
final class Offset {

    private Offset() {
    }

    /** From 0. A page farther away than any list is long begins behind its end too. @param page from 1; @param size of a page */
    static int of(int page, int size) {
        return (int) Math.min((page - 1L) * size, Integer.MAX_VALUE - size);        // persistence adds the size
    }
}
