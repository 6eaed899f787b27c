package org.lectern.content.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks through the segments of PNG, JPEG, GIF and WebP files: finds the size in pixels and leaves out metadata and whatever follows the picture's end,
 * without decoding a pixel; a file that holds none is damaged. What is needed to show the picture right stays: colour profile, gamma, transparency, animation, orientation.
 */
final class PictureBytes {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PNG_KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "pHYs", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT");
    private static final Set<String> WEBP_KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> WEBP_PIXELS = Set.of("VP8 ", "VP8L", "ANMF");
    private static final Set<String> GIF_APPLICATIONS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private PictureBytes() {
    }

    static Cleaned png(byte[] bytes) throws DamagedPicture {
        demand(bytes.length > 33 && Arrays.equals(bytes, 0, 8, PNG_SIGNATURE, 0, 8) && name(bytes, 12).equals("IHDR"));
        var in = ByteBuffer.wrap(bytes);
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        var orientation = 1;
        var pictured = false;
        for (int at = 8, length;; at += 12 + length) {
            demand(at + 12 <= bytes.length);
            length = in.getInt(at);
            demand(length >= 0 && length <= bytes.length - at - 12);
            var name = name(bytes, at + 4);
            if (PNG_KEPT.contains(name)) {
                out.write(bytes, at, 12 + length);
            } else if (name.equals("eXIf")) {
                orientation = orientation(bytes, at + 8, length);
                writePngExif(out, orientation);
            }
            pictured |= name.equals("IDAT") && length > 0;
            if (name.equals("IEND")) {
                demand(pictured);
                return new Cleaned(in.getInt(16), in.getInt(20), orientation, out.toByteArray());
            }
        }
    }

