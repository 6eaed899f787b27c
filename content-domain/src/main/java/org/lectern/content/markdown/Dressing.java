package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * After the wall: the shapes in which our readers meet what is left. Loose text stands in paragraphs, a picture alone in its paragraph is a figure, a quote with a
 * label is a remark, a task says whether it is done, and what may be wider than the page can be reached by the keyboard.
 */
record Dressing(Words words) {

    private static final Set<String> BLOCKS = Set.of("blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
            "li", "summary", "figcaption", "dt", "dd", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th");
    private static final Pattern CLASS = Pattern.compile("language-[\\p{L}\\p{N}_+#.-]{1,40}|note|warn|bad|start|end|center");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern ALERT = Pattern.compile("\\s*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)][ \\t]*(\\n|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]");

    void dress(Element body) {
        for (var element : body.getAllElements()) {
            keepAttributesInBounds(element);
        }
        paragraphs(body);
        dissolveSpans(body);
        for (var element : List.copyOf(body.getAllElements())) {
            switch (element.normalName()) {
                case "p" -> figure(element);
                case "blockquote" -> alert(element);
                case "input" -> task(element);
                case "pre" -> element.attr("tabindex", "0");
                case "table" -> table(element);
                case "img" -> element.attr("loading", "lazy");
                case "h1" -> element.tagName("h2");
                default -> {
                }
            }
        }
        Headings.mend(body);
    }

    /** A block with letters that run from right to left finds its own direction, whatever the page's is. */
    static void direct(Element body) {
        if (!RIGHT_TO_LEFT.matcher(body.wholeText()).find()) {
            return;
        }
        for (var block : body.select("p, h2, h3, h4, h5, h6, li, td, th, blockquote, figcaption, summary, dt, dd, caption")) {
            if (!block.hasAttr("dir") && block.closest("[dir]") == null && RIGHT_TO_LEFT.matcher(block.wholeText()).find()) {
                block.attr("dir", "auto");
            }
        }
    }

    private static void keepAttributesInBounds(Element element) {
        if (element.hasAttr("class")) {
            var kept = new ArrayList<String>();
            for (var name : element.classNames()) {
                if (CLASS.matcher(name).matches()) {
                    kept.add(name);
                }
            }
            if (kept.isEmpty()) {
                element.removeAttr("class");
            } else {
                element.attr("class", String.join(" ", kept));
            }
        }
        for (var attribute : List.of("width", "height", "colspan", "rowspan", "span", "start", "value", Tree.NOTE)) {
            if (element.hasAttr(attribute) && !NUMBER.matcher(element.attr(attribute)).matches()) {
                element.removeAttr(attribute);
            }
        }
        if (element.hasAttr("dir") && !Set.of("ltr", "rtl", "auto").contains(element.attr("dir").toLowerCase(Locale.ROOT))) {
            element.removeAttr("dir");
        }
    }

    /**
     * What stands loose between blocks becomes a paragraph; paragraphs and headings that hold nothing go; a division that says nothing dissolves.
     * The list of children is built anew, since each removal from a long one would number all of them again.
     */
    private static void paragraphs(Element container) {
        var children = List.copyOf(container.childNodes());
        container.empty();
        Element open = null;
        for (var node : children) {
            if (node instanceof Element block && BLOCKS.contains(block.normalName())) {
                open = null;
                if (Set.of("div", "blockquote", "details").contains(block.normalName())) {
                    paragraphs(block);
                }
                if (block.normalName().equals("div") && block.attributesSize() == 0) {
                    container.appendChildren(List.copyOf(block.childNodes()));
                } else if (!isEmptyText(block)) {
                    container.appendChild(block);
                }
            } else if (open != null) {
                open.appendChild(node);
            } else if (node instanceof TextNode text && text.isBlank()) {
                container.appendChild(node);
            } else {
                open = container.appendElement("p");
                open.appendChild(node);
            }
        }
    }

    private static boolean isEmptyText(Element block) {
        return block.normalName().equals("p") && isEmpty(block) || isHeading(block) && !block.hasText() && block.selectFirst("img") == null;
    }

    /** Whether nothing would be missed if it went. */
    static boolean isEmpty(Element element) {
        return !element.hasText() && element.selectFirst("img, input, [id], [" + Tree.MARK + "], [" + Tree.NOTE + "]") == null;
    }

    private static boolean isHeading(Element element) {
        var name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private static void dissolveSpans(Element body) {
        for (var span : body.select("span")) {
            if (span.attributesSize() == 0) {
                span.unwrap();
            }
        }
    }

    private static void figure(Element paragraph) {
        var children = paragraph.childNodes().stream().filter(node -> !(node instanceof TextNode text && text.isBlank())).toList();
        if (children.size() != 1 || !(children.get(0) instanceof Element only)) {
            return;
        }
        var picture = only.normalName().equals("img") ? only : only.normalName().equals("a") && only.childNodeSize() == 1 ? only.selectFirst("> img") : null;
        if (picture == null) {
            return;
        }
        if (paragraph.closest("figure, summary, a, h1, h2, h3, h4, h5, h6") != null) {
            paragraph.unwrap();
            return;
        }
        var figure = new Element("figure");
        paragraph.replaceWith(figure);
        figure.appendChild(only);
        if (!picture.attr("title").isBlank()) {
            figure.appendElement("figcaption").text(picture.attr("title"));
        }
        picture.removeAttr("title");
    }

    private void alert(Element quote) {
        var first = quote.firstElementChild();
        if (first == null || !first.normalName().equals("p") || first.childNodeSize() == 0 || !(first.childNode(0) instanceof TextNode text)) {
            return;
        }
        var kind = ALERT.matcher(text.getWholeText());
        if (!kind.lookingAt()) {
            return;
        }
        boolean alone = kind.end() == text.getWholeText().length();
        if (alone && first.childNodeSize() > 1 && !(first.childNode(1) instanceof Element next && next.normalName().equals("br"))) {
            return;
        }
        text.text(text.getWholeText().substring(kind.end()));
        if (alone && first.childNodeSize() > 1) {
            first.childNode(1).remove();
        }
        var labelled = first;
        if (!first.hasText() && first.selectFirst("img, input, [" + Tree.NOTE + "]") == null && first.nextElementSibling() != null && first.nextElementSibling().normalName().equals("p")) {
            labelled = first.nextElementSibling();
            while (labelled.previousSibling() != null) {
                labelled.previousSibling().remove();
            }
            labelled.before(new TextNode("\n"));
        }
        var name = kind.group(1).toUpperCase(Locale.ROOT);
        // Our word finds its own direction, and the paragraph's is found without it.
        labelled.prependText(" ").prependElement("strong").attr("dir", "auto").text(switch (name) {
            case "TIP" -> words.tip();
            case "IMPORTANT" -> words.important();
            case "WARNING" -> words.warning();
            case "CAUTION" -> words.caution();
            default -> words.note();
        });
        quote.tagName("div").attr("class", switch (name) {
            case "WARNING" -> "note warn";
            case "CAUTION" -> "note bad";
            default -> "note";
        });
    }

    private void task(Element box) {
        boolean done = box.hasAttr("checked");
        box.clearAttributes();
        box.attr("type", "checkbox").attr("disabled", true).attr("checked", done).attr("aria-label", done ? words.done() : words.open());
        var after = box.nextElementSibling();
        if (after != null && after.normalName().equals("p") && box.parent().normalName().equals("li")) {
            after.prependText(" ").prependChild(box);
        }
    }

    /** A table may be wider than the page: it scrolls by itself, so the keyboard must reach it. */
    private static void table(Element table) {
        if (table.selectFirst("td, th") == null) {
            table.remove();
            return;
        }
        table.attr("tabindex", "0");
        for (var head : table.select("th")) {
            if (!head.hasText() && head.selectFirst("img") == null) {
                head.tagName("td");
            }
        }
    }
}
