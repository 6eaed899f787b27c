package org.lectern.admin.listing;

/**
 * The head of a column that a list can be sorted by: a link that sorts by it, or the other way round.
 *
 * @param arrow how it is sorted by now; empty if by another column
 * @param state the same in words
 */
public record SortLink(String name, String address, String arrow, String state) {

    /** @param address of the list, unpaged; @param key of the column; @param downFirst whether the first click sorts from high to low */
    public static SortLink of(String name, ListAddress address, String key, boolean current, boolean descending, boolean downFirst, String state) {
        var down = current ? !descending : downFirst;
        return new SortLink(name, address.with("page", "").with("sort", key).with("order", down ? "desc" : "asc").toString(), current ? descending ? "↓" : "↑" : "", current ? state : "");
    }
}
