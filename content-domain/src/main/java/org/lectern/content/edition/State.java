package org.lectern.content.edition;

/** A point in the history of what readers see. Two states can be compared by number only where their epochs are equal. */
public record State(long edition, String epoch) {
}
