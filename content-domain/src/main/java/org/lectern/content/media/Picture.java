package org.lectern.content.media;

import java.util.Arrays;
import java.util.Locale;

import org.apache.tika.Tika;
import org.lectern.content.Refusal;

/**
 * A picture that may be shown: of a known type, within bounds, and without the place, person and device that its file may have told.
 * Cleaning drops whole metadata segments and touches no pixel; an orientation stays, in a record of its own, since browsers turn the picture by it.
 *
 * @param width in pixels as shown, after it was turned; 0 where an SVG gives none
 * @param height likewise
 * @param orientation how it has to be turned to be shown, 1 to 8 as Exif counts; 1 is upright
 * @param bytes the cleaned file
 */
public record Picture(PictureType type, int width, int height, int orientation, byte[] bytes) {

    /** The longest side, in pixels. */
    public static final int LONGEST_SIDE = 20_000;

    /** The most pixels in one picture. */
    public static final long MOST_PIXELS = 60_000_000;

    private static final Tika TIKA = new Tika();

    /**
     * Judges a file by its content.
     *
     * @param name for people, in refusals
     * @throws Refusal if it is no picture of a {@link PictureType}, damaged, or too large in pixels; its bytes may be of any size, which is the caller's to bound
     */
    public static Picture check(String name, byte[] bytes) {
        Cleaned cleaned;
        PictureType type;
        try {
            type = type(name, bytes);
            cleaned = switch (type) {
                case PNG -> PictureBytes.png(bytes);
                case JPEG -> PictureBytes.jpeg(bytes);
                case GIF -> PictureBytes.gif(bytes);
                case WEBP -> PictureBytes.webp(bytes);
                case SVG -> SvgBytes.svg(bytes);
            };
        } catch (DamagedPicture | IndexOutOfBoundsException e) {
            throw new Refusal("picture.damaged", name);
        }
        if (type != PictureType.SVG && (cleaned.width() <= 0 || cleaned.height() <= 0)) {
            throw new Refusal("picture.damaged", name);
        }
        if (Math.max(cleaned.width(), cleaned.height()) > LONGEST_SIDE || (long) cleaned.width() * cleaned.height() > MOST_PIXELS) {
            throw new Refusal("picture.pixels", name, cleaned.width(), cleaned.height(), LONGEST_SIDE, MOST_PIXELS / 1_000_000);
        }
        return cleaned.isTurned() ? new Picture(type, cleaned.height(), cleaned.width(), cleaned.orientation(), cleaned.bytes())
                : new Picture(type, cleaned.width(), cleaned.height(), cleaned.orientation(), cleaned.bytes());
    }

    /** Whether it is stored lying on its side. */
    boolean isTurned() {
        return orientation > 4;
    }

    private static PictureType type(String name, byte[] bytes) throws DamagedPicture {
        if (bytes.length == 0) {
            throw new Refusal("picture.empty", name);
        }
        var found = TIKA.detect(bytes).toLowerCase(Locale.ROOT);
        for (var type : PictureType.values()) {
            if (type.mediaType().equals(found)) {
                return type;
            }
        }
        if ((found.startsWith("text/") || found.endsWith("xml")) && SvgBytes.isSvg(bytes)) {
            return PictureType.SVG;
        }
        throw new Refusal("picture.type", name, found);
    }

    /** By content, as a value should. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && type == picture.type && width == picture.width && height == picture.height && orientation == picture.orientation && Arrays.equals(bytes, picture.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type + " " + width + "×" + height + ", " + bytes.length + " bytes";
    }
}
