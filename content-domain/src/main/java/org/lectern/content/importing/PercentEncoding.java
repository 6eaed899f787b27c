package org.lectern.content.importing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The percent signs of addresses (RFC 3986), as forgiving as old sites are. */
final class PercentEncoding {

    private PercentEncoding() {
    }

    /** A path as an address writes it: everything but plain letters, digits and {@code - . _ ~ / @} encoded. */
    static String encode(String path) {
        var written = new StringBuilder();
        for (byte letter : path.getBytes(StandardCharsets.UTF_8)) {
            if (letter > 0 && (Character.isLetterOrDigit(letter) || "-._~/@".indexOf(letter) >= 0)) {
                written.append((char) letter);
            } else {
                written.append(String.format("%%%02X", letter & 0xFF));
            }
        }
        return written.toString();
    }

    /** Percent signs resolved where they make valid UTF-8; NFC. */
    static String decode(String written) {
        if (!written.contains("%")) {
            return Normalizer.normalize(written, Normalizer.Form.NFC);
        }
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decodeBytes(written))).toString();
            return Normalizer.normalize(decoded, Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            return written;
        }
    }

    /** A percent sign that two digits do not follow stands for itself. */
    static byte[] decodeBytes(String written) {
        var bytes = new ByteArrayOutputStream();
        var raw = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            var high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            var low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
