package org.lectern.content.markdown;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of a part of the tree without markup: a line for each block, white space folded except in code; without the marks of footnotes and the ways back from them. */
final class PlainText implements NodeVisitor {

    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "input", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
            "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img");

    private final StringBuilder text = new StringBuilder();
    private final boolean withAlternatives;
    private int silent;
    private int code;

    private PlainText(boolean withAlternatives) {
        this.withAlternatives = withAlternatives;
    }

    static String of(Element element) {
        return of(element, false);
    }

    /** @param withAlternatives whether what pictures say to those who do not see them is part of the text */
    static String of(Element element, boolean withAlternatives) {
        var plain = new PlainText(withAlternatives);
        element.traverse(plain);
        return plain.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode part) {
            if (silent == 0) {
                append(part.getWholeText());
            }
        } else if (node instanceof Element element) {
            silent += isSilent(element) ? 1 : 0;
            code += element.normalName().equals("pre") ? 1 : 0;
            if (!INLINE.contains(element.normalName())) {
                endLine();
            } else if (withAlternatives && element.normalName().equals("img")) {
                append(" " + element.attr("alt") + " ");
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            silent -= isSilent(element) ? 1 : 0;
            code -= element.normalName().equals("pre") ? 1 : 0;
            if (!INLINE.contains(element.normalName())) {
                endLine();
            }
        }
    }

    private static boolean isSilent(Element element) {
        return element.normalName().equals("a") && (element.id().startsWith("fnref-") || element.attr("href").startsWith("#fnref-")) || element.hasAttr(Tree.NOTE);
    }

    private void append(String part) {
        if (code > 0) {
            text.append(part);
            return;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\n') {
                text.append(' ');
            }
        }
    }

    private void endLine() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
