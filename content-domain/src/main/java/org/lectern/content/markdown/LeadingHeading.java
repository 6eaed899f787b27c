package org.lectern.content.markdown;

/**
 * A heading that is the first block of a text.
 *
 * @param level         1 to 6, as written
 * @param text          without markup
 * @param sourceWithout the source without this heading
 */
public record LeadingHeading(int level, String text, String sourceWithout) {
}
