package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/**
 * Makes of a source what readers may have of it: destinations are exchanged, what leads nowhere gives way to its text, and what its author wrote for other authors goes, which is comments of HTML but for
 * {@code <!--more-->}, and definitions that only say something, such as {@code [//]: # (to do)}. Every other character stays.
 */
final class Publication extends AbstractVisitor {

    private static final Pattern COMMENT = Pattern.compile("<!--(?!\\s*more\\s*-->).*?(?:-->|\\z)", Pattern.DOTALL);

    private record Edit(int start, int end, String text) {
    }

    private final String source;
    private final Function<String, Optional<String>> addresses;
    private final List<Edit> edits = new ArrayList<>();

    private Publication(String source, Function<String, Optional<String>> addresses) {
        this.source = source;
        this.addresses = addresses;
    }

    /** @param document of the source, with its footnotes where they were written */
    static String of(String source, Node document, Function<String, Optional<String>> addresses) {
        var publication = new Publication(source, addresses);
        document.accept(publication);
        for (var place : UseFinder.walk(source, document).places()) {
            if (!place.destination().isEmpty() && !place.destination().startsWith("#")) {
                var address = addresses.apply(place.destination()).orElse("#");
                publication.edit(place.start(), place.end(), address.equals(place.destination()) ? source.substring(place.start(), place.end()) : place.write(address, source.substring(place.start(), place.end())));
            }
        }
        return publication.edited();
    }

    @Override
    public void visit(Link link) {
        unwrap(link, link.getDestination());
        super.visit(link);
    }

    @Override
    public void visit(Image image) {
        unwrap(image, image.getDestination());
        super.visit(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        if (definition.getDestination().isEmpty() || definition.getDestination().equals("#")) {
            edit(start(definition), end(definition), "");
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        withoutComments(html);
    }

    @Override
    public void visit(HtmlInline html) {
        withoutComments(html);
    }

    /** Takes away what makes a link or a picture of its text, if it leads nowhere. */
    private void unwrap(Node node, String destination) {
        if (node.getSourceSpans().isEmpty() || source.charAt(start(node)) != '[' && source.charAt(start(node)) != '!' || destination.isEmpty() || destination.startsWith("#")
                || addresses.apply(destination).isPresent()) {
            return;
        }
        var first = node.getFirstChild();
        var last = node.getLastChild();
        if (first == null || first.getSourceSpans().isEmpty() || last.getSourceSpans().isEmpty()) {
            edit(start(node), end(node), "");
        } else {
            edit(start(node), start(first), "");
            edit(end(last), end(node), "");
        }
    }

    private void withoutComments(Node html) {
        if (html.getSourceSpans().isEmpty()) {
            return;
        }
        var start = start(html);
        COMMENT.matcher(source.substring(start, end(html))).results().forEach(comment -> edit(start + comment.start(), start + comment.end(), ""));
    }

    private void edit(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    /** Of edits that overlap, the first one counts. */
    private String edited() {
        var text = new StringBuilder();
        var from = 0;
        edits.sort(Comparator.comparingInt(Edit::start));
        for (var edit : edits) {
            if (edit.start() >= from) {
                text.append(source, from, edit.start()).append(edit.text());
                from = edit.end();
            }
        }
        return text.append(source, from, source.length()).toString();
    }

    private static int start(Node node) {
        return node.getSourceSpans().get(0).getInputIndex();
    }

    private static int end(Node node) {
        var last = node.getSourceSpans().get(node.getSourceSpans().size() - 1);
        return last.getInputIndex() + last.getLength();
    }
}
