package org.lectern.admin.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a list in one state: below the context root, with the fields of its form as a query. Empty fields stay out of it. */
public final class ListAddress {

    private final String path;
    private final Map<String, String> fields;

    public ListAddress(String path) {
        this(path, Map.of());
    }

    private ListAddress(String path, Map<String, String> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** This state with another value of one field. @param value empty for none */
    public ListAddress with(String field, String value) {
        var changed = new LinkedHashMap<>(fields);
        if (value.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new ListAddress(path, changed);
    }

    /** @param number from 1 */
    public String page(int number) {
        return with("page", number == 1 ? "" : Integer.toString(number)).toString();
    }

    @Override
    public String toString() {
        return path + (fields.isEmpty() ? "" : "?" + fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
