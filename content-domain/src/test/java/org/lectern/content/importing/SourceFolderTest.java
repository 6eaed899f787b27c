package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lectern.content.importing.SomeSources.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.content.Refusal;
import org.lectern.content.Texts;

class SourceFolderTest {

    private static final Bounds NARROW = new Bounds(1 << 20, 3, 50, 1000, 2, 30, 500, 500);

    @Test
    void lists_articles_and_pictures_and_passes_over_the_rest() {
        var source = zip().file("posts/a.md", "a").file("posts/b.markdown", "b").file("img/c.PNG", "c").file("style.css", "x").file("__MACOSX/posts/._a.md", "x").file("posts/.DS_Store", "x");

        var folder = source.open(Bounds.SAFE);

        assertEquals(Set.of("posts/a.md", "posts/b.markdown"), folder.texts());
        assertEquals(Set.of("img/c.PNG"), folder.pictures());
        assertEquals(1, folder.passedOver());
        assertEquals(List.of(), folder.remarks());
    }

    @Test
    void one_top_folder_around_all_is_left_out_and_said() throws IOException {
        var folder = zip().file("blog-main/posts/a.md", "a").file("blog-main/package.json", "{}").open(Bounds.SAFE);

        assertEquals("blog-main", folder.leftOut());
        assertEquals(Set.of("posts/a.md"), folder.texts());
        assertArrayEquals(new byte[] {'a'}, folder.bytes("posts/a.md"));
    }

    @Test
    void a_folder_whose_name_has_a_meaning_stays() {
        var folder = zip().file("_drafts/a.md", "a").open(Bounds.SAFE);

        assertEquals("", folder.leftOut());
        assertEquals(Set.of("_drafts/a.md"), folder.texts());
    }

    @Test
    void paths_that_leave_the_folder_are_refused_and_the_rest_comes_in() {
        var folder = zip().file("../evil.md", "x").file("/etc/evil.md", "x").file("a/../../evil.md", "x").file("C:/evil.md", "x").file("a\\b/evil.md", "x").file("nul\0.md", "x")
                .symbolicLink("link.md", "/etc/passwd").file("good.md", "x").open(Bounds.SAFE);

        assertEquals(Set.of("good.md"), folder.texts());
        assertEquals(7, folder.remarks().size());
        assertEquals("link.md:0 This is a symbolic link. Links are not followed: put the file itself there.", SomeSources.english(folder.remarks().get(6)));
    }

    @Test
    void a_second_file_of_one_name_is_refused_in_any_normal_form() {
        var folder = zip().file("caf\u00E9.md", "first").file("cafe\u0301.md", "second").open(Bounds.SAFE);

        assertEquals(Set.of("café.md"), folder.texts());
        assertEquals(List.of("café.md:0 A second file of this name is in the zip. Only the first comes in."), folder.remarks().stream().map(SomeSources::english).toList());
    }

    @Test
    void a_file_beyond_a_bound_is_refused_alone() {
        var folder = zip().file("good.md", "x").file("big.md", "x".repeat(501)).file("a/b/c/deep.md", "x").open(NARROW);

        assertEquals(Set.of("good.md"), folder.texts());
        assertEquals(Set.of("big.md import.refused.size", "a/b/c/deep.md import.refused.depth"),
                folder.remarks().stream().map(remark -> remark.path() + " " + remark.key()).collect(Collectors.toSet()));
    }

    @Test
    void too_many_entries_refuse_the_zip_before_they_are_read() {
        var source = zip().file("1.md", "").file("2.md", "").file("3.md", "").file("4.md", "");

        var refusal = assertThrows(Refusal.class, () -> source.open(NARROW));

        assertEquals("The zip holds more than 3 files and folders. Leave out what is neither Markdown nor a picture, or raise the bound in the settings.", refusal.in(Texts.in(Locale.ENGLISH)));
    }

    @Test
    void more_bytes_than_the_total_bound_refuse_the_zip() {
        var source = zip().file("1.md", "x".repeat(400)).file("2.md", "x".repeat(400)).file("3.md", "x".repeat(400));

        assertEquals("import.archive.total", assertThrows(Refusal.class, () -> source.open(NARROW)).key());
    }

    @Test
    void a_zip_that_expands_beyond_reason_is_refused() {
        var source = zip().file("bomb.png", new byte[18 << 20]);

        assertEquals("import.archive.ratio", assertThrows(Refusal.class, () -> source.open(Bounds.SAFE)).key());
    }

    @Test
    void a_zip_larger_than_the_bound_is_refused() {
        var source = zip().file("a.png", new byte[0]);

        assertEquals("import.archive.size", assertThrows(Refusal.class, () -> source.open(new Bounds(50, 3, 50, 1000, 2, 30, 500, 500))).key());
    }

    @Test
    void a_file_that_expands_to_more_than_it_declares_is_refused() {
        var bytes = zip().file("a.md", "x".repeat(5000)).bytes();
        var central = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[central + 24] = 10;
        bytes[central + 25] = 0;

        var refusal = assertThrows(Refusal.class, () -> SourceFolder.read(bytes, Bounds.SAFE).bytes("a.md"));

        assertEquals("import.refused.damaged", refusal.key());
    }

    @Test
    void what_is_no_zip_is_refused() {
        for (var bytes : List.of(new byte[0], "no zip".getBytes(), Arrays.copyOf(zip().file("a.md", "x".repeat(100)).bytes(), 60))) {
            assertEquals("import.archive.damaged", assertThrows(Refusal.class, () -> SourceFolder.read(bytes, Bounds.SAFE)).key());
        }
    }

    @Test
    void a_zip_is_read_on_when_its_file_has_been_deleted(@TempDir Path folder) throws IOException {
        var zip = Files.write(folder.resolve("blog.zip"), zip().file("a.md", "x").bytes());

        try (var source = SourceFolder.read(zip, Bounds.SAFE)) {
            Files.delete(zip);

            assertArrayEquals(new byte[] {'x'}, source.bytes("a.md"));
        }
    }

    @Test
    void a_folder_of_the_machine_reads_as_its_zip_would(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("site/posts"));
        Files.createDirectories(folder.resolve("site/.git"));
        Files.writeString(folder.resolve("site/posts/a.md"), "a");
        Files.writeString(folder.resolve("site/.git/b.md"), "b");
        Files.createSymbolicLink(folder.resolve("site/posts/c.md"), folder.resolve("site/posts/a.md"));

        var source = SourceFolder.readFolder(folder, Bounds.SAFE);

        assertEquals("site", source.leftOut());
        assertEquals(Set.of("posts/a.md"), source.texts());
        assertEquals(List.of("posts/c.md"), source.remarks().stream().map(Remark::path).toList());
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
