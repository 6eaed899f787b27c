package org.lectern.content.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

class RenditionsTest {

    @Test
    void a_photograph_is_copied_in_the_widths_below_its_own() throws IOException {
        var picture = Picture.check("a.jpg", encoded(noise(700, 350, BufferedImage.TYPE_INT_RGB), "jpg"));

        var copies = Renditions.of(picture);

        assertEquals(List.of("640×320 JPEG", "320×160 JPEG"), copies.stream().map(RenditionsTest::words).toList());
        assertTrue(copies.stream().allMatch(copy -> read(copy).getWidth() == copy.width() && read(copy).getHeight() == copy.height()));
    }

    @Test
    void a_small_picture_a_drawing_and_what_we_cannot_read_have_no_copies() throws IOException {
        var small = Picture.check("a.png", encoded(noise(320, 900, BufferedImage.TYPE_INT_RGB), "png"));
        var drawing = Picture.check("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>".getBytes(StandardCharsets.UTF_8));
        var whole = encoded(noise(400, 400, BufferedImage.TYPE_INT_RGB), "png");
        Arrays.fill(whole, 60, 90, (byte) 0);
        var broken = Picture.check("a.png", whole);

        assertEquals(List.of(), Renditions.of(small));
        assertEquals(List.of(), Renditions.of(drawing));
        assertEquals(List.of(), Renditions.of(broken));
    }

    @Test
    void colours_and_clear_ground_survive_in_every_kind_of_pixel() throws IOException {
        for (var kind : List.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY)) {
            var image = noise(900, 90, kind);
            var pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 450, 90);
            var picture = Picture.check("a.png", encoded(image, "png"));

            for (var copy : Renditions.of(picture)) {
                assertEquals(0xFFFFFFFF, read(copy).getRGB(copy.width() / 4, copy.height() / 2), "kind " + kind);
            }
        }
        var clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        scribble(clear, 200, 0, 200, 400);

        var copy = Renditions.of(Picture.check("a.png", encoded(clear, "png"))).get(0);

        assertEquals(0, read(copy).getRGB(10, 10) >>> 24);
        assertEquals(255, read(copy).getRGB(310, 10) >>> 24);
    }

    @Test
    void a_gray_picture_with_clear_ground_is_no_brighter_than_before() throws IOException {
        var rgba = noise(400, 400, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < 400 * 400; i++) {
            rgba.setRGB(i % 400, i / 400, 0xFF404040);
        }
        scribble(rgba, 0, 300, 400, 100);

        var copy = Renditions.of(Picture.check("a.png", encoded(rgba, "png"))).get(0);

        assertEquals(0xFF404040, read(copy).getRGB(50, 50));
    }

    @Test
    void a_copy_of_a_picture_that_lies_on_its_side_stands_upright() throws IOException {
        for (var orientation = 1; orientation <= 8; orientation++) {
            var image = noise(600, 500, BufferedImage.TYPE_INT_RGB);
            var pen = image.createGraphics();
            pen.setColor(Color.RED);
            pen.fillRect(0, 0, 300, 250);       // the first corner of what is stored
            var plain = encoded(image, "jpg");
            var exif = new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
            var picture = Picture.check("a.jpg", joined(Arrays.copyOf(plain, 2), exif, Arrays.copyOfRange(plain, 2, plain.length)));

            var copy = Renditions.of(picture).get(0);

            var turned = orientation > 4;
            assertEquals(turned ? "500 to 600" : "600 to 500", picture.width() + " to " + picture.height());
            assertEquals(turned ? 384 : 267, copy.height());
            var corner = List.of("left top", "right top", "right bottom", "left bottom", "left top", "right top", "right bottom", "left bottom").get(orientation - 1);
            var seen = new Color(read(copy).getRGB(corner.startsWith("left") ? 20 : copy.width() - 20, corner.endsWith("top") ? 20 : copy.height() - 20));
            assertTrue(seen.getRed() > 200 && seen.getGreen() < 60, "orientation " + orientation + " shows " + seen + " at " + corner);
        }
    }

    @Test
    void nothing_of_the_file_comes_along_but_its_colours() throws IOException {
        var plain = encoded(noise(400, 300, BufferedImage.TYPE_INT_RGB), "png");
        var profile = "profile of colours";
        var taken = joined(Arrays.copyOf(plain, 33), chunk("iCCP", profile), chunk("bKGD", "hidden"), Arrays.copyOfRange(plain, 33, plain.length));

        var copy = Renditions.of(Picture.check("a.png", taken)).get(0);

        assertTrue(text(copy.bytes()).contains(profile));
        assertFalse(text(copy.bytes()).contains("hidden"));
        assertEquals(320, read(copy).getWidth());
    }

    @Test
    void what_moves_is_left_as_it_is() throws IOException {
        var still = encoded(noise(1200, 300, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        var frame = Arrays.copyOfRange(still, 13 + (3 << (still[10] & 7) + 1), still.length - 1);
        var moving = joined(Arrays.copyOf(still, still.length - 1), frame, new byte[] {0x3B});
        var png = encoded(noise(400, 300, BufferedImage.TYPE_INT_RGB), "png");
        var movingPng = joined(Arrays.copyOf(png, 33), chunk("acTL", "\0\0\0\1\0\0\0\0"), Arrays.copyOfRange(png, 33, png.length));

        assertEquals(List.of("640×160 PNG", "320×80 PNG"), Renditions.of(Picture.check("a.gif", still)).stream().map(RenditionsTest::words).toList());
        assertEquals(List.of(), Renditions.of(Picture.check("a.gif", moving)));
        assertEquals(List.of(), Renditions.of(Picture.check("a.png", movingPng)));
    }

    @Test
    void a_frame_that_is_larger_than_the_head_says_is_not_decoded() throws IOException {
        var gif = encoded(noise(400, 300, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        var frame = 13 + (3 << (gif[10] & 7) + 1);
        while (gif[frame] != 0x2C) {
            frame++;
        }
        ByteBuffer.wrap(gif).order(java.nio.ByteOrder.LITTLE_ENDIAN).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        assertEquals(List.of(), Renditions.of(Picture.check("a.gif", gif)));
    }

    @Test
    void a_large_jpeg_in_several_scans_which_its_reader_would_hold_as_a_whole_is_not_decoded() throws IOException {
        var plain = encoded(noise(400, 300, BufferedImage.TYPE_INT_RGB), "jpg");
        var at = new String(plain, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        ByteBuffer.wrap(plain).putShort(at + 5, (short) 6000).putShort(at + 7, (short) 5000);
        var large = Picture.check("a.jpg", plain);
        plain[at + 1] = (byte) 0xC2;
        var inScans = Picture.check("a.jpg", plain);

        assertTrue(Renditions.arePossible(large));
        assertFalse(Renditions.arePossible(inScans));
    }

    private static String words(Rendition copy) {
        return copy.width() + "×" + copy.height() + " " + copy.type();
    }

    private static BufferedImage noise(int width, int height, int kind) {
        var image = new BufferedImage(width, height, kind);
        scribble(image, 0, 0, width, height);
        return image;
    }

    /** So that a file is not smaller than its copies. */
    private static void scribble(BufferedImage image, int left, int top, int width, int height) {
        var random = new Random(1);
        for (var y = top; y < top + height; y++) {
            for (var x = left; x < left + width; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(0x1000000));
            }
        }
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage read(Rendition copy) {
        try {
            return ImageIO.read(new ByteArrayInputStream(copy.bytes()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] chunk(String name, String text) {
        var data = text.getBytes(StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
