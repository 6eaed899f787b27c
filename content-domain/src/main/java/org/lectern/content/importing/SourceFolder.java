package org.lectern.content.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.lectern.content.Refusal;

/**
 * The articles and pictures of a zip or folder, within bounds. Nothing is unpacked onto the disk: files are read one by one when asked for, never
 * beyond the size that they declared, and names are never used as paths of this machine. Open until it is closed; one thread at a time.
 *
 * <p>Symbolic links, paths that are absolute or hold {@code ..}, a backslash or a control character, second files of one name, encrypted and oversized
 * files are refused by a {@linkplain #remarks() remark}. Dotfiles, {@code __MACOSX} and {@code node_modules} are ignored, files that are neither Markdown
 * nor pictures passed over. Where all files lie in one top folder, as in the zips that forges offer, that folder is {@linkplain #leftOut() left out} of the paths.
 */
public final class SourceFolder implements Closeable {

    private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(md|markdown|mkd)");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|jpe|jfif|gif|webp|svg|avif|ico|bmp|tiff?|heic)");
    private static final Pattern JUNK = Pattern.compile("(^|.*/)(\\.[^/]+|__MACOSX|node_modules|Thumbs\\.db|desktop\\.ini)(/.*|$)");
    private static final Pattern UNSAFE = Pattern.compile(".*[\\\\\\p{Cntrl}].*|/.*|[A-Za-z]:.*|(.*/)?\\.{1,2}(/.*)?|.*//.*", Pattern.DOTALL);

    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END_OF_CENTRAL_DIRECTORY = 0x06054b50;

    /** Where the bytes of one file come from. */
    private interface Opener {
        InputStream open() throws IOException;
    }

    private record Entry(long size, Opener opener) {
    }

    private final Bounds bounds;
    private final Closeable origin;
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final SortedSet<String> texts = new TreeSet<>();
    private final SortedSet<String> pictures = new TreeSet<>();
    private final SortedSet<String> others = new TreeSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private long totalBytes;
    private String leftOut = "";

    private SourceFolder(Bounds bounds, Closeable origin) {
        this.bounds = bounds;
        this.origin = origin;
    }

    /** Opens a zip that is held in memory. @throws Refusal if it is no zip, or exceeds a bound on the whole */
    public static SourceFolder read(byte[] zip, Bounds bounds) throws IOException {
        return read(new SeekableInMemoryByteChannel(zip), bounds);
    }

    /** Opens a zip. Its file may be deleted meanwhile. @throws Refusal if it is no zip, or exceeds a bound on the whole */
    public static SourceFolder read(Path zip, Bounds bounds) throws IOException {
        return read(FileChannel.open(zip, StandardOpenOption.READ), bounds);
    }

    private static SourceFolder read(SeekableByteChannel channel, Bounds bounds) throws IOException {
        try {
            var size = channel.size();
            if (size > bounds.archiveBytes()) {
                throw new Refusal("import.archive.size", megabytes(bounds.archiveBytes()));
            }
            countEntries(channel, bounds);
            var opened = ZipFile.builder().setSeekableByteChannel(channel).get();
            var folder = new SourceFolder(bounds, opened);
            for (var listed : Collections.list(opened.getEntries())) {
                folder.add(opened, listed);
            }
            return folder.complete(size);
        } catch (Refusal refusal) {
            channel.close();
            throw refusal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new Refusal("import.archive.damaged");
        }
    }

    /**
     * Opens a folder of this machine.
     *
     * @throws Refusal if it exceeds a bound on the whole
     */
    public static SourceFolder readFolder(Path folder, Bounds bounds) throws IOException {
        var source = new SourceFolder(bounds, () -> { });
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            private int count;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return JUNK.matcher(name(directory)).matches() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (++count > bounds.entries()) {
                    throw new Refusal("import.archive.entries", bounds.entries());
                }
                if (attributes.isSymbolicLink()) {
                    source.refuse(name(file), "import.refused.symbolicLink");
                } else if (attributes.isRegularFile()) {
                    source.add(name(file), new Entry(attributes.size(), () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
                }
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
            }
        });
        return source.complete(Long.MAX_VALUE / bounds.ratio());
    }

    /** The top folder that all files lay in and that their paths do not show, such as {@code blog-main}; empty if there was none. */
    public String leftOut() {
        return leftOut;
    }

    /** The Markdown files, in the order of their paths. */
    public SortedSet<String> texts() {
        return Collections.unmodifiableSortedSet(texts);
    }

    /** The files that are pictures by their names. */
    public SortedSet<String> pictures() {
        return Collections.unmodifiableSortedSet(pictures);
    }

    /** How many files are neither Markdown nor pictures. */
    public int passedOver() {
        return others.size();
    }

    /** The files that do not come in, and why. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The paths that are neither Markdown nor pictures: they tell which generator a source is made for. */
    Set<String> others() {
        return others;
    }

    /**
     * The bytes of a file.
     *
     * @throws Refusal if they cannot be expanded or are not as many as declared
     */
    public byte[] bytes(String path) throws IOException {
        var entry = entries.get(path);
        if (entry == null) {
            throw new IllegalArgumentException("No such file: " + path);
        }
        try (var in = entry.opener().open()) {
            var bytes = in.readNBytes((int) entry.size());
            if (bytes.length == entry.size() && in.read() < 0) {
                return bytes;
            }
        } catch (IOException | RuntimeException e) {
            throw new Refusal("import.refused.damaged");
        }
        throw new Refusal("import.refused.damaged");
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }

    private void add(ZipFile zip, ZipArchiveEntry entry) {
        var name = entry.getName();
        if (entry.isUnixSymlink()) {
            refuse(name, "import.refused.symbolicLink");
        } else if (entry.isDirectory()) {
            if (UNSAFE.matcher(name).matches()) {
                refuse(name, "import.refused.path");
            }
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            refuse(name, "import.refused.encrypted");
        } else if (!zip.canReadEntryData(entry) || entry.getSize() < 0) {
            refuse(name, "import.refused.damaged");
        } else {
            add(name, new Entry(entry.getSize(), () -> zip.getInputStream(entry)));
        }
    }

    private void add(String name, Entry entry) {
        if (name.length() > bounds.pathLength()) {
            refuse(name.substring(0, bounds.pathLength()) + "…", "import.refused.pathLength", bounds.pathLength());
            return;
        }
        if (UNSAFE.matcher(name).matches()) {
            refuse(name, "import.refused.path");
            return;
        }
        var path = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (JUNK.matcher(path).matches()) {
            return;
        }
        if (path.chars().filter(letter -> letter == '/').count() > bounds.depth()) {
            refuse(path, "import.refused.depth", bounds.depth());
            return;
        }
        var isText = MARKDOWN.matcher(path).matches();
        if (!isText && !PICTURE.matcher(path).matches()) {
            others.add(path);
            return;
        }
        var most = isText ? bounds.articleBytes() : bounds.pictureBytes();
        if (entry.size() > most) {
            refuse(path, "import.refused.size", megabytes(most));
            return;
        }
        if (entries.putIfAbsent(path, entry) != null) {
            refuse(path, "import.refused.twice");
            return;
        }
        (isText ? texts : pictures).add(path);
        totalBytes += entry.size();
    }

    private void refuse(String name, String key, Object... values) {
        remarks.add(Remark.refused(name.replaceAll("\\p{Cntrl}", "\uFFFD"), 0, key, values));
    }

    private SourceFolder complete(long archiveSize) throws IOException {
        if (totalBytes > bounds.totalBytes()) {
            close();
            throw new Refusal("import.archive.total", megabytes(bounds.totalBytes()));
        }
        if (totalBytes > Bounds.RATIO_MATTERS_FROM && totalBytes / bounds.ratio() > archiveSize) {
            close();
            throw new Refusal("import.archive.ratio", bounds.ratio());
        }
        var all = new ArrayList<>(entries.keySet());
        all.addAll(others);
        var top = all.isEmpty() || !all.get(0).contains("/") ? "" : all.get(0).substring(0, all.get(0).indexOf('/') + 1);
        if (!top.isEmpty() && !top.startsWith("_") && all.stream().allMatch(path -> path.startsWith(top))) {
            leftOut = top.substring(0, top.length() - 1);
            var shortened = new TreeMap<String, Entry>();
            entries.forEach((path, entry) -> shortened.put(path.substring(top.length()), entry));
            entries.clear();
            entries.putAll(shortened);
            for (var set : List.of(texts, pictures, others)) {
                var paths = set.stream().map(path -> path.substring(top.length())).toList();
                set.clear();
                set.addAll(paths);
            }
            remarks.replaceAll(remark -> remark.path().startsWith(top)
                    ? new Remark(remark.kind(), remark.path().substring(top.length()), remark.line(), remark.key(), remark.values()) : remark);
        }
        return this;
    }

    /** Counts the central directory by itself, before the library makes an object of each entry: the number that a zip declares may lie. */
    private static void countEntries(SeekableByteChannel channel, Bounds bounds) throws IOException {
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

    private static long megabytes(long bytes) {
        return Math.max(1, bytes >> 20);
    }

    /** Whether a file of this name is a picture. */
    static boolean isPictureName(String path) {
        return PICTURE.matcher(path.toLowerCase(Locale.ROOT)).matches();
    }
}
