/** Tags at the desk: the list with its counts, and the page of one tag from which it is renamed, described, given articles to start with, and deleted. */
package org.lectern.admin.tag;
