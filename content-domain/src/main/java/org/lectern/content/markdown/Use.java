package org.lectern.content.markdown;

/**
 * A place in a text that leads somewhere else.
 *
 * @param destination as the author wrote it, with escapes and entities resolved; never empty, never a mere {@code #fragment} of the same text
 * @param picture     whether it is to be shown here, not gone to
 * @param alternative the text of the link, or what the picture says to those who do not see it; may be empty
 * @param line        in the source, from 1; 0 where it is not known
 */
public record Use(String destination, boolean picture, String alternative, int line) {
}
