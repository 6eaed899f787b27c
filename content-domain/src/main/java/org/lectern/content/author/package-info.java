/** Bylines: who wrote an article, as readers see it. An account signs in; an author is a name on a page, and may have no account. Knows no other feature. */
package org.lectern.content.author;
