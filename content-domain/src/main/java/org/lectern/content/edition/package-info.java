/**
 * The number of the state that readers should see, the log of what each number changed, and the thread that tells it to whatever is made from the database.
 *
 * <p>Words: an <em>edition</em> is one committed state of all that readers see; a <em>change</em> is one thing that an edition altered; a
 * <em>follower</em> keeps something in memory or on disk that is made from the database (the archive, the search index, finished pages) and is told
 * what was reached; the <em>epoch</em> names one unbroken history and is renewed when a backup is restored.
 *
 * <p>Editions are gapless and in the order of the commits, because the one row that holds the number is taken last and held until the commit.
 * A leaf: of the other features it knows {@code schema} alone, whose end is its start.
 */
package org.lectern.content.edition;
