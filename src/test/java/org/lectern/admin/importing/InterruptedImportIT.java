package org.lectern.admin.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class InterruptedImportIT {

    private static final int ARTICLES = 1500;
    /** So many that the server is still reading them when it is killed. */
    private static final int LONG_TO_READ = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ADMIN = Site.basic("admin", Server.ADMIN_PASSWORD);

    private static final Server SERVER = Server.start("interrupted", Map.of());

    private final Site site = new Site(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void an_import_that_is_killed_says_so_and_the_same_zip_goes_on_where_it_stopped() throws IOException {
        var zip = Zip.ofArticles("cut", ARTICLES);
        var job = begin("cut", zip);
        Files.writeString(SERVER.data().resolve("imports/left-behind.zip"), "What a killed server leaves of an upload.");
        awaitFirst(site, job);

        SERVER.kill();
        SERVER.start();
        var interrupted = site.get(job, "Authorization", ADMIN).json();
        var note = note(job);
        var rest = rest("cut", zip);

        var done = interrupted.getInt("done");
        assertEquals("interrupted", interrupted.getString("state"));
        assertTrue(done > 0 && done < ARTICLES, interrupted.toString());
        assertEquals("The import was cut off, as by the server’s end, after " + NumberFormat.getInstance(Locale.ENGLISH).format(done) + " of 1,500 files. "
                + "What was written stays; send the same zip again to go on.", note);
        assertEquals(done, rest.getInt("unchanged"));
        assertEquals(ARTICLES - done, rest.getInt("new"));
        try (var left = Files.list(SERVER.data().resolve("imports"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void an_import_that_is_killed_while_it_reads_says_so_and_leaves_its_source_free() {
        var job = begin("unread", Zip.ofArticles("unread", LONG_TO_READ));

        SERVER.kill();
        SERVER.start();
        var interrupted = site.get(job, "Authorization", ADMIN).json();
        var note = note(job);
        var rest = rest("unread", Zip.ofArticles("unread", 100));

        assertEquals("interrupted", interrupted.getString("state"));
        assertFalse(interrupted.containsKey("files"), interrupted.toString());
        assertEquals("The import was cut off, as by the server’s end, while it read the files. Nothing was written; send the same zip again.", note);
        assertEquals(100, rest.getInt("new"));
    }

    /** @return the job's path, as soon as it is answered */
    private String begin(String source, Zip zip) {
        return URI.create(site.send("POST", "/api/v1/imports?source=" + source + "&apply=true", zip.body(), "Authorization", ADMIN, "Prefer", "respond-async").header("Location")).getPath();
    }

    private static String note(String job) {
        return Site.signedIn(SERVER, "admin").get(job.replace("/api/v1", "/admin")).text("main > .note");
    }

    private JsonObject rest(String source, Zip zip) {
        return site.send("POST", "/api/v1/imports?source=" + source + "&apply=true", zip.body(), "Authorization", ADMIN).json().getJsonObject("counts");
    }

    /** Until a part is written for certain: a commit is seen by others before it is on the disk, and the part before it is there by then. */
    private static void awaitFirst(Site site, String job) {
        awaitMore(site, job, awaitMore(site, job, 0));
    }

    /** @return how many files are done, more than before */
    private static int awaitMore(Site site, String job, int before) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        int done;
        do {
            assertTrue(System.nanoTime() < end, "Nothing more has been written");
            done = site.get(job, "Authorization", ADMIN).json().getInt("done");
        } while (done == before);
        return done;
    }
}
