package org.lectern.content.markdown;

import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The beginning of an article, cut on its tree so that every element is closed. It is whole blocks; only a list, table or listing that is too long for an
 * archive ends early, at an item, row or line. It holds no ids, so that a page can show many; what leads into the article leads there from elsewhere.
 */
final class Excerpt {

    /** Blocks are taken until the excerpt has this many words. */
    static final int ENOUGH_WORDS = 70;

    /** Headings end no excerpt: a row of them must. */
    private static final int MOST_BLOCKS = 50;

    /** A list, table or listing above either bound is cut to what stays within both. */
    static final int MOST_WORDS = 150;
    static final int MOST_LINES = 20;

    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");
    private static final String ITSELF = "article:self";

    private final Element body = empty();
    private final WordCount count;
    private int words;
    private int blocks;
    private boolean full;
    private boolean more;

    private Excerpt(WordCount count) {
        this.count = count;
    }

    /** By {@code <!--more-->} if it has something before it, else the leading blocks. */
    static Excerpt of(Tree tree, WordCount count) {
        var mark = tree.moreMark();
        if (mark.isPresent()) {
            var upToMark = new Excerpt(count);
            upToMark.takeUntil(mark.get(), tree.body(), upToMark.body);
            upToMark.finish();
            if (!upToMark.isEmpty()) {
                return upToMark;
            }
        }
        var leading = new Excerpt(count);
        leading.takeLeading(tree.body(), leading.body);
        leading.finish();
        return leading;
    }

    /** A summary made by hand; there is more where the article says anything else. */
    static Excerpt of(Tree summary, Tree article, WordCount count) {
        var excerpt = new Excerpt(count);
        for (var node : summary.body().childNodes()) {
            if (!isNotes(node)) {
                excerpt.body.appendChild(node.clone());
            }
        }
        for (var mark : excerpt.body.select("sup > a[id^=fnref-]")) {
            mark.parent().remove();
        }
        var said = PlainText.of(article.body());
        excerpt.more = !said.equals(PlainText.of(excerpt.body)) && isSomething(article.body());
        excerpt.finish();
        return excerpt;
    }

    String html() {
        return body.html().strip();
    }

    boolean more() {
        return more;
    }

    private boolean isEmpty() {
        return !isSomething(body);
    }

    private void takeUntil(Element mark, Element from, Element into) {
        for (var node : from.childNodes()) {
            if (full) {
                more |= isSomething(node);
            } else if (node == mark) {
                full = true;
            } else if (node instanceof Element element && mark.parents().contains(element)) {
                var copy = element.shallowClone();
                into.appendChild(copy);
                takeUntil(mark, element, copy);
                if (!isSomething(copy)) {
                    copy.remove();
                }
            } else if (!isNotes(node)) {
                into.appendChild(node.clone());
            }
        }
    }

    private void takeLeading(Element from, Element into) {
        for (var node : from.childNodes()) {
            if (full || isNotes(node)) {
                more |= isSomething(node);
            } else if (!(node instanceof Element element)) {
                into.appendChild(node.clone());
            } else if (element.normalName().equals("div") && !element.hasClass("note")) {
                var copy = element.shallowClone();
                into.appendChild(copy);
                takeLeading(element, copy);
            } else {
                takeBlock(element, into);
            }
        }
    }

    private void takeBlock(Element block, Element into) {
        var copy = block.clone();
        if (shorten(copy)) {
            full = true;
            more = true;
        }
        into.appendChild(copy);
        words += count.of(PlainText.of(copy));
        blocks++;
        full |= words >= ENOUGH_WORDS && !HEADINGS.contains(block.normalName()) || blocks == MOST_BLOCKS;
    }

    /** Whether it had to be shortened. */
    private boolean shorten(Element block) {
        return switch (block.normalName()) {
            case "ul", "ol" -> new Allowance().list(block);
            case "table" -> new Allowance().table(block);
            case "pre" -> new Allowance().listing(block);
            default -> false;
        };
    }

    /** What is left of the bounds while one block is shortened. The first item, row or line always stays. */
    private final class Allowance {

        private int wordsLeft = MOST_WORDS;
        private int linesLeft = MOST_LINES;

        boolean list(Element list) {
            boolean first = true;
            for (var item : list.children()) {
                int itemWords = count.of(PlainText.of(item));
                int itemLines = Math.max(1, item.select("li, tr").size() + linesOfListings(item));
                if (itemWords <= wordsLeft && itemLines <= linesLeft) {
                    wordsLeft -= itemWords;
                    linesLeft -= itemLines;
                } else {
                    boolean shortened = first && beginItem(item);
                    var from = first ? item.nextElementSibling() : item;
                    removeFrom(from);
                    return shortened || from != null;
                }
                first = false;
            }
            return false;
        }

