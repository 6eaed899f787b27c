package org.lectern.content.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a Markdown file as text. */
final class SourceText {

    private SourceText() {
    }

    /**
     * UTF-8 without byte order mark, its lines ended by {@code \n}.
     *
     * @throws Fault if it is not UTF-8 or holds U+0000, which no database takes
     */
    static String of(byte[] bytes) throws Fault {
        var hasMark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        var input = hasMark ? ByteBuffer.wrap(bytes, 3, bytes.length - 3).slice() : ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        String text;
        try {
            text = decoder.decode(input).toString();
        } catch (CharacterCodingException e) {
            throw new Fault(lineAt(new String(bytes, 0, bytes.length - input.remaining(), StandardCharsets.ISO_8859_1)), "import.refused.encoding");
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('\0') >= 0) {
            throw new Fault(lineAt(text.substring(0, text.indexOf('\0'))), "import.refused.null");
        }
        return text;
    }

    private static int lineAt(String before) {
        return 1 + (int) before.replace("\r\n", "\n").chars().filter(letter -> letter == '\n' || letter == '\r').count();
    }
}
