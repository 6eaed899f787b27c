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
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * What can be reached inside a text: ids, the headings, footnotes and the links between them. Given after the wall, so that nobody can forge them.
 */
final class Anchors {

    /** Ids that the pages around an article use themselves. */
    private static final Set<String> TAKEN = Set.of("content", "toc");

    private final Element body;
    private final Words words;
    private final Set<String> ids = new HashSet<>(TAKEN);
    private final Map<String, Integer> numbersGiven = new HashMap<>();
    private final Map<String, String> idsByKey = new HashMap<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Heading> outline = new ArrayList<>();

    /** Gives every heading, and what authors named, its id. */
    Anchors(Element body, Words words) {
        this.body = body;
        this.words = words;
        identities();
    }

    List<Heading> outline() {
        return outline;
    }

    /** Writes beside each heading the link to it. */
    void writeBesideHeadings() {
        for (var heading : headings) {
            heading.appendText(" ").appendElement("a").addClass("anchor").attr("href", "#" + heading.id()).attr("aria-label", words.anchor()).text("#");
        }
    }

    /** Notes come first, for their ids are fixed; then what authors gave, the first of equal ones; then headings get theirs from their text. */
    private void identities() {
        for (var mark : body.select("sup[" + Tree.NOTE + "]")) {
            ids.add("fn-" + mark.attr(Tree.NOTE));
            ids.add("fnref-" + mark.attr(Tree.NOTE));
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
    void resolve(Anchors places) {
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

    /** Joins footnotes and their marks, to and fro. */
    void joinNotes() {
        var section = body.lastElementChild();
        var items = new ArrayList<Element>();
        if (section != null && section.attr(Tree.MARK).equals("notes")) {
            section.tagName("section").removeAttr(Tree.MARK).addClass("footnotes").attr("aria-label", words.notes());
            items.addAll(section.child(0).children());
            for (int number = 1; number <= items.size(); number++) {
                items.get(number - 1).attr("id", "fn-" + number);
            }
        }
        var seen = new int[items.size() + 1];
        for (var mark : body.select("sup[" + Tree.NOTE + "]")) {
            int number = Integer.parseInt(mark.attr(Tree.NOTE));
            if (number < 1 || number > items.size()) {
                mark.remove();
                continue;
            }
            mark.removeAttr(Tree.NOTE);
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
        for (var forged : body.select("[" + Tree.MARK + "=notes], [" + Tree.NOTE + "]")) {
            forged.removeAttr(Tree.MARK).removeAttr(Tree.NOTE);
        }
    }
}
