package org.lectern.web.card;

import java.util.List;

/**
 * Articles in a list, as their page writes them.
 *
 * @param pieces what it writes, in UTF-8
 * @param lasting whether its excerpts say the same until its articles change: nothing in them leads to others or shows a picture of this site
 * @param signed whether an author is named in it
 */
public record CardList(List<byte[]> pieces, boolean lasting, boolean signed) {
}
