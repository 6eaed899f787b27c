package org.lectern.content.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a form, by position and by name; names in lower case. */
record Arguments(List<String> inOrder, Map<String, String> byName) {

    private static final Pattern ARGUMENT = Pattern.compile(
            "\\s*,?\\s*(?:([\\w.-]+)\\s*[=:]\\s*)?(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|`([^`]*)`|([^\\s,\"'`]+))");

    static Arguments of(String written) {
        var inOrder = new ArrayList<String>();
        var byName = new HashMap<String, String>();
        for (var argument = ARGUMENT.matcher(written); argument.find();) {
            var value = value(argument);
            if (argument.group(1) == null) {
                inOrder.add(value);
            } else {
                byName.putIfAbsent(argument.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Arguments(inOrder, byName);
    }

    private static String value(Matcher argument) {
        var quoted = argument.group(2) != null ? argument.group(2) : argument.group(3);
        if (quoted != null) {
            return quoted.replaceAll("\\\\(.)", "$1");
        }
        return argument.group(4) != null ? argument.group(4) : argument.group(5);
    }

    Optional<String> first() {
        return inOrder.stream().findFirst();
    }

    Optional<String> second() {
        return inOrder.stream().skip(1).findFirst();
    }

    /** The first of these that is given and not blank. */
    Optional<String> named(String... names) {
        return Arrays.stream(names).map(byName::get).filter(value -> value != null && !value.isBlank()).findFirst();
    }
}
