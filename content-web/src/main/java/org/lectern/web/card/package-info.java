/** Articles in lists: how one is written there, its tags, and what is kept of that. */
package org.lectern.web.card;
