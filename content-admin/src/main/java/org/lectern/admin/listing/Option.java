package org.lectern.admin.listing;

/** One entry of a selection. @param selected "selected", or null */
public record Option(String value, String name, String selected) {

    static Option of(String value, String name, String chosen) {
        return new Option(value, name, value.equals(chosen) ? "selected" : null);
    }
}
