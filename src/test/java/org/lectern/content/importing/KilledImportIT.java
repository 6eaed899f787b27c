package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class KilledImportIT {

    /** So many that a fast server is killed before it has written all of them. */
    private static final int FILES = 1440;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Server server = Source.server();

    @Test
    void what_was_written_before_a_power_failure_is_kept_and_the_same_files_go_on_from_there() {
        var source = IntStream.rangeClosed(1, FILES).boxed().reduce(Source.named("killed"),
                (some, number) -> some.with(file(number), article(number)), (one, other) -> one);
        var site = new Site(server);

        var job = Source.json(source.send(server, true, new String[0], "Prefer", "respond-async")).getString("job").replaceFirst(".*(?=/api/)", "");
        var acknowledged = awaitSome(site, job);
        server.kill();
        server.start();
        var kept = count(site, "/tags/killed/");
        var state = Source.json(site.get(job, "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD))).getString("state");
        var report = source.apply(server);

        assertTrue(acknowledged < FILES, "The server was too fast for this trip.");
        assertTrue(kept >= acknowledged, kept + " of " + acknowledged);
        assertEquals("interrupted", state);
        assertEquals(FILES - kept + " new, 0 changed, " + kept + " unchanged, 0 kept", report.articles());
        assertEquals(FILES, count(site, "/tags/killed/"));
        assertEquals(FILES / 2, count(site, "/tags/even/"));
        var titles = new HashSet<String>();
        for (var page = 1; (page - 1) * 50 < FILES; page++) {
            titles.addAll(site.get("/tags/killed/" + (page == 1 ? "" : "page/" + page + "/")).texts(".card h2"));
        }
        assertEquals(FILES, titles.size());
        IntStream.rangeClosed(1, FILES).filter(number -> number % 9 == 0)
                .forEach(number -> assertEquals("/articles/killed-" + facing(number) + "/", site.get("/articles/killed-" + number + "/").document().select(".prose p a").attr("href"), "from " + number));
        assertEquals("0 new, 0 changed, " + FILES + " unchanged, 0 kept", source.plan(server).articles());
    }

    private static String file(int number) {
        return "part-" + number % 7 + "/killed-" + number + ".md";
    }

    /** Half of them lead to one that is written later, many of them over the failure. */
    private static int facing(int number) {
        return FILES + 1 - number;
    }

    /**
     * How many files the job had written when it went on to others. H2 shows a change to everybody a moment before it has written it, and lets the writer go on only
     * then: what is merely seen is nothing that anybody was told to be kept.
     */
    private static int awaitSome(Site site, String job) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var written = 0;
        while (true) {
            var seen = Source.json(site.get(job, "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD)));
            if (written > 0 && seen.getInt("done") > written) {
                return written;
            }
            written = seen.getInt("done");
            if (System.nanoTime() > end || !seen.getString("state").equals("running")) {
                throw new IllegalStateException("Nothing is written: " + seen);
            }
            Thread.onSpinWait();
        }
    }

    private static int count(Site site, String tag) {
        return Integer.parseInt(site.get(tag).text(".lead .meta").replaceAll("\\D", ""));
    }

    private static String article(int number) {
        return "---\ntitle: Killed " + number + "\ndate: 2024-01-02\ntags: [killed, " + (number % 2 == 0 ? "even" : "odd") + "]\n---\n\nArticle number " + number + " of many faces [another](../" + file(facing(number)) + ").\n";
    }
}
