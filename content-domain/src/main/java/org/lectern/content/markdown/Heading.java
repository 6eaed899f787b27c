package org.lectern.content.markdown;

/**
 * A heading of a rendered text.
 *
 * @param level 2 to 6
 * @param id    by which {@code #id} leads to it, unique in the text
 */
public record Heading(int level, String id, String text) {
}
