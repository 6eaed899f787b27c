package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Node;
import org.lectern.content.Refusal;

/**
 * A text in Markdown, parsed. Immutable, and safe to share between threads.
 *
 * <p>Understood are CommonMark, GitHub's tables, task lists, strikethrough, autolinks and alerts, footnotes, names of headings ({@code {#name}}), {@code <!--more-->}, and raw HTML as far as it is safe.
 */
public final class MarkdownText {

    /** Of the renderer: stored beside each rendering, raised whenever the same source renders otherwise. */
    public static final int VERSION = 4;

    /** The longest text, in UTF-16 code units. */
    public static final int LONGEST = 2_000_000;

    private final String source;
    private final Node document;
    private final List<List<Node>> notes;
    private final List<Use> uses;
    private final List<Place> places;

    private MarkdownText(String source, Node document) {
        this.source = source;
        this.document = document;
        var finder = UseFinder.walk(source, document);
        this.uses = finder.uses();
        this.places = finder.places();
        this.notes = new Numbering().takeNotesOutOf(document);
    }

    /**
     * Takes time and memory in proportion to the source, or refuses.
     *
     * @throws Refusal {@code markdown.too.long} above {@link #LONGEST}; {@code markdown.too.deep} where quotes, lists or emphasis stand too deep in each other;
     *                 {@code markdown.too.dense} where one paragraph has too many brackets; {@code markdown.too.many.cells} where tables are too large;
     *                 {@code markdown.too.many.tags} where there is too much raw HTML: each with bound and line; {@code markdown.too.many.lines} where a paragraph has too many of them
     */
    public static MarkdownText parse(String source) {
        if (source.length() > LONGEST) {
            throw new Refusal("markdown.too.long", source.length(), LONGEST);
        }
        return new MarkdownText(source, Dialect.parse(source));
    }

    public String source() {
        return source;
    }

    /** What leads elsewhere, in the order of the source: links, pictures, autolinks, link definitions that nothing refers to, and raw HTML's {@code href} and {@code src}. */
    public List<Use> uses() {
        return uses;
    }

    /**
     * The source with its destinations exchanged and every other character kept.
     *
     * @param destinations answers the destination to write for one that stands there, the same for none to be changed; asked once for each place, so once for a link
     *                     definition however many links refer to it
     */
    public String rewrite(UnaryOperator<String> destinations) {
        var rewritten = new StringBuilder();
        int from = 0;
        for (var place : places) {
            var changed = destinations.apply(place.destination());
            if (place.start() >= from && !changed.equals(place.destination())) {
                rewritten.append(source, from, place.start()).append(place.write(changed, source.substring(place.start(), place.end())));
                from = place.end();
            }
        }
        return rewritten.append(source, from, source.length()).toString();
    }

    /**
     * The source as readers may have it: without comments for other authors, and with its destinations exchanged.
     *
     * @param addresses where a destination leads; empty where readers find nothing: then the text of the link or the alternative text of the picture stands alone
     */
    public String publish(Function<String, Optional<String>> addresses) {
        return Publication.of(source, Dialect.parse(source), addresses);
    }

    /** As {@link #render(Optional, Function, Words)}, in English. */
    public Rendering render(Optional<String> summary, Function<Use, Target> targets) {
        return render(summary, targets, Words.ENGLISH);
    }

    /**
     * What readers see of this text.
     *
     * @param summary Markdown of a hand-made excerpt, which {@code <!--more-->} overrides
     * @param targets where uses lead; asked once for each destination, as a picture and as a link apart
     * @throws Refusal as {@link #parse} does, for the summary
     */
    public Rendering render(Optional<String> summary, Function<Use, Target> targets, Words words) {
        var tree = tree(targets, words, Optional.empty());
        var count = new WordCount();
        var text = PlainText.of(tree.body(), true);
        int wordsOfAll = count.of(PlainText.of(tree.body()));
        var handMade = summary.filter(markdown -> !markdown.isBlank() && tree.moreMark().isEmpty());
        var excerpt = handMade.isPresent()
                ? Excerpt.of(parse(handMade.get()).tree(targets, words, Optional.of(tree)), tree, count)
                : Excerpt.of(tree, count);
        return new Rendering(tree.html(), excerpt.html(), excerpt.more(), tree.outline(), wordsOfAll, text);
    }

    Tree tree(Function<Use, Target> targets, Words words, Optional<Tree> within) {
        var known = new HashMap<String, Use>();
        uses.forEach(use -> known.putIfAbsent(key(use.destination(), use.picture()), use));
        var answers = new HashMap<String, Target>();
        var noteHtml = notes.stream().map(blocks -> {
            var html = new StringBuilder();
            blocks.forEach(block -> Dialect.RENDERER.render(block, html));
            return html.toString();
        }).toList();
        return Tree.of(Dialect.RENDERER.render(document), noteHtml, (destination, picture, alternative) -> answers.computeIfAbsent(key(destination, picture),
                key -> Objects.requireNonNull(targets.apply(known.getOrDefault(key, new Use(destination, picture, alternative, 0))))), words, within);
    }

    private static String key(String destination, boolean picture) {
        return (picture ? "!" : " ") + destination;
    }

    /** Numbers footnotes in the order in which readers meet their marks, and takes them out of the tree. */
    private static final class Numbering extends AbstractVisitor {

        private final DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);
        private final Map<FootnoteDefinition, Integer> numbers = new IdentityHashMap<>();
        private final List<FootnoteDefinition> inOrder = new ArrayList<>();
        private final List<FootnoteReference> marks = new ArrayList<>();

        List<List<Node>> takeNotesOutOf(Node document) {
            var found = new ArrayList<FootnoteDefinition>();
            document.accept(new AbstractVisitor() {

                @Override
                public void visit(org.commonmark.node.CustomBlock block) {
                    if (block instanceof FootnoteDefinition definition) {
                        definitions.putIfAbsent(definition.getLabel(), definition);
                        found.add(definition);
                    }
                    super.visit(block);
                }
            });
            if (found.isEmpty()) {
                return List.of();
            }
            found.forEach(Node::unlink);
            document.accept(this);
            for (int i = 0; i < inOrder.size(); i++) {
                visitChildren(inOrder.get(i));
            }
            for (var mark : marks) {
                mark.insertBefore(new NoteMark(numbers.get(definitions.get(mark.getLabel()))));
                mark.unlink();
            }
            var notes = new ArrayList<List<Node>>();
            for (var definition : inOrder) {
                var blocks = new ArrayList<Node>();
                for (var block = definition.getFirstChild(); block != null; block = block.getNext()) {
                    blocks.add(block);
                }
                notes.add(List.copyOf(blocks));
            }
            return List.copyOf(notes);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FootnoteReference mark) {
                marks.add(mark);
                numbers.computeIfAbsent(definitions.get(mark.getLabel()), definition -> {
                    inOrder.add(definition);
                    return inOrder.size();
                });
            }
            super.visit(node);
        }
    }
}
