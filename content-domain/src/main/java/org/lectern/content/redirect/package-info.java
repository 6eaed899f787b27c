/** Old addresses. Each leads to an article or a tag, never to another address, so that chains cannot grow and a rename back never loops. A live page always goes first. Takes values, knows no other feature. */
package org.lectern.content.redirect;
