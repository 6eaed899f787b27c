package org.lectern.web.card;

import java.util.List;

/**
 * Articles in a list, as their page writes them.
 *
 * @param pieces what it writes, in UTF-8
 * @param lasting whether it says the same until one of its articles changes, or the name of a tag: nothing in it leads to other articles
 * @param signed whether an author is named in it
 */
public record CardList(List<byte[]> pieces, boolean lasting, boolean signed) {
}
