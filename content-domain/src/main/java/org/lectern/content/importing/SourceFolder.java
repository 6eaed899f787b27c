package org.lectern.content.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
 * nor pictures nor a folder's data passed over. Where all files lie in one top folder, as in the zips that forges offer, that folder is {@linkplain #leftOut() left out} of the paths.
 */
public final class SourceFolder implements Closeable {

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
    private final SortedSet<String> data = new TreeSet<>();
    private final SortedSet<String> others = new TreeSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final SourceTexts kept = new SourceTexts(SourceTexts.IN_MEMORY);
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
            ZipDirectory.mustBeWithin(bounds, channel);
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
                return FileKind.of(name(directory)) == FileKind.JUNK ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
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

    /**
     * Puts the top folder back into the paths if the files were known with it: a source that once held several folders may have come down to one. What is known
     * decides; where nothing is known again, what the source did before.
     *
     * @param known the paths that the source had earlier
     * @param leftOutBefore the folder that they were told without; may be empty
     */
    void recall(Set<String> known, String leftOutBefore) {
        if (leftOut.isEmpty()) {
            return;
        }
        var top = leftOut + "/";
        var without = texts.stream().filter(known::contains).count();
        var within = texts.stream().filter(path -> known.contains(top + path)).count();
        if (within > without || within == without && leftOutBefore.isEmpty()) {
            rename(path -> top + path);
            leftOut = "";
        }
    }

    /** The Markdown files, in the order of their paths. */
    public SortedSet<String> texts() {
        return Collections.unmodifiableSortedSet(texts);
    }

    /** The files that are pictures by their names. */
    public SortedSet<String> pictures() {
        return Collections.unmodifiableSortedSet(pictures);
    }

    /** The files that by their names say something of all articles of their folder, in the order of their paths. */
    SortedSet<String> data() {
        return data;
    }

    /** How many files are none of these. */
    public int passedOver() {
        return others.size();
    }

    /** The files that do not come in, and why. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The paths of files that are passed over: they tell which generator a source is made for. */
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

    /** Holds a text made of a file of this folder. @return gives it again until the folder is closed */
    Supplier<String> keep(String text) {
        return kept.keep(text);
    }

    @Override
    public void close() throws IOException {
        try (kept) {
            origin.close();
        }
    }

    private void add(ZipFile zip, ZipArchiveEntry entry) {
        var name = entry.getName();
        if (entry.isUnixSymlink()) {
            refuse(name, "import.refused.symbolicLink");
        } else if (entry.isDirectory()) {
            if (FileKind.of(name) == FileKind.UNSAFE) {
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
        if (FileKind.of(name) == FileKind.UNSAFE) {
            refuse(name, "import.refused.path");
            return;
        }
        var path = Normalizer.normalize(name, Normalizer.Form.NFC);
        var kind = FileKind.of(path);
        if (kind == FileKind.JUNK) {
            return;
        }
        if (path.chars().filter(letter -> letter == '/').count() > bounds.depth()) {
            refuse(path, "import.refused.depth", bounds.depth());
            return;
        }
        if (kind == FileKind.OTHER) {
            others.add(path);
            return;
        }
        var most = kind == FileKind.PICTURE ? bounds.pictureBytes() : bounds.articleBytes();
        if (entry.size() > most) {
            refuse(path, "import.refused.size", megabytes(most));
            return;
        }
        if (entries.putIfAbsent(path, entry) != null) {
            refuse(path, "import.refused.twice");
            return;
        }
        (kind == FileKind.TEXT ? texts : kind == FileKind.PICTURE ? pictures : data).add(path);
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
        leaveOutTop();
        return this;
    }

    /** The folder that a forge packs around everything; one that a generator knows, such as {@code _posts}, stays. */
    private void leaveOutTop() {
        var all = new ArrayList<>(entries.keySet());
        all.addAll(others);
        var top = all.isEmpty() || !all.get(0).contains("/") ? "" : all.get(0).substring(0, all.get(0).indexOf('/') + 1);
        if (!top.isEmpty() && !top.startsWith("_") && all.stream().allMatch(path -> path.startsWith(top))) {
            leftOut = top.substring(0, top.length() - 1);
            rename(path -> path.startsWith(top) ? path.substring(top.length()) : path);
        }
    }

    private void rename(UnaryOperator<String> naming) {
        var renamed = new TreeMap<String, Entry>();
        entries.forEach((path, entry) -> renamed.put(naming.apply(path), entry));
        entries.clear();
        entries.putAll(renamed);
        for (var set : List.of(texts, pictures, data, others)) {
            var paths = set.stream().map(naming).toList();
            set.clear();
            set.addAll(paths);
        }
        remarks.replaceAll(remark -> new Remark(remark.kind(), naming.apply(remark.path()), remark.line(), remark.key(), remark.values()));
    }

    private static long megabytes(long bytes) {
        return Math.max(1, bytes >> 20);
    }
}
