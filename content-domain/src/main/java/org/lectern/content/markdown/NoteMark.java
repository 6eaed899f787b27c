package org.lectern.content.markdown;

import org.commonmark.node.CustomNode;

/** The mark of a footnote in the text, after the notes have been numbered. */
final class NoteMark extends CustomNode {

    private final int number;

    NoteMark(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
