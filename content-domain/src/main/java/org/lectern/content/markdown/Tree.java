package org.lectern.content.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The tree of an article's HTML, in three steps: {@link #of} reads what the renderer wrote and turns what may not come in, but is of use, into what may;
 * then comes the {@link Wall}; then it is dressed by us. Identities, anchors and what makes things reachable are given after the wall, so nobody can forge them.
 */
final class Tree {

    /** On an empty {@code sup}: the number of the footnote whose mark stands here. */
    static final String NOTE = "data-note";
    /** On an element that means something to us alone: {@code more}, {@code notes}. */
    static final String MARK = "data-mark";

    private static final int DEEPEST = 3 * Dialect.DEEPEST;
    private static final Set<String> WITHOUT_USE = Set.of("script", "style", "svg", "math", "template", "noscript", "object", "embed", "applet", "select", "datalist", "canvas", "head",
            "title", "map", "frameset", "noframes", "noembed", "base", "link", "meta", "dialog", "progress", "meter");
    private static final Set<String> CONTAINERS = Set.of("section", "article", "aside", "header", "footer", "nav", "main", "center", "address", "form", "fieldset", "hgroup", "search", "menu");
    private static final Set<String> BLOCKS = Set.of("blockquote", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
            "li", "summary", "figcaption", "dt", "dd", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th");
    private static final Pattern CLASS = Pattern.compile("language-[\\p{L}\\p{N}_+#.-]{1,40}|note|warn|bad|start|end|center");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern ALERT = Pattern.compile("\\s*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)][ \\t]*(\\n|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]");
    /** Ids that the pages around an article use themselves. */
    private static final Set<String> TAKEN = Set.of("content", "toc");

    private final Element body;
    private final Words words;
    private final Set<String> ids = new HashSet<>(TAKEN);
    private final Map<String, Integer> numbersGiven = new HashMap<>();
    private final Map<String, String> idsByKey = new HashMap<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Heading> outline = new ArrayList<>();

    private Tree(Element body, Words words) {
        this.body = body;
        this.words = words;
    }

    /** What a use leads to, asked once for each use in the tree. */
    interface Targets {

        Target of(String destination, boolean picture, String alternative);
    }

    /**
     * @param notes  the HTML of each footnote, in order; a mark for which there is none vanishes
     * @param within the article that this is a summary of: what leads to a place in the text leads to a place in that one
     */
    static Tree of(String html, List<String> notes, Targets targets, Words words, Optional<Tree> within) {
        var document = parse(html);
        if (!notes.isEmpty()) {
            var list = document.body().appendElement("div").attr(MARK, "notes").appendElement("ol");
            notes.forEach(note -> list.appendElement("li").appendChildren(List.copyOf(parse(note).body().childNodes())));
        }
        new Taming(targets, words).tame(document.body());
        var clean = Wall.clean(document);
        clean.outputSettings().prettyPrint(false);
        var tree = new Tree(clean.body(), words);
        tree.dress(within.orElse(tree));
        return tree;
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
        return outline;
    }

    /** The footnotes' section, if there is one. */
    Optional<Element> notes() {
        return Optional.ofNullable(body.lastElementChild()).filter(last -> last.hasClass("footnotes"));
    }

    /** The article's HTML: removes the mark of {@code <!--more-->} and writes the anchors. To be called last. */
    String html() {
        moreMark().ifPresent(mark -> {
            var around = mark.parent();
            mark.remove();
            if (around != body && isEmpty(around)) {
                around.remove();
            }
        });
        for (var heading : headings) {
            heading.appendText(" ").appendElement("a").addClass("anchor").attr("href", "#" + heading.id()).attr("aria-label", words.anchor()).text("#");
        }
        return body.html();
    }

    Optional<Element> moreMark() {
        return Optional.ofNullable(body.selectFirst("span[" + MARK + "=more]"));
    }

    /** Before the wall. */
    private record Taming(Targets targets, Words words) {

        void tame(Element root) {
            for (var node : nodesOf(root)) {
                if (node instanceof Comment comment) {
                    if (comment.getData().strip().equalsIgnoreCase("more")) {
                        comment.replaceWith(new Element("span").attr(MARK, "more"));
                    }
                } else if (node instanceof Element element && element != root) {
                    tameElement(element);
                }
            }
        }

        private void tameElement(Element element) {
            var name = element.normalName();
            if (WITHOUT_USE.contains(name)) {
                element.remove();
                return;
            }
            if (CONTAINERS.contains(name)) {
                element.tagName("div");
            }
            switch (name) {
                case "iframe", "video", "audio" -> player(element);
                case "a" -> link(element);
                case "img" -> picture(element);
                case "input" -> checkbox(element);
                case "td", "th" -> align(element);
                case "tt" -> element.tagName("code");
                case "strike" -> element.tagName("s");
                case "acronym" -> element.tagName("abbr");
                case "button", "label", "legend", "textarea" -> element.tagName("span");
                default -> {
                }
            }
        }

        /** What plays or shows another page becomes a link to it. */
        private void player(Element player) {
            var source = player.hasAttr("src") ? player : player.selectFirst("source[src]");
            var address = source == null ? "" : source.attr("src").strip();
            if (address.isEmpty()) {
                player.remove();
                return;
            }
            var text = player.attr("title").isBlank() ? nameOf(address) : player.attr("title");
            var link = new Element("a").attr("href", address).text(text);
            player.replaceWith(link);
            link(link);
        }

        private void link(Element link) {
            if (link.attr("id").isBlank() && !link.attr("name").isBlank()) {
                link.attr("id", link.attr("name"));
            }
            if (!link.hasAttr("href")) {
                return;
            }
            var destination = link.attr("href").strip();
            if (destination.startsWith("#")) {
                return;
            }
            var target = destination.isEmpty() ? new Target.TextAlone() : targets.of(destination, false, link.text());
            var address = target instanceof Target.Link to ? Wall.link(to.address()) : target instanceof Target.Picture to ? Wall.link(to.address()) : Optional.<String>empty();
            if (address.isEmpty()) {
                link.removeAttr("href").removeAttr("title");
                if (link.attr("id").isBlank()) {
                    link.unwrap();
                }
            } else {
                link.attr("href", address.get());
                if (link.text().isBlank() && link.selectFirst("img") == null) {
                    link.text(nameOf(destination));
                }
            }
        }

        private void picture(Element picture) {
            var destination = picture.attr("src").strip();
            var alternative = picture.attr("alt");
            var target = destination.isEmpty() ? new Target.TextAlone() : targets.of(destination, true, alternative);
            if (target instanceof Target.Picture to && Wall.picture(to.address()).isPresent()) {
                picture.attr("src", Wall.picture(to.address()).get()).attr("alt", alternative);
                if (to.width() > 0 && to.height() > 0) {
                    picture.attr("width", Integer.toString(to.width())).attr("height", Integer.toString(to.height()));
                }
                return;
            }
            var text = alternative.isBlank() ? picture.attr("title") : alternative;
            var address = target instanceof Target.Link to ? Wall.link(to.address()) : Optional.<String>empty();
            if (address.isPresent() && picture.closest("a[href]") == null) {
                var link = new Element("a").attr("href", address.get()).text(text.isBlank() ? nameOf(destination) : text);
                if (!alternative.isBlank() && picture.hasAttr("title")) {
                    link.attr("title", picture.attr("title"));
                }
                picture.replaceWith(link);
            } else {
                picture.replaceWith(new TextNode(text.isBlank() && picture.closest("a[href]") != null ? words.picture() : text));
            }
        }

        private void checkbox(Element input) {
            if (!input.attr("type").equalsIgnoreCase("checkbox")) {
                input.remove();
            }
        }

        private void align(Element cell) {
            var side = switch (cell.attr("align").toLowerCase(Locale.ROOT)) {
                case "left" -> "start";
                case "right" -> "end";
                case "center" -> "center";
                default -> "";
            };
            cell.attr("class", side.equals("start") ? "" : side);
        }

        /** What stands in for a text where there is none: the last part of the path, else the host. */
        private String nameOf(String address) {
            var withoutTail = address.replaceFirst("[?#].*", "");
            var path = withoutTail.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*", "").replaceFirst("/+$", "");
            var name = path.substring(path.lastIndexOf('/') + 1);
            var host = withoutTail.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//", "").replaceFirst("/.*", "");
            return withoutTail.contains("//") && !name.contains(".") && !host.isBlank() ? host : name.isBlank() ? words.picture() : name;
        }
    }

    /** After the wall. */
    private void dress(Tree places) {
        for (var element : body.getAllElements()) {
            keepAttributesInBounds(element);
        }
        paragraphs(body);
        dissolveSpans();
        for (var element : elementsOf(body)) {
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
        headings();
        identities();
        fragments(places);
        notesAndMarks();
        direction();
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
        for (var attribute : List.of("width", "height", "colspan", "rowspan", "span", "start", "value", NOTE)) {
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

    private static boolean isEmpty(Element element) {
        return !element.hasText() && element.selectFirst("img, input, [id], [" + MARK + "], [" + NOTE + "]") == null;
    }

    private static boolean isHeading(Element element) {
        var name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private void dissolveSpans() {
        for (var span : body.select("span")) {
            if (span.attributesSize() == 0) {
                span.unwrap();
            }
        }
    }

    private void figure(Element paragraph) {
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
        if (!first.hasText() && first.selectFirst("img, input, [" + NOTE + "]") == null && first.nextElementSibling() != null && first.nextElementSibling().normalName().equals("p")) {
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

    private void headings() {
        for (var heading : body.select("h2, h3, h4, h5, h6")) {
            if (!heading.hasText() && heading.selectFirst("img[alt~=\\S]") == null) {
                heading.remove();
            }
        }
    }

    /** Notes come first, for their ids are fixed; then what authors gave, the first of equal ones; then headings get theirs from their text. */
    private void identities() {
        for (var mark : body.select("sup[" + NOTE + "]")) {
            ids.add("fn-" + mark.attr(NOTE));
            ids.add("fnref-" + mark.attr(NOTE));
        }
        for (var element : body.select("[id]")) {
            var id = element.id();
            if (id.isBlank() || id.length() > 100 || id.chars().anyMatch(Character::isWhitespace) || !ids.add(id)) {
                element.removeAttr("id");
            }
        }
        for (var heading : body.select("h2, h3, h4, h5, h6")) {
            var text = PlainText.of(heading);
            if (heading.id().isEmpty()) {
                heading.attr("id", unique(slug(text)));
            }
            headings.add(heading);
            idsByKey.putIfAbsent(key(heading.id()), heading.id());
            outline.add(new Heading(heading.normalName().charAt(1) - '0', heading.id(), text));
        }
    }

    private String unique(String wished) {
        var id = wished;
        while (!ids.add(id)) {
            id = wished + "-" + numbersGiven.merge(wished, 1, Integer::sum);
        }
        return id;
    }

    /** As GitHub and Hugo make ids: lower case, letters, marks, digits, {@code _} and {@code -} stay, spaces become hyphens, all else goes. */
    private static String slug(String text) {
        var slug = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip().replaceAll("[^\\p{L}\\p{M}\\p{N}_\\- ]", "").replace(' ', '-');
        if (slug.length() > 100) {
            slug = slug.substring(0, slug.offsetByCodePoints(0, slug.codePointCount(0, 100) - 1));
        }
        return slug.isEmpty() ? "section" : slug;
    }

    /** A link to a place in the text stays where there is such a place, also if it spells its id as another generator would; else its text alone. */
    private void fragments(Tree places) {
        for (var link : body.select("a[href^=#]")) {
            var fragment = decode(link.attr("href").substring(1));
            var there = places.ids.contains(fragment) && !TAKEN.contains(fragment) ? fragment : places.idsByKey.get(key(fragment));
            if (there == null) {
                link.unwrap();
            } else {
                link.attr("href", "#" + there);
            }
        }
    }

    /** kramdown drops digits before the first letter, some keep what others drop. */
    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").replaceFirst("^\\p{N}+(?=\\p{L})", "");
    }

    private static String decode(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }

    private void notesAndMarks() {
        var section = body.lastElementChild();
        var items = new ArrayList<Element>();
        if (section != null && section.attr(MARK).equals("notes")) {
            section.tagName("section").removeAttr(MARK).addClass("footnotes").attr("aria-label", words.notes());
            items.addAll(section.child(0).children());
            for (int number = 1; number <= items.size(); number++) {
                items.get(number - 1).attr("id", "fn-" + number);
            }
        }
        var seen = new int[items.size() + 1];
        for (var mark : body.select("sup[" + NOTE + "]")) {
            int number = Integer.parseInt(mark.attr(NOTE));
            if (number < 1 || number > items.size()) {
                mark.remove();
                continue;
            }
            mark.removeAttr(NOTE);
            if (mark.closest("a") != null) {
                mark.text("[" + number + "]");
                continue;
            }
            int time = ++seen[number];
            var id = time == 1 ? "fnref-" + number : unique("fnref-" + number + "-" + time);
            mark.empty().appendElement("a").attr("href", "#fn-" + number).attr("id", id).attr("aria-label", words.noteMark().replace("{0}", Integer.toString(number))).text("[" + number + "]");
            var item = items.get(number - 1);
            var last = item.lastElementChild();
            var end = last != null && last.normalName().equals("p") ? last : item;
            end.appendText(" ").appendElement("a").attr("href", "#" + id).attr("aria-label", time == 1 ? words.back() : words.back() + " " + time).text(time == 1 ? "↩" : "↩" + time);
        }
        for (var forged : body.select("[" + MARK + "=notes], [" + NOTE + "]")) {
            forged.removeAttr(MARK).removeAttr(NOTE);
        }
    }

    /** A block with letters that run from right to left finds its own direction, whatever the page's is. */
    private void direction() {
        if (!RIGHT_TO_LEFT.matcher(body.wholeText()).find()) {
            return;
        }
        for (var block : body.select("p, h2, h3, h4, h5, h6, li, td, th, blockquote, figcaption, summary, dt, dd, caption")) {
            if (!block.hasAttr("dir") && block.closest("[dir]") == null && RIGHT_TO_LEFT.matcher(block.wholeText()).find()) {
                block.attr("dir", "auto");
            }
        }
    }

    private static List<Element> elementsOf(Element root) {
        return List.copyOf(root.getAllElements());
    }

    private static List<Node> nodesOf(Element root) {
        var nodes = new ArrayList<Node>();
        root.traverse((node, depth) -> nodes.add(node));
        return nodes;
    }
}
