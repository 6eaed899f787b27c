package org.lectern.content.edition;

/** A transaction of this node ends with this edition. Observe it after its success; before, it may still be rolled back. */
public record EditionAdvanced(long number) {
}
