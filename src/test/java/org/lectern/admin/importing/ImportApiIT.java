package org.lectern.admin.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class ImportApiIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ADMIN = Site.basic("admin", Server.ADMIN_PASSWORD);

    private final Site site = new Site(Server.desk());
    private final ExecutorService sending = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        sending.shutdown();
    }

    @Test
    void answers_the_plan_and_writes_nothing() {
        var zip = Zip.of("leases.md", Zip.article("Leases, planned"), "broken.md", "---\ntitle: [open\n---\nText.\n", "readme.md", "No front matter.\n",
                "pictures.md", "---\ntitle: Pictures\n---\nSee\n\n![A lease](lease.png)\n");

        var page = post("/api/v1/imports?source=planned", zip);
        var again = post("/api/v1/imports?source=planned", zip);

        assertEquals(200, page.status());
        assertEquals("application/json", page.header("Content-Type"));
        var plan = page.json();
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

        var first = post("/api/v1/imports?source=applied&apply=true", zip).json();
        var second = post("/api/v1/imports?source=applied&apply=true", zip).json();

        assertTrue(first.getBoolean("applied"));
        assertEquals(1, first.getJsonObject("counts").getInt("new"));
        assertEquals(0, second.getJsonObject("counts").getInt("new"));
        assertEquals(1, second.getJsonObject("counts").getInt("unchanged"));
    }

    @Test
    void takes_files_without_front_matter_where_that_is_asked_for() {
        var zip = Zip.of("readme.md", "# Read me\n\nText.\n");

        assertEquals(0, post("/api/v1/imports?source=plain", zip).json().getJsonObject("counts").getInt("new"));
        assertEquals(1, post("/api/v1/imports?source=plain&plain=true", zip).json().getJsonObject("counts").getInt("new"));
    }

    @Test
    void takes_the_types_that_curl_gives_to_a_body_and_no_other() {
        var zip = Zip.of("leases.md", Zip.article("Leases"));

        assertEquals(200, send("/api/v1/imports?source=types", zip.bytes(), "application/x-www-form-urlencoded").status());
        assertEquals(200, site.send("POST", "/api/v1/imports?source=types", zip.body(), "Authorization", ADMIN).status());
        var form = send("/api/v1/imports?source=types", zip.bytes(), "text/markdown");
        assertEquals(415, form.status());
        assertEquals("The body is text/markdown, not a zip. Send the zip itself as the body, for instance by curl --data-binary @site.zip.", form.json().getString("detail"));
    }

    @Test
    void a_job_can_be_watched_and_is_in_the_way_of_another_of_its_source() {
        var accepted = site.send("POST", "/api/v1/imports?source=async&apply=true", Zip.ofArticles("async", 600).body(),
                "Authorization", ADMIN, "Content-Type", "application/zip", "Prefer", "respond-async");
        var inTheWay = post("/api/v1/imports?source=async&apply=true", Zip.of("one.md", Zip.article("One")));
        var ended = awaitEnd(path(accepted.header("Location")));

        assertEquals(202, accepted.status());
        assertEquals(accepted.json().getString("job"), accepted.header("Location"));
        assertEquals(409, inTheWay.status());
        assertEquals("application/problem+json", inTheWay.header("Content-Type"));
        assertEquals(accepted.header("Location"), inTheWay.json().getString("job"));
        assertEquals("An import of “async” is running. Wait until it has ended.", inTheWay.json().getString("detail"));
        assertEquals("done", ended.getString("state"));
        assertEquals(600, ended.getInt("done"));
        assertEquals(600, ended.getJsonObject("report").getJsonObject("counts").getInt("new"));
    }

    @Test
    void what_the_files_hold_is_judged_by_the_job_whose_address_was_answered_before() {
        post("/api/v1/imports?source=judged&apply=true", Zip.of("one/judged-x.md", Zip.article("Judged x"), "two/judged-y.md", Zip.article("Judged y")));
        var moved = Zip.of("in/one/judged-x.md", Zip.article("Judged x"), "in/two/judged-y.md", Zip.article("Judged y"), "other.md", Zip.article("Other"));

        var accepted = site.send("POST", "/api/v1/imports?source=judged&apply=true", moved.body(), "Authorization", ADMIN, "Content-Type", "application/zip", "Prefer", "respond-async");
        var ended = awaitEnd(path(accepted.header("Location")));
        var waited = post("/api/v1/imports?source=judged&apply=true", moved);

        assertEquals(202, accepted.status());
        assertFalse(accepted.json().containsKey("files"));
        assertEquals("failed", ended.getString("state"));
        assertEquals(0, ended.getInt("done"));
        assertEquals("2 articles of “judged” would look new because their files lie in “/in/” now, and lay in “/” before. "
                + "Pack the same folder as before; or, if it is meant to be another source, give it another name.", ended.getString("reason"));
        assertEquals(422, waited.status());
        assertEquals(ended.getString("reason"), waited.json().getString("detail"));
    }

    @Test
    void of_many_that_begin_at_once_one_runs_and_the_others_are_led_to_it() {
        var zip = Zip.ofArticles("at once", 300);

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> new Site(Server.desk()).send("POST", "/api/v1/imports?source=at%20once&apply=true", zip.body(),
                "Authorization", ADMIN, "Content-Type", "application/zip", "Prefer", "respond-async"), sending)).limit(4).toList().stream().map(CompletableFuture::join).toList();
        var job = answers.get(0).header("Location");
        var ended = awaitEnd(path(job));

        assertEquals(List.of(202, 409, 409, 409), answers.stream().map(Page::status).sorted().toList());
        assertEquals(Set.of(job), answers.stream().map(answer -> answer.header("Location")).collect(Collectors.toSet()));
        assertEquals(300, ended.getJsonObject("report").getJsonObject("counts").getInt("new"));
    }

    @Test
    void what_cannot_be_taken_is_told_in_a_sentence() {
        var noSource = post("/api/v1/imports", Zip.of("leases.md", Zip.article("Leases")));
        var noTruth = post("/api/v1/imports?source=said&apply=perhaps", Zip.of("leases.md", Zip.article("Leases")));
        var misspelt = post("/api/v1/imports?source=said&apply=true&permalink=pretty", Zip.of("leases.md", Zip.article("Leases")));
        var noZip = send("/api/v1/imports?source=said", "Not a zip.".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "application/zip");

        assertEquals(400, noSource.status());
        assertEquals("application/problem+json", noSource.header("Content-Type"));
        assertEquals("Name where the files come from: a source name of 1 to 100 characters, without control characters.", noSource.json().getString("detail"));
        assertEquals(400, noTruth.status());
        assertEquals("The option apply is “perhaps”. It must be true or false.", noTruth.json().getString("detail"));
        assertEquals(400, misspelt.status());
        assertEquals("There is no option “permalink”. The options are source, apply, tags, plain, site, permalinks.", misspelt.json().getString("detail"));
        assertEquals(400, noZip.status());
        assertEquals("This is no zip, or a damaged one. Pack the folder again.", noZip.json().getString("detail"));
    }

    @Test
    void a_zip_beyond_the_bound_is_refused_whether_or_not_its_length_is_told() {
        var large = new byte[(Server.IMPORT_MEGABYTES << 20) + 1];

        var told = send("/api/v1/imports?source=large", large, "application/zip");
        var untold = site.send("POST", "/api/v1/imports?source=large", BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)),
                "Authorization", ADMIN, "Content-Type", "application/zip");

        assertEquals(413, told.status());
        assertEquals(413, untold.status());
        assertEquals("The zip is larger than 2 MB. Leave out what is neither Markdown nor a picture, or raise the bound in the settings.", untold.json().getString("detail"));
    }

    @Test
    void a_zip_that_would_fill_the_server_is_refused() {
        var page = post("/api/v1/imports?source=bomb&apply=true", Zip.ofZeros("bomb.png", 17 << 20));

        assertEquals(413, page.status());
        assertEquals("The zip would expand to more than 50 times its size, as only hostile ones do. If it is yours, raise the bound in the settings.", page.json().getString("detail"));
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
        assertEquals("There is no import with this number.", page.json().getString("detail"));
        assertEquals(404, site.get("/api/v1/imports/one", "Authorization", ADMIN).status());
    }

    private Page post(String path, Zip zip) {
        return send(path, zip.bytes(), "application/zip");
    }

    private Page send(String path, byte[] body, String type) {
        return site.send("POST", path, BodyPublishers.ofByteArray(body), "Authorization", ADMIN, "Content-Type", type);
    }

    private JsonObject awaitEnd(String path) {
        var job = Until.shows(PATIENCE, () -> site.get(path, "Authorization", ADMIN).json(), seen -> !seen.getString("state").equals("running"));
        assertNotEquals("running", job.getString("state"), job.toString());
        return job;
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    private static long left() throws IOException {
        try (var files = Files.list(Server.desk().data().resolve("imports"))) {
            return files.count();
        }
    }
}
