/**
 * What readers may see, in order: which articles carry a tag, how many, and which of them stand on a page. Answers come from memory and cost
 * microseconds; the database is asked only to keep up.
 *
 * <p>Words: a <em>snapshot</em> is one immutable state, under the edition that it shows; <em>archive order</em> is the one order of all lists
 * ({@link org.lectern.content.archive.Entry#ORDER}). A request takes one snapshot and uses it throughout. All lists and counts for readers come
 * from here, so that what is not visible cannot leak into one of them.
 *
 * <p>It is a cache: deleting it loses nothing. It reads the tables of articles and tags by SQL of its own and knows {@code edition} and the root package alone.
 */
package org.lectern.content.archive;
