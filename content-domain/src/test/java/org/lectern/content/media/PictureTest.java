package org.lectern.content.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.lectern.content.Refusal;

class PictureTest {

    private static final String SECRET = "Home sweet home 52.5N 13.4E";

    @Test
    void a_jpeg_loses_place_and_comment_and_keeps_its_pixels_and_orientation() throws IOException {
        var plain = encoded("jpg");
        var exif = bytes("Exif\0\0", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0}, SECRET);
        var taken = bytes(Arrays.copyOf(plain, 2), segment(0xE1, exif), segment(0xFE, bytes(SECRET)), segment(0xED, bytes(SECRET)), segment(0xF3, bytes(SECRET)), segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0", SECRET)),
                Arrays.copyOfRange(plain, 2, plain.length), SECRET);

        var picture = Picture.check("a.png", taken);

        assertEquals(PictureType.JPEG, picture.type());
        assertEquals(30, picture.width(), "as shown: it lies on its side");
        assertEquals(40, picture.height());
        assertFalse(holds(picture.bytes(), SECRET));
        assertTrue(holds(picture.bytes(), "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006"));
        assertArrayEquals(pixels(plain), pixels(picture.bytes()));
    }

    @Test
    void a_png_loses_its_texts_and_what_follows_it() throws IOException {
        var plain = encoded("png");
        var taken = bytes(Arrays.copyOf(plain, 33), chunk("tEXt", bytes("Comment\0", SECRET)), chunk("eXIf", bytes("II*\0", SECRET)), chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
                Arrays.copyOfRange(plain, 33, plain.length), SECRET);

        var picture = Picture.check("a", taken);

        assertEquals(PictureType.PNG, picture.type());
        assertEquals(40, picture.width());
        assertFalse(holds(picture.bytes(), SECRET));
        assertTrue(holds(picture.bytes(), "gAMA"));
        assertArrayEquals(pixels(plain), pixels(picture.bytes()));
    }

    @Test
    void a_gif_loses_its_comments() throws IOException {
        var plain = encoded("gif");
        var at = 13 + (3 << (plain[10] & 7) + 1);
        var taken = bytes(Arrays.copyOf(plain, at), new byte[] {0x21, (byte) 0xFE, (byte) SECRET.length()}, SECRET, new byte[] {0}, Arrays.copyOfRange(plain, at, plain.length), SECRET);

        var picture = Picture.check("a", taken);

        assertEquals(PictureType.GIF, picture.type());
        assertEquals(30, picture.height());
        assertFalse(holds(picture.bytes(), SECRET));
        assertArrayEquals(pixels(plain), pixels(picture.bytes()));
    }

    @Test
    void a_webp_loses_its_metadata_and_says_so_in_its_header() {
        var extended = bytes("VP8X", little(10), new byte[] {0x0C, 0, 0, 0, 39, 0, 0, 29, 0, 0});
        var image = bytes("VP8L", little(6), new byte[] {0x2F, 39, 0x40, 7, 0, 0});
        var body = bytes("WEBP", extended, image, "EXIF", little(SECRET.length()), SECRET, new byte[SECRET.length() % 2], "XMP ", little(4), "home");
        var taken = bytes("RIFF", little(body.length), body);

        var picture = Picture.check("a", taken);

        assertEquals(PictureType.WEBP, picture.type());
        assertEquals(40, picture.width());
        assertEquals(30, picture.height());
        assertArrayEquals(bytes("RIFF", little(36), "WEBP", "VP8X", little(10), new byte[] {0, 0, 0, 0, 39, 0, 0, 29, 0, 0}, image), picture.bytes());
    }

    @Test
    void an_svg_is_taken_as_it_is() {
        var svg = bytes("<svg xmlns='http://www.w3.org/2000/svg' width='40px' height='30'><script>1</script></svg>");

        var picture = Picture.check("a.svg", svg);

        assertEquals(PictureType.SVG, picture.type());
        assertEquals(40, picture.width());
        assertArrayEquals(svg, picture.bytes());
    }

    @Test
    void an_svg_that_is_broken_or_brings_entities_is_refused() {
        assertEquals("picture.damaged", refusal(bytes("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")).key());
        assertEquals("picture.damaged", refusal(bytes("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>")).key());
    }

    @Test
    void what_is_no_picture_is_refused_whatever_its_name() {
        assertEquals("picture.type", refusal(bytes("<html><body><script>1</script></body></html>")).key());
        assertEquals("picture.type", refusal(bytes("%PDF-1.7\n")).key());
        assertEquals("picture.type", refusal(bytes("II*\0", new byte[100])).key());
        assertEquals("picture.empty", refusal(new byte[0]).key());
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() throws IOException {
        var png = encoded("png");
        ByteBuffer.wrap(png).putInt(16, 15_000).putInt(20, 15_000);

        assertEquals("picture.pixels", refusal(png).key());
    }

    @Test
    void a_picture_cut_short_anywhere_in_its_header_is_refused_or_safe() throws IOException {
        for (var format : new String[] {"png", "jpg", "gif"}) {
            var whole = encoded(format);
            for (int length = 1; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                try {
                    assertEquals(40, Picture.check("a", cut).width());
                } catch (Refusal refusal) {
                    assertTrue(refusal.key().startsWith("picture."));
                }
            }
        }
    }

    @Test
    void a_picture_without_a_pixel_is_refused() throws IOException {
        var frame = segment(0xC0, new byte[] {8, 0, 1, 0, 1, 1, 1, 0x11, 0});
        var scan = segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0});
        var end = new byte[] {(byte) 0xFF, (byte) 0xD9};
        var png = encoded("png");
        var gif = encoded("gif");

        assertEquals("picture.damaged", refusal(bytes(new byte[] {(byte) 0xFF, (byte) 0xD8}, frame, end)).key());
        assertEquals("picture.damaged", refusal(bytes(new byte[] {(byte) 0xFF, (byte) 0xD8}, frame, scan, end)).key());
        assertEquals("picture.damaged", refusal(bytes(Arrays.copyOf(png, 33), chunk("IEND", new byte[0]))).key());
        assertEquals("picture.damaged", refusal(bytes(Arrays.copyOf(gif, 13 + (3 << (gif[10] & 7) + 1)), ";")).key());
        assertEquals("picture.damaged", refusal(bytes("RIFF", little(22), "WEBPVP8X", little(10), new byte[10])).key());
    }

    private static Refusal refusal(byte[] bytes) {
        return assertThrows(Refusal.class, () -> Picture.check("a.png", bytes));
    }

    private static byte[] encoded(String format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(3, 5, 10, 20);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] encoded) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(encoded)).getRGB(0, 0, 40, 30, null, 0, 40);
    }

    private static byte[] segment(int marker, byte[] data) {
        return bytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)}, data);
    }

    private static byte[] chunk(String name, byte[] data) {
        var crc = new CRC32();
        crc.update(bytes(name, data));
        return bytes(ByteBuffer.allocate(4).putInt(data.length).array(), name, data, ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : (byte[]) part);
        }
        return out.toByteArray();
    }

    private static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
