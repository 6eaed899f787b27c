package org.lectern.content.importing;

import org.lectern.content.settings.Settings;

/**
 * How much of a source is read at most. What exceeds a bound on the whole refuses the whole; what exceeds one on a single file refuses that file.
 *
 * @param archiveBytes bytes of a zip as sent
 * @param entries files and folders in it
 * @param ratio how many times larger than the zip its articles and pictures may be together, once they exceed {@value #RATIO_MATTERS_FROM} bytes
 * @param totalBytes bytes of all articles and pictures, expanded
 * @param depth folders above a file
 * @param pathLength UTF-16 units of a path
 * @param articleBytes bytes of one Markdown file
 * @param pictureBytes bytes of one picture
 */
public record Bounds(long archiveBytes, int entries, int ratio, long totalBytes, int depth, int pathLength, int articleBytes, int pictureBytes) {

    static final long RATIO_MATTERS_FROM = 16L << 20;

    /** 512 MiB of zip, 50,000 entries, 1 GiB expanded and at most 50-fold, 20 folders deep, paths of 400, articles of 2 MiB, pictures of 20 MiB. */
    public static final Bounds SAFE = new Bounds(512L << 20, 50_000, 50, 1L << 30, 20, 400, 2 << 20, 20 << 20);

    public Bounds {
        if (archiveBytes <= 0 || entries <= 0 || ratio <= 0 || totalBytes <= 0 || depth < 0 || pathLength <= 0 || articleBytes <= 0 || pictureBytes <= 0) {
            throw new IllegalArgumentException("A bound must be positive");
        }
    }

    /** The bounds that an operations team has set. */
    public static Bounds of(Settings settings) {
        return new Bounds((long) settings.importArchiveMegabytes() << 20, settings.importEntries(), settings.importRatio(), (long) settings.importTotalMegabytes() << 20,
                settings.importDepth(), settings.importPathLength(), settings.importArticleMegabytes() << 20, settings.importPictureMegabytes() << 20);
    }
}
