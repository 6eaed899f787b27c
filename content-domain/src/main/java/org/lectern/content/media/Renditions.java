package org.lectern.content.media;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the smaller copies of a picture that narrow screens and lists are sent. They are encoded anew from pixels: nothing of the file but its colour profile comes along.
 * PNG, JPEG and still GIF are copied; WebP cannot be read here, an SVG needs no copies, and what moves would stand still.
 *
 * <p>Memory is bounded: one picture is decoded at a time in the whole application, and of a large one only every second or third pixel of every second or third row.
 */
final class Renditions {

    /** Their widths in pixels. A picture gets those that are narrower than itself. */
    static final List<Integer> WIDTHS = List.of(320, 640, 960, 1440);

    /** Of the way in which they are made; where it changes, all are made again. */
    static final int VERSION = 1;

    /** The most pixels that are held at once: 48 MB as most pictures are, 96 MB at worst. */
    private static final long MOST_DECODED = 12_000_000;

    /** A JPEG in several scans is held as a whole by its reader, outside of Java's heap, at up to 6 bytes a pixel. */
    private static final long MOST_IN_SCANS = 25_000_000;

    private static final Set<String> PNG_COLOURS = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP");
    private static final float JPEG_QUALITY = 0.82f;
    private static final int PNG_HEAD = 33;

    private Renditions() {
    }

    /** Whether copies of such a picture can be made at all. */
    static boolean arePossible(Picture picture) {
        return picture.width() > WIDTHS.get(0) && switch (picture.type()) {
            case PNG, GIF -> true;
            case JPEG -> (long) picture.width() * picture.height() <= MOST_IN_SCANS || !PictureBytes.hasSeveralScans(picture.bytes());
            case WEBP, SVG -> false;
        };
    }

    /** The copies of a picture, the widest first; fewer or none where they would be no lighter than the picture, or where its pixels cannot be read. */
    static synchronized List<Rendition> of(Picture picture) {
        if (!arePossible(picture)) {
            return List.of();
        }
        try {
            return made(picture);
        } catch (IOException | RuntimeException unreadable) {
            return List.of();       // readers are sent the picture itself: their browsers may know how to read it
        }
    }

    private static List<Rendition> made(Picture picture) throws IOException {
        var decoded = decode(picture);
        if (decoded == null) {
            return List.of();
        }
        var widest = picture.isTurned() ? decoded.getHeight() : decoded.getWidth();
        var gray = decoded.getRaster().getNumBands() < 3 && !(decoded.getColorModel() instanceof IndexColorModel);
        var type = picture.type() == PictureType.JPEG ? PictureType.JPEG : PictureType.PNG;
        var made = new ArrayList<Rendition>();
        Raster pixels = null;
        for (var at = WIDTHS.size() - 1; at >= 0; at--) {
            int width = WIDTHS.get(at);
            if (width >= picture.width() || width > widest) {
                continue;
            }
            var height = Math.max(1, Math.round((float) picture.height() * width / picture.width()));
            pixels = pixels == null ? first(decoded, picture, width, height) : pixels.scaled(width, height);
            var bytes = encoded(pixels, type, gray, colours(picture, gray));
            if (bytes.length < picture.bytes().length) {
                made.add(new Rendition(type, width, height, bytes));
            }
        }
        return made;
    }

    private static Raster first(BufferedImage decoded, Picture picture, int width, int height) {
        return Raster.scaled(Raster.rows(decoded), decoded.getWidth(), decoded.getHeight(), picture.isTurned() ? height : width, picture.isTurned() ? width : height).upright(picture.orientation());
    }

    /** The pixels, or every n-th of every n-th row where there are many; null if the picture moves, or is not as large as its head says. */
    private static BufferedImage decode(Picture picture) throws IOException {
        if (picture.type() == PictureType.PNG && PictureBytes.pngChunks(picture.bytes(), Set.of("acTL")).length > 0) {
            return null;
        }
        var reader = ImageIO.getImageReadersByMIMEType(picture.type().mediaType()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            reader.setInput(in, false, true);
            if (picture.type() == PictureType.GIF && reader.getNumImages(true) != 1 || !isAsItsHeadSays(reader, picture)) {
                return null;
            }
            var decoding = reader.getDefaultReadParam();
            var step = step(picture);
            decoding.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, decoding);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isAsItsHeadSays(ImageReader reader, Picture picture) throws IOException {
        return reader.getWidth(0) == (picture.isTurned() ? picture.height() : picture.width()) && reader.getHeight(0) == (picture.isTurned() ? picture.width() : picture.height());
    }

    private static int step(Picture picture) {
        return Math.max(1, (int) Math.ceil(Math.sqrt((double) picture.width() * picture.height() / MOST_DECODED)));
    }

    /** The segments that say what the numbers of the pixels mean, to be taken over as they are. Those of a gray picture say it of one channel; such a picture does without. */
    private static byte[] colours(Picture picture, boolean gray) {
        return gray ? new byte[0] : switch (picture.type()) {
            case PNG -> PictureBytes.pngChunks(picture.bytes(), PNG_COLOURS);
            case JPEG -> PictureBytes.jpegProfile(picture.bytes());
            default -> new byte[0];
        };
    }

    private static byte[] encoded(Raster pixels, PictureType type, boolean gray, byte[] colours) throws IOException {
        var clear = pixels.isClear();
        var image = new BufferedImage(pixels.width(), pixels.height(), clear ? BufferedImage.TYPE_INT_ARGB : gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (gray && !clear) {
            image.getRaster().setPixels(0, 0, pixels.width(), pixels.height(), Arrays.stream(pixels.argb()).map(pixel -> pixel & 0xFF).toArray());
        } else {
            image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), pixels.argb());
        }
        var writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var encoding = writer.getDefaultWriteParam();
            if (type == PictureType.JPEG) {
                encoding.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                encoding.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), encoding);
        } finally {
            writer.dispose();
        }
        return withColours(bytes.toByteArray(), type, colours);
    }

    /** Behind the head of the file, where both formats want them. */
    private static byte[] withColours(byte[] encoded, PictureType type, byte[] colours) {
        var head = type == PictureType.PNG ? PNG_HEAD : 4 + ((encoded[4] & 0xFF) << 8 | encoded[5] & 0xFF);
        var out = new ByteArrayOutputStream(encoded.length + colours.length);
        out.write(encoded, 0, head);
        out.writeBytes(colours);
        out.write(encoded, head, encoded.length - head);
        return out.toByteArray();
    }
}
