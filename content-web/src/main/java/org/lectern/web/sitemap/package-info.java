/** What search engines may find: the list of all pages that are worth indexing, by the <a href="https://www.sitemaps.org/protocol.html">sitemap protocol</a>. */
package org.lectern.web.sitemap;
