package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Walks a parsed text and gathers what leads elsewhere, and the places in the source where destinations stand. */
final class UseFinder extends AbstractVisitor {

    private record Found(int index, Use use) {
    }

    private final String source;
    private final List<Found> found = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<String> referred = new HashSet<>();
    private final List<LinkReferenceDefinition> definitions = new ArrayList<>();

    private UseFinder(String source) {
        this.source = source;
    }

    static UseFinder walk(String source, Node document) {
        var finder = new UseFinder(source);
        document.accept(finder);
        for (var definition : finder.definitions) {
            if (!finder.referred.contains(definition.getDestination())) {
                finder.add(definition, definition.getDestination(), false, "");
            }
        }
        return finder;
    }

    List<Use> uses() {
        return found.stream().sorted(Comparator.comparingInt(Found::index)).map(Found::use).toList();
    }

    /** In order, not overlapping. */
    List<Place> places() {
        return places.stream().sorted(Comparator.comparingInt(Place::start)).toList();
    }

    @Override
    public void visit(Link link) {
        add(link, link.getDestination(), false, textOf(link));
        if (link instanceof PlacedLink placed) {
            keep(placed.place());
        } else {
            keepUnbracketed(link);
        }
        super.visit(link);
    }

    @Override
    public void visit(Image image) {
        add(image, image.getDestination(), true, textOf(image));
        if (image instanceof PlacedImage placed) {
            keep(placed.place());
        } else {
            referred.add(image.getDestination());
        }
        super.visit(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        definitions.add(definition);
        var stretch = Stretch.of(source, definition.getSourceSpans());
        int colon = behindLabel(stretch.text());
        if (colon > 0) {
            stretch.destination(colon + 1, definition.getDestination()).ifPresent(this::keep);
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        raw(html);
    }

    @Override
    public void visit(HtmlInline html) {
        raw(html);
    }

    private void raw(Node html) {
        if (html.getSourceSpans().isEmpty()) {
            return;
        }
        var stretch = Stretch.of(source, html.getSourceSpans());
        RawHtml.scan(stretch.text(), (start, end, destination, picture, alternative) -> {
            add(stretch.at(start), new Use(destination, picture, alternative, stretch.line(start)));
            if (!stretch.text().substring(start, end).contains("\n")) {
                keep(new Place(stretch.at(start), stretch.at(start) + end - start, Place.Form.ATTRIBUTE, destination));
            }
        });
    }

    /** A link without parentheses: by reference, in angle brackets, or an address in running text. */
    private void keepUnbracketed(Link link) {
        var spans = link.getSourceSpans();
        if (spans.size() != 1) {
            referred.add(link.getDestination());
            return;
        }
        int start = spans.get(0).getInputIndex();
        int end = start + spans.get(0).getLength();
        var written = source.substring(start, end);
        if (written.startsWith("<")) {
            keep(new Place(start, end, Place.Form.AUTOLINK, link.getDestination()));
        } else if (written.startsWith("[")) {
            referred.add(link.getDestination());
        } else if (written.equals(textOf(link))) {
            keep(new Place(start, end, Place.Form.BARE, link.getDestination()));
        }
    }

    private void keep(Place place) {
        if (place != null) {
            places.add(place);
        }
    }

    private void add(Node node, String destination, boolean picture, String alternative) {
        int index = node.getSourceSpans().isEmpty() ? Integer.MAX_VALUE : node.getSourceSpans().get(0).getInputIndex();
        add(index, new Use(destination, picture, alternative, Dialect.lineOf(node)));
    }

    private void add(int index, Use use) {
        if (!use.destination().isEmpty() && !use.destination().startsWith("#")) {
            found.add(new Found(index, use));
        }
    }

    private static int behindLabel(String definition) {
        for (int i = definition.indexOf('[') + 1; i < definition.length(); i++) {
            if (definition.charAt(i) == '\\') {
                i++;
            } else if (definition.charAt(i) == ']') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The text in this node without markup; pictures give their alternative text. */
    static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {

            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                text.append(' ');
            }
        });
        return text.toString().strip();
    }
}
