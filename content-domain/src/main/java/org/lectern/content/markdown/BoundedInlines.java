package org.lectern.content.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;
import org.lectern.content.Refusal;

/**
 * Refuses what would take the inline parser more than linear time or memory, before it does: some brackets look back over all that stands before them in their
 * paragraph (10,000 pictures in each other took 12 s), emphasis in emphasis is tidied by recursion (5,000 levels overflowed the stack), and each row of a table
 * is filled up to the width of its head (8 KB of source gave 10 MB of HTML). One for each text parsed.
 */
final class BoundedInlines implements InlineParser {

    /** Of {@code [ ] < * _ ~} in one paragraph, heading or cell. */
    static final int MOST_SIGNS = 2_000;
    /** Of all tables of a text together, with those that rows are filled up with. */
    static final int MOST_CELLS = 100_000;

    private final InlineParser parser;
    private int cells;

    /** The library's own parser; it has no public way to it that could be wrapped. */
    BoundedInlines(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        if (node instanceof TableCell && ++cells > MOST_CELLS) {
            throw new Refusal("markdown.too.many.cells", MOST_CELLS, Dialect.lineOf(node));
        }
        int signs = 0;
        for (var line : lines.getLines()) {
            signs += signsIn(line.getContent());
        }
        if (signs > MOST_SIGNS) {
            throw new Refusal("markdown.too.dense", MOST_SIGNS, Dialect.lineOf(node));
        }
        parser.parse(lines, node);
    }

    /** A run of emphasis signs that stands alone emphasises nothing: a line of underscores does not count. */
    private static int signsIn(CharSequence line) {
        int signs = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '[' || c == ']' || c == '<') {
                signs++;
            } else if (c == '*' || c == '_' || c == '~') {
                int start = i;
                while (i + 1 < line.length() && line.charAt(i + 1) == c) {
                    i++;
                }
                boolean alone = (start == 0 || line.charAt(start - 1) == ' ') && (i + 1 == line.length() || line.charAt(i + 1) == ' ');
                signs += alone ? 0 : i + 1 - start;
            }
        }
        return signs;
    }
}
