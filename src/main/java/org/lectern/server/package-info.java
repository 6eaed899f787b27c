/**
 * What stands around the pages: the filters that every request passes (declared in {@code web.xml}, whose order counts), signing in and out, who asks
 * ({@link org.lectern.server.Actors}), error pages, the one JAX-RS application and its way of saying no, and what the health checks answer. Knows the
 * domain and no page.
 */
package org.lectern.server;