        /** Shortens the lists, tables and listings in an item that is too long alone. */
        private boolean beginItem(Element item) {
            linesLeft--;
            wordsLeft -= count.of(item.ownText());
            for (var child : item.children()) {
                boolean cut = switch (child.normalName()) {
                    case "ul", "ol" -> list(child);
                    case "table" -> table(child);
                    case "pre" -> listing(child);
                    default -> {
                        wordsLeft -= count.of(PlainText.of(child));
                        yield false;
                    }
                };
                if (cut) {
                    removeFrom(child.nextElementSibling());
                    return true;
                }
            }
            return false;
        }

        boolean table(Element table) {
            var kept = 0;
            Element from = null;
            for (var row : table.select("tr")) {
                int rowWords = count.of(PlainText.of(row));
                if (kept > 0 && !row.parent().normalName().equals("thead") && (rowWords > wordsLeft || linesLeft < 1)) {
                    from = row;
                    break;
                }
                kept += row.parent().normalName().equals("thead") ? 0 : 1;
                wordsLeft -= rowWords;
                linesLeft--;
            }
            if (from == null) {
                return false;
            }
            var part = from.parent();
            removeFrom(from);
            if (part != table) {
                removeFrom(part.nextElementSibling());
                if (part.children().isEmpty()) {
                    part.remove();
                }
            }
            return true;
        }

        /** Cuts text nodes, since a listing may hold marked-up words. */
        boolean listing(Element listing) {
            var text = listing.wholeText();
            int end = 0;
            int lines = 0;
            while (end < text.length()) {
                int next = text.indexOf('\n', end);
                next = next < 0 ? text.length() : next + 1;
                int lineWords = count.of(text.substring(end, next));
                if (lines > 0 && (lineWords > wordsLeft || linesLeft < 1)) {
                    if (text.substring(end).isBlank()) {
                        return false;
                    }
                    keepCharacters(listing, end);
                    return true;
                }
                wordsLeft -= lineWords;
                linesLeft--;
                lines++;
                end = next;
            }
            return false;
        }

        private static int linesOfListings(Element item) {
            int lines = 0;
            for (var listing : item.select("pre")) {
                lines += (int) listing.wholeText().lines().count();
            }
            return lines;
        }

        private static int keepCharacters(Node node, int left) {
            if (node instanceof TextNode text) {
                var whole = text.getWholeText();
                text.text(whole.substring(0, Math.min(left, whole.length())));
                return Math.max(0, left - whole.length());
            }
            for (var child : List.copyOf(node.childNodes())) {
                if (left == 0) {
                    child.remove();
                } else {
                    left = keepCharacters(child, left);
                }
            }
            return left;
        }

        private static void removeFrom(Element first) {
            if (first != null) {
                keepFirst(first.parent(), first.siblingIndex());
            }
        }
    }

    /** All at once: jsoup numbers all nodes again whenever it removes one. */
    private static void keepFirst(Element parent, int number) {
        if (number < parent.childNodeSize()) {
            var kept = List.copyOf(parent.childNodes().subList(0, number));
            parent.empty();
            parent.appendChildren(kept);
        }
    }

    private void finish() {
        for (var mark : body.select("span[" + Tree.MARK + "]")) {
            var around = mark.parent();
            mark.remove();
            if (around != body && !isSomething(around)) {
                around.remove();
            }
        }
        trimEnd(body);
        for (var element : body.getAllElements()) {
            element.removeAttr("id");
            if (HEADINGS.contains(element.normalName())) {
                element.tagName("h" + Math.min(6, element.normalName().charAt(1) - '0' + 1));
            }
            if (element.normalName().equals("a") && element.attr("href").startsWith("#")) {
                element.attr("href", ITSELF + element.attr("href"));
            }
        }
    }

    /** Nothing dangles: no heading without what it heads, no line that parts nothing. */
    private static void trimEnd(Element container) {
        var kept = container.childNodeSize();
        while (kept > 0 && isDangling(container.childNode(kept - 1))) {
            kept--;
        }
        keepFirst(container, kept);
    }

    private static boolean isDangling(Node node) {
        if (!(node instanceof Element last)) {
            return !isSomething(node);
        }
        if (last.normalName().equals("div") && !last.hasClass("note")) {
            trimEnd(last);
        }
        return HEADINGS.contains(last.normalName()) || last.normalName().equals("hr") || !isSomething(last);
    }

    private static boolean isNotes(Node node) {
        return node instanceof Element element && element.normalName().equals("section");
    }

    private static boolean isSomething(Node node) {
        return node instanceof TextNode text ? !text.isBlank() : node instanceof Element element && (element.hasText() || element.selectFirst("img, hr, input") != null);
    }

    private static Element empty() {
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body();
    }
}
