/** What a reader gets to see: cards and articles, asked of the archive's snapshot and the database, with every link an address. The one way from stored HTML to a page. */
package org.lectern.content.reading;
