package org.lectern.content.importing;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParsingException;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What stands before the body of a file: YAML between {@code ---}, TOML between {@code +++}, or a JSON object.
 *
 * <p>Scalars are kept as they were written ({@code 3.10} stays {@code 3.10}), since a tag or title may look like a number; the JSON text keeps
 * their types. YAML is read without types beyond the core schema, with at most {@value #ALIASES} aliases of collections and {@value #NODES} nodes after
 * they are expanded.
 */
final class FrontMatter {

    private static final int ALIASES = 20;
    private static final int NODES = 20_000;
    private static final int DEPTH = 50;
    private static final int CHARACTERS = 1 << 18;
    private static final int MOST_JSON = 1 << 20;
    private static final Pattern FINITE = Pattern.compile("[-+0-9.eE]+");
    /** Kept, since each call on {@code Json} would search the class path anew. */
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern KEY_FOLLOWS = Pattern.compile("\\s*[\\w\"'-]+\\s*[:=].*");

    private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String block;
    private final String json;
    private final String body;
    private final int bodyLine;

    private FrontMatter(Map<String, Object> values, String json, String block, String body, int bodyLine) {
        this.values.putAll(values);
        this.json = json;
        this.block = block;
        this.body = body;
        this.bodyLine = bodyLine;
    }

    /** The front matter of a file whose lines end in {@code \n}; empty if it has none. */
    static Optional<FrontMatter> of(String text) throws Fault {
        try {
            if (text.startsWith("---")) {
                return fenced(text, "---", "\\.\\.\\.");
            }
            if (text.startsWith("+++")) {
                return fenced(text, "\\+\\+\\+", "\\+\\+\\+");
            }
            return Pattern.compile("\\{\\s*[\"}]").matcher(text).lookingAt() ? json(text) : Optional.empty();
        } catch (StackOverflowError e) {        // brackets within brackets: the parsers recurse
            throw new Fault(1, "import.refused.frontMatter.deep");
        }
    }

    /** A file that has none. */
    static FrontMatter none(String text) {
        return new FrontMatter(Map.of(), "{}", "", text, 1);
    }

    /** All of it, as the text of a JSON object. */
    String json() {
        return json;
    }

    /** The text behind it. */
    String body() {
        return body;
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

    boolean has(String field) {
        return text(field).isPresent() || values.get(field) instanceof List || values.get(field) instanceof Map;
    }

    /** A field of one value, stripped, as it was written; empty if it is missing, blank or not a single value. */
    Optional<String> text(String field) {
        return values.get(field) instanceof String written ? Optional.of(written.strip()).filter(text -> !text.isEmpty()) : Optional.empty();
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

    private static Optional<FrontMatter> fenced(String text, String fence, String otherEnd) throws Fault {
        var lines = text.split("\n", -1);
        if (!lines[0].stripTrailing().matches(fence)) {
            return Optional.empty();
        }
        var ending = Pattern.compile("(" + fence + "|" + otherEnd + ")\\s*");
        for (int end = 1; end < lines.length; end++) {
            if (ending.matcher(lines[end]).matches()) {
                var block = String.join("\n", List.of(lines).subList(0, end));
                var inside = end == 1 ? "" : block.substring(block.indexOf('\n') + 1);
                var body = String.join("\n", List.of(lines).subList(end + 1, lines.length));
                if (block.length() > CHARACTERS) {
                    throw new Fault(1, "import.refused.frontMatter.long", CHARACTERS);
                }
                return Optional.of(fence.equals("---") ? yaml(inside, block, body, end + 2) : toml(inside, block, body, end + 2));
            }
        }
        if (lines.length > 1 && KEY_FOLLOWS.matcher(lines[1]).matches()) {
            throw new Fault(1, "import.refused.frontMatter.open", lines[0].strip());
        }
        return Optional.empty();
    }

    private static FrontMatter yaml(String inside, String block, String body, int bodyLine) throws Fault {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).setCodePointLimit(CHARACTERS).setAllowDuplicateKeys(false).setAllowRecursiveKeys(false);
        try {
            var core = settings.setSchema(new CoreSchema()).build();
            var typed = new Load(core).loadFromString(inside);
            var written = new Compose(core).composeString(inside);
            if (typed == null) {
                return new FrontMatter(Map.of(), "{}", block, body, bodyLine);
            }
            if (!(typed instanceof Map<?, ?>)) {
                throw new Fault(2, "import.refused.frontMatter.noFields");
            }
            var values = fields(asWritten(typed, written.orElseThrow(), new Count(), 0));
            return new FrontMatter(values, write(typed), block, body, bodyLine);
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            throw new Fault(line, "import.refused.frontMatter.yaml", e.getProblem() == null ? e.getContext() : e.getProblem());
        } catch (YamlEngineException e) {
            throw new Fault(1, "import.refused.frontMatter.yaml", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static FrontMatter toml(String inside, String block, String body, int bodyLine) throws Fault {
        var result = Toml.parse(inside);
        if (result.hasErrors()) {
            var first = result.errors().get(0);
            throw new Fault(first.position().line() + 1, "import.refused.frontMatter.toml", String.valueOf(first.getMessage()));
        }
        var typed = plain(result);
        return new FrontMatter(fields(asWritten(typed, typed, new Count(), 0)), write(typed), block, body, bodyLine);
    }

    private static Optional<FrontMatter> json(String text) throws Fault {
        var end = endOfObject(text);
        var block = text.substring(0, end);
        if (block.length() > CHARACTERS) {
            throw new Fault(1, "import.refused.frontMatter.long", CHARACTERS);
        }
        try (var reader = JSON.createReader(new StringReader(block))) {
            var typed = plain(reader.readObject());
            var rest = text.substring(end).replaceFirst("\\A[ \t]*\n?", "");
            var bodyLine = 1 + (int) text.substring(0, text.length() - rest.length()).chars().filter(letter -> letter == '\n').count();
            return Optional.of(new FrontMatter(fields(asWritten(typed, typed, new Count(), 0)), write(typed), block, rest, bodyLine));
        } catch (JsonParsingException e) {
            throw new Fault((int) Math.max(1, e.getLocation().getLineNumber()), "import.refused.frontMatter.json", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {              // the reader's own bound on nesting is no JsonException
            throw new Fault(1, "import.refused.frontMatter.json", String.valueOf(e.getMessage()));
        }
    }

    private static int endOfObject(String text) {
        var depth = 0;
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quoted) {
                if (letter == '\\') {
                    i++;
                } else if (letter == '"') {
                    quoted = false;
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == '{' || letter == '[') {
                depth++;
            } else if ((letter == '}' || letter == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Counts what aliases expand to. */
    private static final class Count {
        private int nodes;

        void one(int depth) throws Fault {
            if (++nodes > NODES) {
                throw new Fault(1, "import.refused.frontMatter.aliases");
            }
            if (depth > DEPTH) {
                throw new Fault(1, "import.refused.frontMatter.deep");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object map) {
        return (Map<String, Object>) map;
    }

    /** Every scalar as its text, {@code null} where the typed tree says so. Both trees have one shape; {@code written} is YAML's nodes or the typed tree itself. */
    private static Object asWritten(Object typed, Object written, Count count, int depth) throws Fault {
        count.one(depth);
        if (typed == null) {
            return null;
        }
        if (typed instanceof Map<?, ?> map) {
            var fields = new LinkedHashMap<String, Object>();
            var nodes = written instanceof MappingNode mapping ? mapping.getValue().iterator() : null;
            for (var field : map.entrySet()) {
                var node = nodes == null ? null : nodes.next();
                var key = node != null && node.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : String.valueOf(field.getKey());
                fields.put(storable(key), asWritten(field.getValue(), node == null ? field.getValue() : node.getValueNode(), count, depth + 1));
            }
            return fields;
        }
        if (typed instanceof Iterable<?> list) {
            var items = new ArrayList<>();
            var nodes = written instanceof SequenceNode sequence ? sequence.getValue().iterator() : null;
            for (var item : list) {
                items.add(asWritten(item, nodes == null ? item : nodes.next(), count, depth + 1));
            }
            return items;
        }
        if (written instanceof ScalarNode scalar) {
            return storable(scalar.getValue());
        }
        return storable(String.valueOf(written));
    }

    /** An escape such as {@code "\0"} can smuggle in what the file itself does not hold, and a database refuses; one surrogate without the other is kept by one database and changed by the next. */
    private static String storable(String text) throws Fault {
        if (text.indexOf('\0') >= 0) {
            throw new Fault(1, "import.refused.null");
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new Fault(1, "import.refused.half");
        }
        return text;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            var fields = new LinkedHashMap<String, Object>();
            table.keySet().forEach(key -> fields.put(key, plain(table.get(List.of(key)))));
            return fields;
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(FrontMatter::plain).toList();
        }
        if (value instanceof JsonObject object) {
            var fields = new LinkedHashMap<String, Object>();
            object.forEach((key, member) -> fields.put(key, plain(member)));
            return fields;
        }
        if (value instanceof JsonArray array) {
            var items = new ArrayList<>();
            array.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonValue constant) {
            return constant == JsonValue.NULL ? null : constant == JsonValue.TRUE;
        }
        return value;
    }

    private static String write(Object fields) throws Fault {
        var written = new StringWriter();
        try (var generator = JSON.createGenerator(written)) {
            write(fields, generator, new Count(), 0);
        }
        if (written.getBuffer().length() > MOST_JSON) {
            throw new Fault(1, "import.refused.frontMatter.aliases");
        }
        return written.toString();
    }

    private static void write(Object value, JsonGenerator json, Count count, int depth) throws Fault {
        count.one(depth);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (var field : map.entrySet()) {
                json.writeKey(String.valueOf(field.getKey()));
                write(field.getValue(), json, count, depth + 1);
            }
            json.writeEnd();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (var item : list) {
                write(item, json, count, depth + 1);
            }
            json.writeEnd();
        } else if (value instanceof Boolean truth) {
            json.write(truth);
        } else if (value instanceof Number number && FINITE.matcher(number.toString()).matches()) {
            json.write(new BigDecimal(number.toString()));
        } else {
            json.write(value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString());
        }
    }
}
