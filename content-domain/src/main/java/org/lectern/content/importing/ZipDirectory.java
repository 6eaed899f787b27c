package org.lectern.content.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

import org.lectern.content.Refusal;

/** The central directory of a zip, walked before the library makes an object of each entry: the number of entries that a zip declares may lie. */
final class ZipDirectory {

    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END_OF_CENTRAL_DIRECTORY = 0x06054b50;

    private ZipDirectory() {
    }

    /** @throws Refusal if there are more entries than the bounds allow, or no directory is found */
    static void mustBeWithin(Bounds bounds, SeekableByteChannel channel) throws IOException {
        var position = startOfCentralDirectory(channel);
        var header = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        for (int count = 0;; count++) {
            header.clear();
            read(channel, position, header);
            if (header.position() < header.capacity() || header.getInt(0) != CENTRAL_HEADER) {
                return;
            }
            if (count >= bounds.entries()) {
                throw new Refusal("import.archive.entries", bounds.entries());
            }
            position += header.capacity() + (header.getShort(28) & 0xFFFF) + (header.getShort(30) & 0xFFFF) + (header.getShort(32) & 0xFFFF);
        }
    }

    /** Found as the library finds it. A zip of the 64-bit kind is refused: within our bounds nobody needs one. */
    private static long startOfCentralDirectory(SeekableByteChannel channel) throws IOException {
        var size = channel.size();
        var tail = ByteBuffer.allocate((int) Math.min(size, 22 + 0xFFFF)).order(ByteOrder.LITTLE_ENDIAN);
        read(channel, size - tail.capacity(), tail);
        for (int at = tail.capacity() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END_OF_CENTRAL_DIRECTORY) {
                var length = tail.getInt(at + 12) & 0xFFFFFFFFL;
                var offset = tail.getInt(at + 16) & 0xFFFFFFFFL;
                if (length == 0xFFFFFFFFL || offset == 0xFFFFFFFFL || (tail.getShort(at + 10) & 0xFFFF) == 0xFFFF) {
                    throw new Refusal("import.archive.zip64");
                }
                return offset + Math.max(0, size - tail.capacity() + at - length - offset);
            }
        }
        throw new Refusal("import.archive.damaged");
    }

    /** Fills the buffer from there on, as far as there are bytes. */
    private static void read(SeekableByteChannel channel, long position, ByteBuffer bytes) throws IOException {
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
    }
}