    static Cleaned jpeg(byte[] bytes) throws DamagedPicture {
        demand(bytes.length > 4 && unsigned(bytes, 0, 2) == 0xFFD8);
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 2);
        var width = 0;
        var height = 0;
        var orientation = 1;
        var pictured = false;
        for (int at = 2; at < bytes.length;) {
            demand((bytes[at] & 0xFF) == 0xFF);
            while (at + 1 < bytes.length && (bytes[at + 1] & 0xFF) == 0xFF) {
                at++;                                               // fill bytes
            }
            demand(at + 1 < bytes.length);
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xD9) {
                break;                                              // end of image; what follows is not the picture
            }
            demand(marker != 0 && (marker < 0xD0 || marker > 0xD8) && at + 4 <= bytes.length);
            var length = unsigned(bytes, at + 2, 2);
            demand(length >= 2 && at + 2 + length <= bytes.length);
            var isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (isFrame) {
                demand(length >= 8 && width == 0);
                height = unsigned(bytes, at + 5, 2);
                width = unsigned(bytes, at + 7, 2);
            }
            if (marker == 0xE1 && startsWith(bytes, at + 4, EXIF)) {
                orientation = orientation(bytes, at + 10, length - 8);
                writeJpegExif(out, orientation);
            } else if (isKept(bytes, at, marker)) {
                out.write(bytes, at, 2 + length);
            }
            at += 2 + length;
            if (marker == 0xDA) {
                var end = endOfScan(bytes, at);
                pictured |= width > 0 && end > at;
                out.write(bytes, at, end - at);
                at = end;
            }
        }
        demand(pictured);
        out.write(0xFF);
        out.write(0xD9);
        return new Cleaned(width, height, orientation, out.toByteArray());
    }

    /** Frames, tables and scans; of the segments of applications JFIF's, the colour profile and Adobe's colour transform. */
    private static boolean isKept(byte[] bytes, int at, int marker) {
        return switch (marker) {
            case 0xE0 -> startsWith(bytes, at + 4, "JFIF\0".getBytes(StandardCharsets.ISO_8859_1));
            case 0xE2 -> startsWith(bytes, at + 4, "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
            case 0xEE -> startsWith(bytes, at + 4, "Adobe".getBytes(StandardCharsets.ISO_8859_1));
            default -> marker >= 0xC0 && marker <= 0xDF;
        };
    }

    private static int endOfScan(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            var next = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        return bytes.length;
    }

    static Cleaned gif(byte[] bytes) throws DamagedPicture {
        demand(bytes.length > 13);
        var out = new ByteArrayOutputStream(bytes.length);
        var at = 13 + colourTable(bytes[10]);
        demand(at < bytes.length);
        out.write(bytes, 0, at);
        var pictured = false;
        while (at < bytes.length && bytes[at] != 0x3B) {
            int start = at;
            var kept = true;
            if (bytes[at] == 0x2C) {
                pictured = true;
                at += 10 + colourTable(bytes[at + 9]) + 1;
            } else {
                demand(bytes[at] == 0x21);
                var label = bytes[at + 1] & 0xFF;
                kept = label == 0xF9 || label == 0xFF && bytes[at + 2] == 11 && GIF_APPLICATIONS.contains(new String(bytes, at + 3, 11, StandardCharsets.ISO_8859_1));
                at += 2;
            }
            while (bytes[at] != 0) {
                at += 1 + (bytes[at] & 0xFF);
            }
            at++;
            if (kept) {
                out.write(bytes, start, at - start);
            }
        }
        demand(pictured);
        out.write(0x3B);
        var size = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Cleaned(size.getShort(6) & 0xFFFF, size.getShort(8) & 0xFFFF, 1, out.toByteArray());
    }

    private static int colourTable(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    static Cleaned webp(byte[] bytes) throws DamagedPicture {
        demand(bytes.length > 29 && name(bytes, 0).equals("RIFF") && name(bytes, 8).equals("WEBP"));
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var end = Math.min(bytes.length, 8L + (in.getInt(4) & 0xFFFFFFFFL));
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 12);
        var width = 0;
        var height = 0;
        var extended = -1;
        var orientation = 1;
        var pictured = false;
        for (int at = 12, length; at + 8 <= end; at += 8 + length + (length & 1)) {
            length = in.getInt(at + 4);
            demand(length >= 0 && length <= end - at - 8);
            var data = at + 8;
            var name = name(bytes, at);
            switch (name) {
                case "VP8X" -> {
                    extended = out.size() + 8;
                    width = 1 + (in.getInt(data + 4) & 0xFFFFFF);
                    height = 1 + (in.getInt(data + 6) >>> 8);
                }
                case "VP8 " -> {
                    if (width == 0) {
                        width = in.getShort(data + 6) & 0x3FFF;
                        height = in.getShort(data + 8) & 0x3FFF;
                    }
                }
                case "VP8L" -> {
                    if (width == 0) {
                        width = 1 + (in.getInt(data + 1) & 0x3FFF);
                        height = 1 + (in.getInt(data + 1) >>> 14 & 0x3FFF);
                    }
                }
                case "EXIF" -> {
                    var skipped = startsWith(bytes, data, EXIF) ? EXIF.length : 0;
                    orientation = orientation(bytes, data + skipped, length - skipped);
                }
                default -> { }
            }
            pictured |= WEBP_PIXELS.contains(name) && length > 0;
            if (WEBP_KEPT.contains(name)) {
                out.write(bytes, at, 8 + length);
                if ((length & 1) == 1) {
                    out.write(0);
                }
            }
        }
        demand(pictured);
        var keepsExif = extended >= 0 && orientation != 1;
        if (keepsExif) {
            var exif = tiff(orientation);
            out.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(exif.length).array());
            out.writeBytes(exif);
        }
        var cleaned = out.toByteArray();
        ByteBuffer.wrap(cleaned).order(ByteOrder.LITTLE_ENDIAN).putInt(4, cleaned.length - 8);
        if (extended >= 0) {
            cleaned[extended] = (byte) (cleaned[extended] & ~0x0C | (keepsExif ? 0x08 : 0));
        }
        return new Cleaned(width, height, keepsExif ? orientation : 1, cleaned);
    }

    /** The chunks of these names in a cleaned PNG, as they stand there. */
    static byte[] pngChunks(byte[] png, Set<String> names) {
        var found = new ByteArrayOutputStream();
        for (int at = 8, length; at + 12 <= png.length; at += 12 + length) {
            length = ByteBuffer.wrap(png).getInt(at);
            if (names.contains(name(png, at + 4))) {
                found.write(png, at, 12 + length);
            }
        }
        return found.toByteArray();
    }

    /** The segments with the colour profile of a cleaned JPEG. */
    static byte[] jpegProfile(byte[] jpeg) {
        var found = new ByteArrayOutputStream();
        for (int at = 2, marker; at + 4 <= jpeg.length && (marker = jpeg[at + 1] & 0xFF) != 0xDA; at += 2 + unsigned(jpeg, at + 2, 2)) {
            if (marker == 0xE2) {
                found.write(jpeg, at, 2 + unsigned(jpeg, at + 2, 2));
            }
        }
        return found.toByteArray();
    }

    /** Whether a cleaned JPEG comes in several scans, which a reader keeps all in memory: progressive, or its colours one after the other. */
    static boolean hasSeveralScans(byte[] jpeg) {
        var colours = 0;
        for (int at = 2; at + 10 <= jpeg.length; at += 2 + unsigned(jpeg, at + 2, 2)) {
            var marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xC2 || marker == 0xDA) {
                return marker == 0xC2 || jpeg[at + 4] < colours;
            }
            if (marker == 0xC0 || marker == 0xC1) {
                colours = jpeg[at + 9];
            }
        }
        return true;
    }

    /** The orientation that an Exif block (a TIFF header and what follows) names, 1 to 8; 1 where it is missing or damaged. */
    private static int orientation(byte[] bytes, int from, int length) {
        if (length < 14 || from + length > bytes.length) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(bytes, from, length).slice().order(bytes[from] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > length - 2) {
            return 1;
        }
        var count = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0, at = directory + 2; i < count && at + 12 <= length; i++, at += 12) {
            if ((tiff.getShort(at) & 0xFFFF) == 0x0112) {
                var value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** An Exif block that names an orientation and nothing else. */
    private static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0).array();
    }

    private static void writeJpegExif(ByteArrayOutputStream out, int orientation) {
        if (orientation != 1) {
            var tiff = tiff(orientation);
            out.writeBytes(ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (2 + EXIF.length + tiff.length)).array());
            out.writeBytes(EXIF);
            out.writeBytes(tiff);
        }
    }

    private static void writePngExif(ByteArrayOutputStream out, int orientation) {
        if (orientation != 1) {
            var tiff = tiff(orientation);
            var chunk = ByteBuffer.allocate(12 + tiff.length).putInt(tiff.length).put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
            var crc = new CRC32();
            crc.update(chunk.array(), 4, 4 + tiff.length);
            out.writeBytes(chunk.putInt((int) crc.getValue()).array());
        }
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] start) {
        return at + start.length <= bytes.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int unsigned(byte[] bytes, int at, int length) {
        var value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static void demand(boolean condition) throws DamagedPicture {
        if (!condition) {
            throw new DamagedPicture();
        }
    }
}
