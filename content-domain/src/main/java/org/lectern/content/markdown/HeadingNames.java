package org.lectern.content.markdown;

import java.util.Map;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Authors may name a heading's place: {@code ## Leases {#leases}}, as Hugo and kramdown read it. Whatever else stands in the braces, such as classes, goes. */
final class HeadingNames implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

    private static final Pattern NAMED = Pattern.compile("(?<!\\s)\\s*+\\{:?\\s*+#([^\\s{}#]{1,100})(?:\\s[^{}]*+)?}\\s*+$");

    @Override
    public void extend(Parser.Builder parser) {
        parser.postProcessor(document -> {
            document.accept(new Finder());
            return document;
        });
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.attributeProviderFactory(context -> HeadingNames::give);
    }

    private static void give(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading && node.getLastChild() instanceof Name name) {
            attributes.put("id", name.id);
        }
    }

    /** The last thing in its heading. It shows nothing. */
    private static final class Name extends CustomNode {

        private final String id;

        Name(String id) {
            this.id = id;
        }
    }

    private static final class Finder extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            if (!(heading.getLastChild() instanceof Text last)) {
                return;
            }
            var named = NAMED.matcher(last.getLiteral());
            if (named.find() && (named.start() > 0 || last.getPrevious() != null)) {
                last.setLiteral(last.getLiteral().substring(0, named.start()));
                heading.appendChild(new Name(named.group(1)));
            }
        }
    }
}
