package org.lectern.content.article;

/** How many articles write a tag like this. */
public record Spelling(String spelling, Long uses) {
}
