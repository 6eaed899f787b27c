package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

/** A database that comes after the server, as after a power failure. */
class LateDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void the_site_says_that_it_waits_and_opens_by_itself() throws IOException {
        var port = freePort();
        var settings = Map.of("LECTERN_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "LECTERN_DB_USER", "postgres", "LECTERN_DB_PASSWORD", "postgres");
        try (var server = Server.begin("late", settings)) {
            var visitor = new Site(server);

            var waiting = visitor.get("/");
            var readiness = visitor.get("/health/ready");
            var atTheDoors = List.of(visitor.signIn("admin", "wrong"), visitor.post("/health/j_security_check", Map.of("j_username", "admin", "j_password", Server.ADMIN_PASSWORD)),
                    visitor.get("/api/v1/tags", "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD)));
            try (var database = EmbeddedPostgres.builder().setPort(port).setPGStartupWait(PATIENCE).start()) {
                Until.shows(PATIENCE, () -> visitor.get("/"), page -> page.status() == 200);

                assertEquals(503, waiting.status(), waiting.body());
                assertEquals("5", waiting.header("Retry-After"));
                assertEquals(503, readiness.status(), readiness.body());
                assertEquals(200, visitor.get("/").status());
                assertEquals(200, visitor.get("/health/ready").status());
                assertEquals(List.of(503, 503, 503), atTheDoors.stream().map(Page::status).toList());
                assertEquals(200, Site.signedIn(server, "admin").get("/admin/audit").status());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
