package org.lectern.content.article;

/** How many articles stand there. */
public record StatusCount(Status status, Long articles) {
}
