package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.SourceLines;

/**
 * What one must know of a text before its template forms are translated: which places are code or HTML, and the heading that it begins with. Only blocks
 * are parsed, and code spans by a scan of their own, so that it takes no longer than the text is long, and refuses only a paragraph of too many lines.
 */
public final class MarkdownBlocks {

    private static final int LONGEST_HEADING = 1000;
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern LONE_PICTURE = Pattern.compile("\\s*!\\[[^\\]]*\\]\\([^)]*\\)\\s*");

    private final BitSet code = new BitSet();
    private final BitSet html = new BitSet();
    private final Map<Node, String> inlines = new HashMap<>();
    private final Node document;

    /** @throws org.lectern.content.Refusal {@code markdown.too.many.lines} */
    public MarkdownBlocks(String markdown) {
        document = Dialect.blocks(this::scan).parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                mark(block, code);
            }

            @Override
            public void visit(IndentedCodeBlock block) {
                mark(block, code);
            }

            @Override
            public void visit(HtmlBlock block) {
                mark(block, html);
            }
        });
    }

    /** The characters that stand in code blocks and code spans. */
    public BitSet code() {
        return code;
    }

    /** The characters that stand in blocks of HTML. */
    public BitSet html() {
        return html;
    }

    /** The first block that is a heading; HTML and lone pictures before it do not count. */
    public Optional<LeadingHeading> leadingHeading() {
        var first = document.getFirstChild();
        while (first instanceof HtmlBlock || first instanceof Paragraph && LONE_PICTURE.matcher(inlines.getOrDefault(first, "")).matches()) {
            first = first.getNext();
        }
        if (!(first instanceof Heading heading) || inlines.getOrDefault(first, "").length() > LONGEST_HEADING) {
            return Optional.empty();
        }
        var text = UseFinder.textOf(Dialect.HEADING.parse("# " + inlines.getOrDefault(first, "").replace('\n', ' '))).replaceAll("\\s+", " ");
        var spans = heading.getSourceSpans();
        return Optional.of(new LeadingHeading(heading.getLevel(), text, spans.get(0).getLineIndex(), spans.get(spans.size() - 1).getLineIndex()));
    }

    /** How many headings of level 1 stand outside quotes and lists. */
    public int topHeadings() {
        var count = 0;
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            count += block instanceof Heading heading && heading.getLevel() == 1 ? 1 : 0;
        }
        return count;
    }

    private static void mark(Node node, BitSet places) {
        node.getSourceSpans().forEach(span -> places.set(span.getInputIndex(), span.getInputIndex() + span.getLength()));
    }

    /** Stands in for the parser of inlines: marks code spans, each from a run of backticks to the next run of the same length. */
    private void scan(SourceLines lines, Node block) {
        var content = lines.getContent();
        inlines.put(block, content);
        if (content.indexOf('`') < 0) {
            return;
        }
        var runs = new ArrayList<int[]>();
        for (var run = TICKS.matcher(content); run.find();) {
            runs.add(new int[] {run.start(), run.end()});
        }
        var partner = new int[runs.size()];
        var nextOfLength = new HashMap<Integer, Integer>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            var length = runs.get(i)[1] - runs.get(i)[0];
            partner[i] = nextOfLength.getOrDefault(length, -1);
            nextOfLength.put(length, i);
        }
        var spans = new BitSet();
        for (int i = 0; i < partner.length; i++) {
            var start = runs.get(i)[0];
            var isEscaped = start > 0 && content.charAt(start - 1) == '\\';
            if (!isEscaped && partner[i] >= 0) {
                spans.set(start, runs.get(partner[i])[1]);
                i = partner[i];
            }
        }
        var position = 0;
        for (var line : lines.getLines()) {
            for (int i = spans.nextSetBit(position); i >= 0 && i < position + line.getContent().length(); i = spans.nextSetBit(i + 1)) {
                code.set(line.getSourceSpan().getInputIndex() + i - position);
            }
            position += line.getContent().length() + 1;
        }
    }
}
