package org.lectern.content.importing;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

import org.lectern.content.JsonText;

/**
 * The fields of front matter, whichever language they were written in, within {@value #NODES} nodes after aliases are expanded, {@value #DEPTH} levels and
 * {@value #MOST_JSON} characters of JSON.
 *
 * @param asWritten maps, lists and texts; scalars as they were written ({@code 3.10} stays {@code 3.10}), since a tag or title may look like a number
 * @param json      the text of a JSON object, which keeps their types
 */
record Fields(Map<String, Object> asWritten, String json) {

    static final Fields NONE = new Fields(Map.of(), "{}");

    private static final int NODES = 20_000;
    private static final int DEPTH = 50;
    /** In characters; what is longer is kept as text. */
    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_JSON = 1 << 20;
    private static final Pattern FINITE = Pattern.compile("[-+0-9.eE]+");

    /** Of YAML: {@code typed} tells what its scalars mean, {@code written} how they were written. Both trees have one shape. */
    static Fields of(Map<?, ?> typed, Node written) throws Fault {
        return new Fields(fields(asWritten(typed, written, new Count(), 0)), write(typed));
    }

    static Fields of(TomlTable table) throws Fault {
        return of(plain(table));
    }

    static Fields of(JsonObject object) throws Fault {
        return of(plain(object));
    }

    private static Fields of(Object plain) throws Fault {
        return new Fields(fields(asWritten(plain, plain, new Count(), 0)), write(plain));
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
            return array.toList().stream().map(Fields::plain).toList();
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
        try (var generator = JsonText.generator(written)) {
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
        } else if (value instanceof Number number && number.toString().length() <= LONGEST_NUMBER && FINITE.matcher(number.toString()).matches()) {
            json.write(new BigDecimal(number.toString()));
        } else {
            json.write(value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString());
        }
    }
}
