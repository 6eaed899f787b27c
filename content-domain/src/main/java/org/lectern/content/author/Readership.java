package org.lectern.content.author;

/** Knows which authors readers meet. Articles lie above authors and answer this, so that those below can ask. */
public interface Readership {

    /** Whether a published article stands under this author's name, visible yet or not. */
    boolean has(Author author);
}
