/**
 * The public addresses: what each asks for, where it has moved to, and what is said when nothing is there.
 *
 * <p>Knows the pages of the public site, which do not know it: it loads the bean of a page and then shows the page's view.
 */
package org.lectern.web.routing;
