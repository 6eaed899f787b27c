/** The pages of those whose names stand under articles. */
package org.lectern.web.author;
