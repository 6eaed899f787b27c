package org.lectern.admin.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class ImportApiIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADMIN = Site.basic("admin", Server.ADMIN_PASSWORD);

    private final Site site = new Site(Server.desk());

    @Test
    void answers_the_plan_and_writes_nothing() {
        var zip = Zip.of("leases.md", Zip.article("Leases, planned"), "broken.md", "---\ntitle: [open\n---\nText.\n", "readme.md", "No front matter.\n",
                "pictures.md", "---\ntitle: Pictures\n---\nSee\n\n![A lease](lease.png)\n");

        var page = post("/api/v1/imports?source=planned", zip);
        var again = post("/api/v1/imports?source=planned", zip);

        assertEquals(200, page.status());
        assertEquals("application/json", page.header("Content-Type"));
        var plan = json(page);
        assertFalse(plan.getBoolean("applied"));
        assertEquals(2, plan.getJsonObject("counts").getInt("new"));
        var refused = plan.getJsonArray("refused").getJsonObject(0);
        assertEquals("broken.md", refused.getString("file"));
        assertEquals(2, refused.getInt("line"));
        assertEquals("readme.md", plan.getJsonArray("skipped").getJsonObject(0).getString("file"));
        var missing = plan.getJsonArray("missingImages").getJsonObject(0);
        assertEquals("pictures.md", missing.getString("file"));
        assertEquals(6, missing.getInt("line"));
        assertEquals(page.body(), again.body());
    }

    @Test
    void applies_and_changes_nothing_the_second_time() {
        var zip = Zip.of("leases.md", Zip.article("Leases, applied"));

        var first = json(post("/api/v1/imports?source=applied&apply=true", zip));
        var second = json(post("/api/v1/imports?source=applied&apply=true", zip));

        assertTrue(first.getBoolean("applied"));
        assertEquals(1, first.getJsonObject("counts").getInt("new"));
        assertEquals(0, second.getJsonObject("counts").getInt("new"));
        assertEquals(1, second.getJsonObject("counts").getInt("unchanged"));
    }

    @Test
    void takes_files_without_front_matter_where_that_is_asked_for() {
        var zip = Zip.of("readme.md", "# Read me\n\nText.\n");

        assertEquals(0, json(post("/api/v1/imports?source=plain", zip)).getJsonObject("counts").getInt("new"));
        assertEquals(1, json(post("/api/v1/imports?source=plain&plain=true", zip)).getJsonObject("counts").getInt("new"));
    }

    @Test
    void takes_the_types_that_curl_gives_to_a_body_and_no_other() {
        var zip = Zip.of("leases.md", Zip.article("Leases"));

        assertEquals(200, send("/api/v1/imports?source=types", zip.bytes(), "application/x-www-form-urlencoded").status());
        assertEquals(200, site.send("POST", "/api/v1/imports?source=types", zip.body(), "Authorization", ADMIN).status());
        var form = send("/api/v1/imports?source=types", zip.bytes(), "text/markdown");
        assertEquals(415, form.status());
        assertEquals("The body is text/markdown, not a zip. Send the zip itself as the body, for instance by curl --data-binary @site.zip.", json(form).getString("detail"));
    }

    @Test
    void a_job_can_be_watched_and_is_in_the_way_of_another_of_its_source() {
        var accepted = site.send("POST", "/api/v1/imports?source=async&apply=true", Zip.ofArticles("async", 600).body(),
                "Authorization", ADMIN, "Content-Type", "application/zip", "Prefer", "respond-async");
        var inTheWay = post("/api/v1/imports?source=async&apply=true", Zip.of("one.md", Zip.article("One")));
        var ended = awaitEnd(path(accepted.header("Location")));

        assertEquals(202, accepted.status());
        assertEquals(json(accepted).getString("job"), accepted.header("Location"));
        assertEquals(409, inTheWay.status());
        assertEquals("application/problem+json", inTheWay.header("Content-Type"));
        assertEquals(accepted.header("Location"), json(inTheWay).getString("job"));
        assertEquals("An import of “async” is running. Wait until it has ended.", json(inTheWay).getString("detail"));
        assertEquals("done", ended.getString("state"));
        assertEquals(600, ended.getInt("done"));
        assertEquals(600, ended.getJsonObject("report").getJsonObject("counts").getInt("new"));
    }

    @Test
    void what_cannot_be_taken_is_told_in_a_sentence() {
        var noSource = post("/api/v1/imports", Zip.of("leases.md", Zip.article("Leases")));
        var noTruth = post("/api/v1/imports?source=said&apply=perhaps", Zip.of("leases.md", Zip.article("Leases")));
        var noZip = send("/api/v1/imports?source=said", "Not a zip.".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "application/zip");

        assertEquals(400, noSource.status());
        assertEquals("application/problem+json", noSource.header("Content-Type"));
        assertEquals("Name where the files come from: a source name of 1 to 100 characters, without control characters.", json(noSource).getString("detail"));
        assertEquals(400, noTruth.status());
        assertEquals("The option apply is “perhaps”. It must be true or false.", json(noTruth).getString("detail"));
        assertEquals(422, noZip.status());
        assertEquals("This is no zip, or a damaged one. Pack the folder again.", json(noZip).getString("detail"));
    }

    @Test
    void a_zip_beyond_the_bound_is_refused_whether_or_not_its_length_is_told() {
        var large = new byte[(Server.IMPORT_MEGABYTES << 20) + 1];

        var told = send("/api/v1/imports?source=large", large, "application/zip");
        var untold = site.send("POST", "/api/v1/imports?source=large", BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
                "Authorization", ADMIN, "Content-Type", "application/zip");

        assertEquals(413, told.status());
        assertEquals(413, untold.status());
        assertEquals("The zip is larger than 2 MB. Leave out what is neither Markdown nor a picture, or raise the bound in the settings.", json(untold).getString("detail"));
    }

    @Test
    void nothing_that_was_sent_stays_on_the_disk() throws IOException {
        var before = left();

        post("/api/v1/imports?source=swept", Zip.of("leases.md", Zip.article("Leases")));
        send("/api/v1/imports?source=swept", new byte[] {1, 2, 3}, "application/zip");

        assertEquals(before, left());
    }

    @Test
    void is_for_administrators_alone() {
        var zip = Zip.of("leases.md", Zip.article("Leases"));

        var stranger = site.send("POST", "/api/v1/imports?source=door", zip.body());
        var editor = site.send("POST", "/api/v1/imports?source=door", zip.body(), "Authorization", Site.basic("eva", "eva-of-the-trips"));

        assertEquals(401, stranger.status());
        assertTrue(stranger.header("WWW-Authenticate").startsWith("Basic "), stranger.header("WWW-Authenticate"));
        assertEquals(403, editor.status());
        assertEquals(403, site.get("/api/v1/imports/1", "Authorization", Site.basic("eva", "eva-of-the-trips")).status());
        assertTrue(editor.cookies().isEmpty());
    }

    @Test
    void an_unknown_job_is_not_found() {
        var page = site.get("/api/v1/imports/999999999", "Authorization", ADMIN);

        assertEquals(404, page.status());
        assertEquals("There is no import with this number.", json(page).getString("detail"));
        assertEquals(404, site.get("/api/v1/imports/one", "Authorization", ADMIN).status());
    }

    private Page post(String path, Zip zip) {
        return send(path, zip.bytes(), "application/zip");
    }

    private Page send(String path, byte[] body, String type) {
        return site.send("POST", path, BodyPublishers.ofByteArray(body), "Authorization", ADMIN, "Content-Type", type);
    }

    private JsonObject awaitEnd(String path) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var job = json(site.get(path, "Authorization", ADMIN));
            if (!job.getString("state").equals("running")) {
                return job;
            }
            assertTrue(System.nanoTime() < end, "The job has not ended: " + job);
        }
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    private static long left() throws IOException {
        try (var files = Files.list(Server.desk().data().resolve("imports"))) {
            return files.count();
        }
    }

    private static JsonObject json(Page page) {
        try (var reader = Json.createReader(new StringReader(page.body()))) {
            return reader.readObject();
        }
    }
}
