package org.lectern.content.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.lectern.content.Texts;

/** Sources made for tests: zips built file by file. */
final class SomeSources {

    static final ImportOptions BLOG = ImportOptions.of("blog");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static SomeSources zip() {
        return new SomeSources();
    }

    /** One article, {@code a.md}, read with no options but a name. */
    static SourceArticle article(String text) {
        return article("a.md", text);
    }

    static SourceArticle article(String path, String text) {
        var reading = zip().file(path, text).read(BLOG);
        if (reading.articles().size() != 1) {
            throw new AssertionError("Not read: " + reading.remarks());
        }
        return reading.articles().get(0);
    }

    /** The remarks on one file, {@code a.md}. */
    static List<String> remarksOn(String text) {
        return remarks(zip().file("a.md", text).read(BLOG));
    }

    static List<String> remarks(SourceReading reading) {
        return reading.remarks().stream().map(SomeSources::english).toList();
    }

    static String english(Remark remark) {
        return remark.path() + ":" + remark.line() + " " + remark.in(Texts.in(Locale.ENGLISH));
    }

    static ImportOptions site(String site, String permalinks) {
        return new ImportOptions("blog", Optional.empty(), false, Optional.ofNullable(site), Optional.ofNullable(permalinks), ZoneId.of("UTC"));
    }

    SomeSources file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    SomeSources file(String path, byte[] content) {
        return entry(new ZipArchiveEntry(path), content);
    }

    SomeSources symbolicLink(String path, String target) {
        var entry = new ZipArchiveEntry(path);
        entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
        return entry(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    private SomeSources entry(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    byte[] bytes() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    SourceFolder open(Bounds bounds) {
        try {
            return SourceFolder.read(bytes(), bounds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourceReading read(ImportOptions options) {
        try (var folder = open(Bounds.SAFE)) {
            return SourceReading.of(folder, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
