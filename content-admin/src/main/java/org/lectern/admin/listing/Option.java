package org.lectern.admin.listing;

/** One entry of a selection. */
public record Option(String value, String name, boolean selected) {

    static Option of(String value, String name, String chosen) {
        return new Option(value, name, value.equals(chosen));
    }
}
