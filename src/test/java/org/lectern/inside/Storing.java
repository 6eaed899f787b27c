package org.lectern.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.importing.Remark;
import org.lectern.content.media.MediaStore;
import org.lectern.content.media.Picture;
import org.lectern.content.media.PictureType;

/** What the database keeps, and every question that it is asked. */
interface Storing {

    Lectern lectern();

    @Test
    default void a_large_picture_is_read_as_it_was_written() throws Exception {
        var lectern = lectern();
        var bytes = new byte[600_000];
        new Random(1).nextBytes(bytes);
        var transaction = CDI.current().select(UserTransaction.class).get();

        transaction.begin();
        lectern.mediaStore.take("pictures", "noise.png", new Picture(PictureType.PNG, 10, 10, 1, bytes), "anna");
        transaction.commit();

        var file = lectern.media.files(List.of(MediaStore.keyOf("pictures", "noise.png"))).get(0);
        var read = new ByteArrayOutputStream();
        lectern.mediaStore.write(file.sha256(), read);
        assertEquals(600_000, file.bytes());
        assertEquals(3, lectern.number("select count(*) from media_chunk where sha256 = ?", file.sha256()));
        assertArrayEquals(bytes, read.toByteArray());
    }

    @Test
    default void texts_of_every_script_and_times_to_the_microsecond_come_back_as_they_went_in() {
        var lectern = lectern();
        lectern.bring("scripts", "a.md", "---\ntitle: 日本語 العربية 🦉\nslug: scripts\ndate: 2026-02-01T10:20:30.123456Z\n---\nḍ̣ 𝄞 \u202E \uFFFE");

        var article = lectern.article("scripts");

        assertEquals("日本語 العربية 🦉", article.title());
        assertEquals("ḍ̣ 𝄞 \u202E \uFFFE", article.source().strip());
        assertEquals(Instant.parse("2026-02-01T10:20:30.123456Z"), article.publishedAt().orElseThrow());
    }

    @Test
    default void what_a_database_cannot_keep_is_refused_in_the_plan_and_stops_no_other_file() {
        var lectern = lectern();

        var report = lectern.bring("broken-characters",
                "a.md", "---\ntitle: Raw\ndate: 2026-02-01\n---\nA\u0000B",
                "b.md", "---\ntitle: \"In\\0YAML\"\ndate: 2026-02-01\n---\nText.",
                "c.md", "---\ntitle: Deep\nextra: {deeper: [\"\\0\"]}\ndate: 2026-02-01\n---\nText.",
                "d.md", "{\"title\": \"In\\u0000JSON\", \"date\": \"2026-02-01\"}\nText.",
                "e.md", "+++\ntitle = \"In\\u0000TOML\"\ndate = 2026-02-01\n+++\nText.",
                "f.md", "---\ntitle: \"Half\\ud83d\"\ndate: 2026-02-01\n---\nText.",
                "g.md", "---\ntitle: Good characters\ndate: 2026-02-01\ntags: [\"T\\0ag\"]\n---\nText.",
                "best-characters.md", "---\ntitle: Best characters\ndate: 2026-02-01\naliases: [/a%00b]\n---\nA &#0; is written as a mark.");

        assertEquals(List.of(), report.unforeseen().stream().map(remark -> remark.path() + " " + remark.key()).toList());
        assertTrue(lectern.read("best-characters").isPresent());
        assertEquals(List.of("a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md"),
                report.plan().remarks(Remark.Kind.REFUSED).stream().map(remark -> remark.path()).toList());
    }

    @Test
    default void every_query_is_understood_by_the_database() throws Exception {
        var asked = new ArrayList<String>();

        for (var name : new String(Storing.class.getResourceAsStream(Databases.REPOSITORIES).readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            var repository = Class.forName(name);
            var instance = CDI.current().select(repository).get();
            for (var method : repository.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Query.class) || method.isAnnotationPresent(Find.class)) {
                    ask(instance, method);
                    asked.add(method.getName());
                }
            }
        }

        assertTrue(asked.containsAll(List.of("cards", "bylines", "over", "known", "byHash", "newest")), asked.toString());
        assertFalse(asked.size() < 30, asked.toString());
    }

    private static void ask(Object repository, Method method) {
        var values = new ArrayList<Object>();
        for (var parameter : method.getParameters()) {
            values.add(value(parameter.getType(), parameter.getParameterizedType().getTypeName()));
        }
        try {
            method.setAccessible(true);
            method.invoke(repository, values.toArray());
        } catch (InvocationTargetException failed) {
            throw new AssertionError(method.toString(), failed.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(Class<?> type, String fullType) {
        if (type == Long.class) {
            return 1L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == String.class) {
            return "some";
        }
        if (type == Slug.class) {
            return new Slug("some");
        }
        if (type == Instant.class) {
            return Instant.parse("2026-01-01T00:00:00Z");
        }
        if (type == Limit.class) {
            return Limit.of(2);
        }
        if (type == Collection.class) {
            return fullType.contains("Slug") ? List.of(new Slug("some"), new Slug("more")) : fullType.contains("Long") ? List.of(1L, 2L) : List.of("some", "more");
        }
        throw new AssertionError("No value for a " + fullType);
    }
}
