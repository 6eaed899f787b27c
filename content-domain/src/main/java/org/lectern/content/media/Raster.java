package org.lectern.content.media;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** Pixels in rows, each as alpha, red, green and blue in one number, not multiplied by alpha. The numbers are those of the file: what colours they mean, its profile says. */
record Raster(int width, int height, int[] argb) {

    /** Writes one row of something that is not held as numbers of this kind. */
    @FunctionalInterface
    interface Rows {
        void read(int y, int[] argb);
    }

    /** The rows of a decoded picture. */
    static Rows rows(BufferedImage image) {
        var raster = image.getRaster();
        var bands = raster.getNumBands();
        var most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        var palette = image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
        var samples = new int[image.getWidth() * bands];
        return (y, row) -> {
            raster.getPixels(0, y, image.getWidth(), 1, samples);
            for (int x = 0, at = 0; x < image.getWidth(); x++, at += bands) {
                if (palette != null) {
                    row[x] = palette.getRGB(samples[at]);
                } else {
                    var red = samples[at] * 255 / most;
                    var alpha = bands % 2 == 0 ? samples[at + bands - 1] * 255 / most : 255;
                    row[x] = alpha << 24 | red << 16 | (bands < 3 ? red << 8 | red : samples[at + 1] * 255 / most << 8 | samples[at + 2] * 255 / most);
                }
            }
        };
    }

    /** Each pixel is the mean of those that it covers, by how much it covers of each and by how opaque they are. Only for making something smaller. */
    static Raster scaled(Rows rows, int width, int height, int toWidth, int toHeight) {
        var made = new int[toWidth * toHeight];
        var row = new int[width];
        var sums = new float[toWidth * 4];
        var covered = (float) ((double) width / toWidth * height / toHeight);
        for (var y = 0; y < toHeight; y++) {
            Arrays.fill(sums, 0);
            var top = (double) y * height / toHeight;
            var bottom = (double) (y + 1) * height / toHeight;
            for (var from = (int) top; from < bottom && from < height; from++) {
                rows.read(from, row);
                add(row, (float) (Math.min(from + 1, bottom) - Math.max(from, top)), sums, toWidth);
            }
            for (var x = 0; x < toWidth; x++) {
                made[y * toWidth + x] = mean(sums, 4 * x, covered);
            }
        }
        return new Raster(toWidth, toHeight, made);
    }

    Raster scaled(int toWidth, int toHeight) {
        return scaled((y, row) -> System.arraycopy(argb, y * width, row, 0, width), width, height, toWidth, toHeight);
    }

    private static void add(int[] row, float share, float[] sums, int toWidth) {
        var step = (double) row.length / toWidth;
        for (var x = 0; x < toWidth; x++) {
            var left = x * step;
            var right = Math.min(row.length, (x + 1) * step);
            for (var from = (int) left; from < right; from++) {
                var pixel = row[from];
                var opaque = share * (float) (Math.min(from + 1, right) - Math.max(from, left)) * (pixel >>> 24);
                sums[4 * x] += opaque;
                sums[4 * x + 1] += opaque * (pixel >> 16 & 0xFF);
                sums[4 * x + 2] += opaque * (pixel >> 8 & 0xFF);
                sums[4 * x + 3] += opaque * (pixel & 0xFF);
            }
        }
    }

    private static int mean(float[] sums, int at, float covered) {
        var opaque = sums[at];
        return opaque == 0 ? 0 : level(opaque / covered) << 24 | level(sums[at + 1] / opaque) << 16 | level(sums[at + 2] / opaque) << 8 | level(sums[at + 3] / opaque);
    }

    private static int level(float value) {
        return Math.min(255, Math.round(value));
    }

    /** Turned as Exif counts orientations, so that what was stored so stands upright. */
    Raster upright(int orientation) {
        if (orientation == 1) {
            return this;
        }
        var turned = orientation > 4;
        var made = new Raster(turned ? height : width, turned ? width : height, new int[argb.length]);
        for (var y = 0; y < made.height; y++) {
            for (var x = 0; x < made.width; x++) {
                made.argb[y * made.width + x] = switch (orientation) {
                    case 2 -> at(width - 1 - x, y);
                    case 3 -> at(width - 1 - x, height - 1 - y);
                    case 4 -> at(x, height - 1 - y);
                    case 5 -> at(y, x);
                    case 6 -> at(y, height - 1 - x);
                    case 7 -> at(width - 1 - y, height - 1 - x);
                    default -> at(width - 1 - y, x);
                };
            }
        }
        return made;
    }

    private int at(int x, int y) {
        return argb[y * width + x];
    }

    /** Whether the ground shows through anywhere. */
    boolean isClear() {
        return Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 != 255);
    }
}
