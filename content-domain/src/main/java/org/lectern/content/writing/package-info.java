/**
 * What staff do to articles, from the blank page to the published article and back: {@link Writing}, {@link Reviewing}, {@link History}, {@link Autosaves},
 * {@link Previews}. It stands above {@code article}, whose entity keeps the rules of its life, and knows no screen.
 */
package org.lectern.content.writing;
