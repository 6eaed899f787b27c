package org.lectern.content.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.parser.Tag;
import org.lectern.content.Refusal;

/**
 * The Markdown that is understood here: CommonMark with tables, footnotes, task lists, strikethrough, autolinks and names of headings.
 * What it renders is not safe yet. The renderer is thread-safe and shared.
 */
final class Dialect {

    /** How deep blocks and inlines may stand in each other. Texts of people stay below 20; visitors recurse, so this bounds the stack. */
    static final int DEEPEST = 100;

    /** Tags of raw HTML in one text: taking 40,000 apart that nobody closes took 2 s, and twice as many four times as long. The richest texts of people have some 200. */
    static final int MOST_TAGS = 20_000;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create(),
            StrikethroughExtension.create(), TaskListItemsExtension.create(), AutolinkExtension.create(), new HeadingNames());

    /** Without bounds, which refuse: for a single line that is short. */
    static final Parser HEADING = Parser.builder().extensions(List.of(StrikethroughExtension.create(), new HeadingNames())).build();

    /** Footnotes are taken out of the tree and rendered one by one, so their extension has no part in this. */
    static final HtmlRenderer RENDERER = renderer(EXTENSIONS.stream().filter(extension -> !(extension instanceof FootnotesExtension)).toList())
            .nodeRendererFactory(Placeholders::new).build();

    private Dialect() {
    }

    /** @throws Refusal as {@link MarkdownText#parse} */
    static Node parse(String source) {
        return parser(EXTENSIONS).parse(source);
    }

    /** For one text: it counts what it has seen. */
    static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(2 * DEEPEST)
                .customBlockParserFactory(new BoundedParagraphs())
                .postProcessor(Dialect::refuseTheBoundless)      // first: those of the extensions recurse
                .inlineParserFactory(BoundedInlines::new)
                .extensions(extensions)
                .linkProcessor(Dialect::place)
                .build();
    }

    /** Finds the blocks of one text alone; what stands in them is handed to {@code inlines} as it is written. */
    static Parser blocks(InlineParser inlines) {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .customBlockParserFactory(new BoundedParagraphs())
                .inlineParserFactory(context -> inlines)
                .build();
    }

    static HtmlRenderer.Builder renderer(List<Extension> extensions) {
        return HtmlRenderer.builder()
                .nodeRendererFactory(OwnNodes::new)
                .extensions(extensions);
    }

    private static Node refuseTheBoundless(Node document) {
        int depth = 0;
        int tags = 0;
        var node = document;
        while (node != null) {
            if (depth > DEEPEST) {
                throw new Refusal("markdown.too.deep", DEEPEST, lineOf(node));
            }
            tags += node instanceof HtmlBlock block ? tagsIn(block.getLiteral()) : node instanceof HtmlInline ? 1 : 0;
            if (tags > MOST_TAGS) {
                throw new Refusal("markdown.too.many.tags", MOST_TAGS, lineOf(node));
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return document;
    }

    private static int tagsIn(String html) {
        return (int) html.chars().filter(letter -> letter == '<').count();
    }

    /** The line in the source, from 1, where this node or the nearest one around it begins; 0 if that is not known. */
    static int lineOf(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.getSourceSpans().isEmpty()) {
                return at.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 0;
    }

    private static LinkResult place(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() == null) {
            return LinkResult.none();
        }
        var behindText = scanner.getSource(link.afterTextBracket(), scanner.position());
        Optional<Place> place = Stretch.of(behindText).flatMap(stretch -> stretch.destination(1, link.destination()));
        if (link.marker() != null && link.marker().getLiteral().equals("!")) {
            return LinkResult.wrapTextIn(new PlacedImage(link.destination(), link.title(), place.orElse(null)), scanner.position()).includeMarker();
        }
        return LinkResult.wrapTextIn(new PlacedLink(link.destination(), link.title(), place.orElse(null)), scanner.position());
    }

    /** Prose says {@code <namespace>} and means what it says: a tag without attributes that HTML does not know is text. Drawings and formulas are known, and go whole. */
    private static final class Placeholders extends CoreHtmlNodeRenderer {

        private static final Pattern TAG = Pattern.compile("</?(?!(?i:svg|math)>)([A-Za-z][A-Za-z0-9_-]*)>");

        private final HtmlNodeRendererContext context;

        Placeholders(HtmlNodeRendererContext context) {
            super(context);
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlInline.class);
        }

        @Override
        public void visit(HtmlInline html) {
            var tag = TAG.matcher(html.getLiteral());
            if (tag.matches() && !Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT))) {
                context.getWriter().text(html.getLiteral());
            } else {
                super.visit(html);
            }
        }
    }

    /** Renders the nodes that this package has made. */
    private static final class OwnNodes extends CoreHtmlNodeRenderer implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        OwnNodes(HtmlNodeRendererContext context) {
            super(context);
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(PlacedLink.class, PlacedImage.class, NoteMark.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof NoteMark mark) {
                context.getWriter().raw("<sup " + Tree.NOTE + "=\"" + mark.number() + "\"></sup>");
            } else {
                super.render(node);
            }
        }
    }
}
