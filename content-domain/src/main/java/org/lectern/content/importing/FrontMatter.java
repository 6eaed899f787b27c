package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands before the body of a file, asked by field, in any case; and the body. */
final class FrontMatter {

    private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String block;
    private final String json;
    private final Supplier<String> body;
    private final int bodyLine;

    /** @param block as it stands in the file, from its first line; @param bodyLine the line of the file at which the body begins, from 1 */
    FrontMatter(Fields fields, String block, String body, int bodyLine) {
        this(fields, block, () -> body, bodyLine);
    }

    private FrontMatter(Fields fields, String block, Supplier<String> body, int bodyLine) {
        this.values.putAll(fields.asWritten());
        this.json = fields.json();
        this.block = block;
        this.body = body;
        this.bodyLine = bodyLine;
    }

    /** A file that has none. */
    static FrontMatter none(String text) {
        return new FrontMatter(Fields.NONE, "", text, 1);
    }

    /** The same with its body laid down. */
    FrontMatter in(SourceFolder folder) {
        return new FrontMatter(new Fields(values, json), block, folder.keep(body()), bodyLine);
    }

    /** All of it, as the text of a JSON object. */
    String json() {
        return json;
    }

    /** The text behind it. */
    String body() {
        return body.get();
    }

    /** The line of the file at which the body begins, from 1. */
    int bodyLine() {
        return bodyLine;
    }

    /** The line of the file at which this field stands. */
    int line(String field) {
        var key = Pattern.compile("(?i)^\\s*[{,]?\\s*[\"']?" + Pattern.quote(field) + "[\"']?\\s*[:=]");
        var line = 0;
        for (var written : block.split("\n", -1)) {
            line++;
            if (key.matcher(written).find()) {
                return line;
            }
        }
        return 1;
    }

    /** What Hugo's {@code params} hold: fields that only the theme knows. Empty if there are none. */
    FrontMatter params() {
        var params = new HashMap<String, Object>();
        if (values.get("params") instanceof Map<?, ?> written) {
            written.forEach((field, value) -> params.put(String.valueOf(field), value));
        }
        return new FrontMatter(new Fields(params, "{}"), block, body, bodyLine);
    }

    /** With what a folder says of all its files: fields that are not here, and its tags before these. */
    FrontMatter within(FrontMatter folder) {
        var all = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(folder.values);
        all.putAll(values);
        if (has("tags") && folder.has("tags")) {
            all.put("tags", Stream.of(folder, this).flatMap(each -> each.all("tags").stream()).toList());
        }
        return new FrontMatter(new Fields(all, json), block, body, bodyLine);
    }

    boolean has(String field) {
        return text(field).isPresent() || values.get(field) instanceof List || values.get(field) instanceof Map;
    }

    /** A field of one value, stripped, as it was written; empty if it is missing, blank or not a single value. */
    Optional<String> text(String field) {
        return values.get(field) instanceof String written ? Optional.of(written.strip()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** A field of one value, as {@link #text} tells it, and its line. */
    Optional<Written> written(String field) {
        return text(field).map(text -> new Written(text, line(field)));
    }

    /** A field that may hold one or many values: strings and maps, blank ones left out. */
    List<Object> all(String field) {
        var value = values.get(field);
        var all = new ArrayList<>();
        for (var each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (each instanceof String text) {
                if (!text.isBlank()) {
                    all.add(text.strip());
                }
            } else if (each != null) {
                all.add(each);
            }
        }
        return all;
    }
}
