package org.lectern.content.archive;

/**
 * Where a snapshot stands among all that this node has shown. Two of one edition differ if an article has expired between them, or a backup was restored.
 *
 * @param edition  that it shows at least
 * @param number   counts the snapshots of this node
 * @param hidingAt the number of the last snapshot that something left which readers had seen until then
 */
public record Point(long edition, long number, long hidingAt) {

    /** Where nothing is shown yet. */
    public static final Point NONE = new Point(0, 0, 0);

    Point next(long newEdition, boolean hides) {
        return new Point(newEdition, number + 1, hides ? number + 1 : hidingAt);
    }

    /** Whether nothing has been hidden since this earlier point, so that what was made at it may be seen still. */
    public boolean allows(Point earlier) {
        return earlier.number >= hidingAt;
    }
}
