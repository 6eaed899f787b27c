/**
 * Finished pages, kept as bytes and sent again as long as they are true.
 *
 * <p>Words: a page is <em>offered</em> by whoever makes it, under the one address where it lives and the point of the archive that it shows; it is <em>current</em>
 * as long as the archive stands at that point, and <em>stale</em> afterwards, unless its <em>basis</em>, what it was made of, is found the same again. Knows no page; whatever makes one may know it.
 */
package org.lectern.web.cache;
