package org.lectern.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Before the wall: what may not come in, but is of use, becomes what may. Links and pictures get the addresses that they lead to here; what plays becomes a link, old
 * elements become their heirs, {@code <!--more-->} becomes a mark, and what is of no use to readers goes with all that is in it.
 */
record Taming(Targets targets, Words words) {

    /** What a use leads to, asked once for each use in the tree. */
    interface Targets {

        Target of(String destination, boolean picture, String alternative);
    }

    private static final Set<String> WITHOUT_USE = Set.of("script", "style", "svg", "math", "template", "noscript", "object", "embed", "applet", "select", "datalist", "canvas", "head",
            "title", "map", "frameset", "noframes", "noembed", "base", "link", "meta", "dialog", "progress", "meter");
    private static final Set<String> CONTAINERS = Set.of("section", "article", "aside", "header", "footer", "nav", "main", "center", "address", "form", "fieldset", "hgroup", "search", "menu");

    void tame(Element root) {
        for (var node : nodesOf(root)) {
            if (node instanceof Comment comment) {
                if (comment.getData().strip().equalsIgnoreCase("more")) {
                    comment.replaceWith(new Element("span").attr(Tree.MARK, "more"));
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
        var path = withoutTail.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*", "").replaceFirst("(?<!/)/+$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        var host = withoutTail.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//", "").replaceFirst("/.*", "");
        return withoutTail.contains("//") && !name.contains(".") && !host.isBlank() ? host : name.isBlank() ? words.picture() : name;
    }

    private static List<Node> nodesOf(Element root) {
        var nodes = new ArrayList<Node>();
        root.traverse((node, depth) -> nodes.add(node));
        return nodes;
    }
}
