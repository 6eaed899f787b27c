package org.lectern.content.markdown;

import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.lectern.content.Refusal;

/**
 * Refuses a paragraph that would take the block parser more than linear time, before it does: for each line that begins with no letter, those who may begin a list or
 * a table get all lines of the paragraph before it (200,000 lines of a full stop took 44 s). It begins no block itself. One for each text parsed, and before all others.
 */
final class BoundedParagraphs extends AbstractBlockParserFactory {

    /** Of lines that are handed out again, in one text: reached by a paragraph of 14,000 lines that begin with no letter. The longest texts of people have some 20,000. */
    static final long MOST_LINES = 100_000_000;

    private long lines;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var paragraph = matched.getParagraphLines().getLines();
        lines += paragraph.size();
        if (lines > MOST_LINES) {
            throw new Refusal("markdown.too.many.lines", paragraph.get(0).getSourceSpan().getLineIndex() + 1);
        }
        return BlockStart.none();
    }
}
