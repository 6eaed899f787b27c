package org.lectern.content.markdown;

/**
 * The heading that a text begins with.
 *
 * @param level     1 to 6, as written
 * @param text      without markup
 * @param firstLine in the text, from 0
 * @param lastLine  likewise, included
 */
public record LeadingHeading(int level, String text, int firstLine, int lastLine) {
}
