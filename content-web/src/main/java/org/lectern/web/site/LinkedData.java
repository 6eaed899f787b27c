package org.lectern.web.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import org.lectern.content.JsonText;

/**
 * What a page tells search engines about itself, in the words of <a href="https://schema.org/">schema.org</a>, as JSON-LD. It stands in the page as a block of data, which no browser runs, so that
 * the policy against scripts does not concern it. Made here and not in a view: no character of it can end the block or begin markup, whatever an author has written.
 */
public final class LinkedData {

    private LinkedData() {
    }

    /** A step on the way to a page. */
    public record Step(String name, String address) {
    }

    /** The block that holds these. */
    public static String block(JsonObject... things) {
        return Stream.of(things).map(thing -> "<script type=\"application/ld+json\">" + escaped(thing.toString()) + "</script>").collect(Collectors.joining());
    }

    /** Something of a type of schema.org, to be completed. */
    public static JsonObjectBuilder of(String type) {
        return JsonText.object().add("@context", "https://schema.org").add("@type", type);
    }

    /** Something of a type of schema.org within another thing. */
    public static JsonObjectBuilder within(String type) {
        return JsonText.object().add("@type", type);
    }

    /** A list of such things. */
    public static JsonArrayBuilder list() {
        return JsonText.array();
    }

    /** The way to a page; the last step is the page itself. All addresses are absolute. */
    public static JsonObject trail(List<Step> steps) {
        var items = list();
        for (var at = 0; at < steps.size(); at++) {
            items.add(within("ListItem").add("position", at + 1).add("name", steps.get(at).name()).add("item", steps.get(at).address()));
        }
        return of("BreadcrumbList").add("itemListElement", items).build();
    }

    /** The same JSON: these characters stand in it only within strings. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
