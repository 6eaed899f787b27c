package org.lectern.content.markdown;

import java.util.ArrayDeque;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Headings as HTML allows them: they hold text and no blocks, begin at level 2, and none stands more than one level below the one that it belongs to. */
final class Headings {

    private static final Evaluator ALL = QueryParser.parse("h2, h3, h4, h5, h6");
    private static final Evaluator BLOCKS = QueryParser.parse("blockquote, details, dl, figure, hr, ol, pre, table, ul");
    private static final Evaluator PICTURE = QueryParser.parse("img[alt~=\\S]");
    private static final Evaluator WRAPPINGS = QueryParser.parse("p, div");

    private Headings() {
    }

    static void mend(Element body) {
        for (var heading : body.select(ALL)) {
            if (heading.selectFirst(BLOCKS) != null) {
                heading.tagName("div");                 // somebody forgot to end it
            } else if (!heading.hasText() && heading.selectFirst(PICTURE) == null) {
                heading.remove();
            } else {
                heading.select(WRAPPINGS).unwrap();
            }
        }
        var above = new ArrayDeque<Integer>();          // levels as written; how many they are says which level follows
        for (var heading : body.select(ALL)) {
            var written = heading.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.peek() >= written) {
                above.pop();
            }
            above.push(written);
            heading.tagName("h" + (above.size() + 1));
        }
    }
}
