/** What a reader gets to see: cards and articles, asked of the archive's snapshot and the database, with every link an address, or ready to become one ({@link org.lectern.content.reading.Reading#excerpt}). The one way from stored HTML to a page. */
package org.lectern.content.reading;
