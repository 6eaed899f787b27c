package org.lectern.content.importing;

/**
 * Something that the author of a file has written, and where.
 *
 * @param line of the file, from 1: that of its field; 0 if it follows from the file as a whole, such as its name
 */
public record Written(String text, int line) {
}
