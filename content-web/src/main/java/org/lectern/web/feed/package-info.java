/**
 * What feed readers subscribe to: the newest articles of the site, of a tag, or of an expression of tags, as RSS 2.0, Atom 1.0 and JSON Feed 1.1.
 *
 * <p>Which articles, the archive says; a feed is made of them and then written in one of the formats. Knows {@code tag} and {@code site}.
 */
package org.lectern.web.feed;
