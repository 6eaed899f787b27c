package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** The same WAR below an address of its own, on a server of its own: two applications cannot share one database. */
class ContextRootIT {

    @Test
    void works_below_kb() {
        try (var server = Server.start("kb", Map.of("LECTERN_CONTEXT_ROOT", "/kb", "LECTERN_SAMPLES", "true"))) {
            var site = new Site(server);
            assertEquals("/kb/assets/site.css", site.get("/sign-in").document().selectFirst("link[rel=stylesheet]").attr("href"));
            assertEquals("/kb/", site.get("/nowhere").document().selectFirst(".wordmark").attr("href"));

            var staff = Site.signedIn(server, "anna");

            assertEquals(404, staff.get("/admin/nowhere").status());
            assertTrue(staff.cookies().stream().allMatch(cookie -> cookie.getPath().startsWith("/kb")), staff.cookies().toString());
            assertEquals("/kb/", staff.post("/sign-out", Map.of()).header("Location"));
        }
    }
}
