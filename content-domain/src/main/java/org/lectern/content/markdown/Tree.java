package org.lectern.content.markdown;

import java.util.List;
import java.util.Optional;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The tree of an article's HTML: read from what the renderer wrote, {@linkplain Taming tamed}, passed through the {@link Wall}, {@linkplain Dressing dressed}, and
 * given its {@linkplain Anchors anchors}.
 */
final class Tree {

    /** On an empty {@code sup}: the number of the footnote whose mark stands here. */
    static final String NOTE = "data-note";
    /** On an element that means something to us alone: {@code more}, {@code notes}. */
    static final String MARK = "data-mark";

    private static final int DEEPEST = 3 * Dialect.DEEPEST;

    private final Element body;
    private final Anchors anchors;

    private Tree(Element body, Anchors anchors) {
        this.body = body;
        this.anchors = anchors;
    }

    /**
     * @param notes  the HTML of each footnote, in order; a mark for which there is none vanishes
     * @param within the article that this is a summary of: what leads to a place in the text leads to a place in that one
     */
    static Tree of(String html, List<String> notes, Taming.Targets targets, Words words, Optional<Tree> within) {
        var document = parse(html);
        if (!notes.isEmpty()) {
            var list = document.body().appendElement("div").attr(MARK, "notes").appendElement("ol");
            notes.forEach(note -> list.appendElement("li").appendChildren(List.copyOf(parse(note).body().childNodes())));
        }
        new Taming(targets, words).tame(document.body());
        var clean = Wall.clean(document);
        clean.outputSettings().prettyPrint(false);
        var body = clean.body();
        new Dressing(words).dress(body);
        var anchors = new Anchors(body, words);
        anchors.resolve(within.map(article -> article.anchors).orElse(anchors));
        anchors.joinNotes();
        Dressing.direct(body);
        return new Tree(body, anchors);
    }

    private static Document parse(String html) {
        var shell = Document.createShell("");
        var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        shell.body().appendChildren(parser.parseFragmentInput(html, shell.body(), ""));
        return shell;
    }

    Element body() {
        return body;
    }

    List<Heading> outline() {
        return anchors.outline();
    }

    /** The article's HTML: removes the mark of {@code <!--more-->} and writes the anchors. To be called last. */
    String html() {
        moreMark().ifPresent(mark -> {
            var around = mark.parent();
            mark.remove();
            if (around != body && Dressing.isEmpty(around)) {
                around.remove();
            }
        });
        anchors.writeBesideHeadings();
        return body.html();
    }

    Optional<Element> moreMark() {
        return Optional.ofNullable(body.selectFirst("span[" + MARK + "=more]"));
    }
}
