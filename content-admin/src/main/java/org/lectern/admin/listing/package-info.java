/** The lists of the desk: articles by filter, and what their rows, their sorting and their paging have in common with the other lists. Every state of a list stands in its address. */
package org.lectern.admin.listing;
