package org.lectern.content.edition;

/** A point in the history of what readers see. Two states can be compared by number only where their epochs are equal. @param stamp a number at random: another history may have the same numbers, but not the same stamps */
public record State(long edition, String epoch, long stamp) {
}
