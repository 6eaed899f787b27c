package org.lectern.content.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.json.stream.JsonParsingException;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.tomlj.Toml;

import org.lectern.content.JsonText;

/**
 * Finds the front matter of a file, YAML between {@code ---}, TOML between {@code +++}, what Eleventy names behind the first fence ({@code ---json}), or a JSON object,
 * and reads it. YAML is read without types beyond the core schema, with at most {@value #ALIASES} aliases of collections. A fault is told with the line of the file.
 */
final class FrontMatterParser {

    private static final int ALIASES = 20;
    private static final int CHARACTERS = 1 << 18;
    private static final Pattern JSON_FOLLOWS = Pattern.compile("\\{\\s*[\"}]");
    private static final Pattern END_OF_TOML = Pattern.compile("\\+\\+\\+\\s*");
    private static final Pattern END_OF_OTHERS = Pattern.compile("(---|\\.\\.\\.)\\s*");
    private static final Pattern KEY_FOLLOWS = Pattern.compile("\\s*[\\w\"'-]+\\s*[:=].*");

    /** Reads what stands between two fences. */
    private interface Language {
        Fields read(String inside) throws Fault;
    }

    private static final Map<String, Language> LANGUAGES = Map.of("---", FrontMatterParser::yaml, "---yaml", FrontMatterParser::yaml, "---yml", FrontMatterParser::yaml,
            "---json", FrontMatterParser::json, "---toml", FrontMatterParser::toml, "+++", FrontMatterParser::toml);

    private FrontMatterParser() {
    }

    /** The front matter of a file whose lines end in {@code \n}; empty if it has none. */
    static Optional<FrontMatter> parse(String text) throws Fault {
        try {
            if (text.startsWith("---") || text.startsWith("+++")) {
                return fenced(text);
            }
            return JSON_FOLLOWS.matcher(text).lookingAt() ? object(text) : Optional.empty();
        } catch (StackOverflowError e) {        // brackets within brackets: the parsers recurse
            throw new Fault(1, "import.refused.frontMatter.deep");
        }
    }

    private static Optional<FrontMatter> fenced(String text) throws Fault {
        var lines = text.split("\n", -1);
        var language = LANGUAGES.get(lines[0].stripTrailing());
        if (language == null) {
            return Optional.empty();
        }
        var ending = text.startsWith("+++") ? END_OF_TOML : END_OF_OTHERS;
        for (int end = 1; end < lines.length; end++) {
            if (ending.matcher(lines[end]).matches()) {
                var block = String.join("\n", List.of(lines).subList(0, end));
                var inside = end == 1 ? "" : block.substring(block.indexOf('\n') + 1);
                var body = String.join("\n", List.of(lines).subList(end + 1, lines.length));
                if (block.length() > CHARACTERS) {
                    throw new Fault(1, "import.refused.frontMatter.long", CHARACTERS);
                }
                return Optional.of(new FrontMatter(language.read(inside), block, body, end + 2));
            }
        }
        var opening = lines[0].stripTrailing();
        if (opening.length() > 3 || lines.length > 1 && KEY_FOLLOWS.matcher(lines[1]).matches()) {
            throw new Fault(1, "import.refused.frontMatter.open", opening, opening.substring(0, 3));
        }
        return Optional.empty();
    }

    private static Fields yaml(String inside) throws Fault {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).setCodePointLimit(CHARACTERS).setAllowDuplicateKeys(false).setAllowRecursiveKeys(false);
        try {
            var core = settings.setSchema(new CoreSchema()).build();
            var typed = new Load(core).loadFromString(inside);
            var written = new Compose(core).composeString(inside);
            if (typed == null) {
                return Fields.NONE;
            }
            if (!(typed instanceof Map<?, ?> map)) {
                throw new Fault(2, "import.refused.frontMatter.noFields");
            }
            return Fields.of(map, written.orElseThrow());
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            throw new Fault(line, "import.refused.frontMatter.yaml", e.getProblem() == null ? e.getContext() : e.getProblem());
        } catch (YamlEngineException e) {
            throw new Fault(1, "import.refused.frontMatter.yaml", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Fields toml(String inside) throws Fault {
        var result = Toml.parse(inside);
        if (result.hasErrors()) {
            var first = result.errors().get(0);
            throw new Fault(first.position().line() + 1, "import.refused.frontMatter.toml", String.valueOf(first.getMessage()));
        }
        return Fields.of(result);
    }

    private static Fields json(String inside) throws Fault {
        return json(inside, 2);
    }

    /** @param firstLine the line of the file at which it begins */
    private static Fields json(String object, int firstLine) throws Fault {
        try {
            return Fields.of(JsonText.read(object));
        } catch (JsonParsingException e) {
            throw new Fault((int) Math.max(1, e.getLocation().getLineNumber() + firstLine - 1), "import.refused.frontMatter.json", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {              // the reader's own bound on nesting is no JsonException
            throw new Fault(1, "import.refused.frontMatter.json", String.valueOf(e.getMessage()));
        }
    }

    /** A JSON object without fences around it. */
    private static Optional<FrontMatter> object(String text) throws Fault {
        var end = endOfObject(text);
        var block = text.substring(0, end);
        if (block.length() > CHARACTERS) {
            throw new Fault(1, "import.refused.frontMatter.long", CHARACTERS);
        }
        var fields = json(block, 1);
        var rest = text.substring(end).replaceFirst("\\A[ \t]*\n?", "");
        var bodyLine = 1 + (int) text.substring(0, text.length() - rest.length()).chars().filter(letter -> letter == '\n').count();
        return Optional.of(new FrontMatter(fields, block, rest, bodyLine));
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
}
