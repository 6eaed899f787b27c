/** The pages about articles: the newest of all, and one as a whole. */
package org.lectern.web.article;
