package org.lectern.admin.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class InterruptedImportIT {

    private static final int ARTICLES = 1500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADMIN = Site.basic("admin", Server.ADMIN_PASSWORD);

    @Test
    void an_import_that_is_killed_says_so_and_the_same_zip_goes_on_where_it_stopped() throws IOException {
        try (var server = Server.start("interrupted", Map.of())) {
            var zip = Zip.ofArticles("cut", ARTICLES);
            var site = new Site(server);
            var job = URI.create(site.send("POST", "/api/v1/imports?source=cut&apply=true", zip.body(), "Authorization", ADMIN, "Prefer", "respond-async").header("Location")).getPath();
            Files.writeString(server.data().resolve("imports/left-behind.zip"), "What a killed server leaves of an upload.");
            awaitFirst(site, job);

            server.kill();
            server.start();
            var interrupted = site.get(job, "Authorization", ADMIN).json();
            var page = Site.signedIn(server, "admin").get(job.replace("/api/v1", "/admin"));
            var rest = site.send("POST", "/api/v1/imports?source=cut&apply=true", zip.body(), "Authorization", ADMIN).json().getJsonObject("counts");

            var done = interrupted.getInt("done");
            assertEquals("interrupted", interrupted.getString("state"));
            assertTrue(done > 0 && done < ARTICLES, interrupted.toString());
            assertEquals("The import was cut off, as by the server’s end, after " + NumberFormat.getInstance(Locale.ENGLISH).format(done) + " of 1,500 files. "
                    + "What was written stays; send the same zip again to go on.", page.text("main > .note"));
            assertEquals(done, rest.getInt("unchanged"));
            assertEquals(ARTICLES - done, rest.getInt("new"));
            try (var left = Files.list(server.data().resolve("imports"))) {
                assertEquals(0, left.count());
            }
        }
    }

    private static void awaitFirst(Site site, String job) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (site.get(job, "Authorization", ADMIN).json().getInt("done") == 0) {
            assertTrue(System.nanoTime() < end, "Nothing has been written");
        }
    }
}
