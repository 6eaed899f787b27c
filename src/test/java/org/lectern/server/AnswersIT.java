package org.lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class AnswersIT {

    private final Site site = new Site(Server.shared());

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/sign-in", "/admin/", "/tags/Java", "/robots.txt", "/api/v1/nowhere", "/api/nowhere", "/health/ready", "/assets/tokens.css", "/caf%E9", "/a%2Fb", "/WEB-INF/web.xml", "/error"})
    void every_answer_keeps_browsers_from_being_led_astray(String path) {
        assertGuarded(site.get(path));
    }

    @Test
    void a_declined_form_keeps_browsers_from_being_led_astray_too() {
        var staff = Site.signedIn(Server.shared(), "anna");

        var page = staff.post("/admin/", Map.of("jakarta.faces.ViewState", "of somebody else"));

        assertEquals(403, page.status());
        assertGuarded(page);
    }

    @Test
    void a_picture_can_neither_act_nor_be_framed() {
        var address = site.get("/articles/replication-lag/").document().selectFirst(".prose img").attr("src");
        var picture = site.get(address);
        var again = site.get(address, "If-None-Match", picture.header("ETag"));

        assertEquals("image/svg+xml", picture.header("Content-Type"));
        assertEquals("default-src 'none'; sandbox; frame-ancestors 'none'", picture.header("Content-Security-Policy"));
        assertEquals(304, again.status());
        assertGuarded(picture);
        assertGuarded(again);
    }

    private static void assertGuarded(Page page) {
        var what = page.response().uri() + " " + page.status();
        assertEquals("nosniff", page.header("X-Content-Type-Options"), what);
        assertEquals("same-origin", page.header("Referrer-Policy"), what);
        assertTrue(page.header("Content-Security-Policy").contains("default-src 'none'"), what);
        assertTrue(page.header("Content-Security-Policy").contains("frame-ancestors 'none'"), what);
        assertEquals("", page.header("Server") + page.header("X-Powered-By") + page.header("$WSEP"), what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/assets/tokens.css", "/api/v1/nowhere", "/health/ready"})
    void what_anybody_may_read_sets_no_cookie(String path) {
        var page = site.get(path);

        assertTrue(page.status() < 500, path + " " + page.status());
        assertTrue(page.cookies().isEmpty(), path + " " + page.cookies());
    }

    @Test
    void public_pages_may_run_no_script() {
        assertEquals("default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                site.get("/nowhere").header("Content-Security-Policy"));
    }

    @Test
    void an_address_that_leads_nowhere_helps_and_tells_nothing_of_the_inside() {
        var page = site.get("/nowhere");

        assertEquals(404, page.status());
        assertEquals("There is nothing at this address", page.text("h1"));
        assertFalse(page.document().select("main a[href=/tags/]").isEmpty(), page.body());
        assertFalse(page.body().contains("SRVE"), page.body());
    }

    @Test
    void the_views_themselves_cannot_be_fetched() {
        assertEquals(404, site.get("/WEB-INF/server/error.xhtml").status());
        assertEquals(404, site.get("/server/error.xhtml").status());
    }

    @Test
    void programs_get_their_refusals_as_problems() {
        var page = site.get("/api/v1/nowhere");

        assertEquals(404, page.status());
        assertTrue(page.header("Content-Type").startsWith("application/problem+json"), page.header("Content-Type"));
        assertEquals("{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Nothing stands at this address. It may be mistyped, or the page has been withdrawn.\"}", page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "[", "^", "`", "\"", "<", "{"})
    void a_program_that_sends_no_address_is_told_so(String sign) throws IOException {
        try (var socket = new Socket("127.0.0.1", Server.shared().url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET /api/v1/tags" + sign + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        }
    }

    @Test
    void a_program_with_a_wrong_password_is_asked_for_a_right_one_and_never_led_to_the_form() {
        var page = site.get("/api/v1/nowhere", "Authorization", Site.basic("nobody-" + System.nanoTime(), "wrong"));

        assertEquals(401, page.status());
        assertEquals("Basic realm=\"Lectern\", charset=\"UTF-8\"", page.header("WWW-Authenticate"));
        assertEquals("{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"User name or password is wrong.\"}", page.body());
        assertTrue(page.cookies().isEmpty());
    }

    @Test
    void a_program_with_a_right_password_passes_without_a_cookie() {
        var page = site.get("/api/v1/nowhere", "Authorization", Site.basic("rita", "rita-of-the-trips"));

        assertEquals(404, page.status());
        assertTrue(page.cookies().isEmpty(), page.cookies().toString());
        assertEquals("nosniff", page.header("X-Content-Type-Options"));
    }

    @Test
    void credentials_that_cannot_be_read_are_refused() {
        assertEquals(401, site.get("/api/v1/nowhere", "Authorization", "Bearer abc").status());
        assertEquals(401, site.get("/api/v1/nowhere", "Authorization", "Basic ***").status());
    }

    @Test
    void a_page_of_another_site_cannot_make_a_browser_use_the_api() {
        var answer = site.send("POST", "/api/v1/imports", BodyPublishers.ofString("x"), "Origin", "https://evil.example", "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD));

        assertEquals(403, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"));
    }

    @Test
    void nobody_can_forge_the_address_of_a_request_by_a_header() {
        var account = "forged-" + System.nanoTime();
        var hosts = IntStream.range(0, 15).mapToObj(host -> "10.9.8." + host).iterator();
        Supplier<Page> guess = () -> {
            var host = hosts.next();
            return site.get("/api/v1/nowhere", "Authorization", Site.basic(account, "guess"), "X-Forwarded-For", host, "$WSRA", host);
        };
        for (int tries = 0; tries < 5; tries++) {
            guess.get();
        }

        var answer = SignInIT.slowedDown(guess);

        assertEquals(429, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?a=%zz", "/tags/?all=%", "/tags/java/?x=%2", "/sign-in?to=%zz"})
    void a_broken_query_is_no_fault_of_ours(String address) throws IOException {
        try (var socket = new Socket("127.0.0.1", Server.shared().url().getPort())) {        // Java's own client sends no such address
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
        }
    }

    @Test
    void a_form_that_is_no_percent_encoding_is_no_fault_of_ours() {
        assertEquals(400, site.send("POST", "/j_security_check", BodyPublishers.ofString("j_username=%zz"), "Content-Type", "application/x-www-form-urlencoded").status());
    }

    @Test
    void health_says_that_it_is_started_ready_and_alive() {
        assertEquals(200, site.get("/health/started").status());
        assertEquals(200, site.get("/health/ready").status());
        assertEquals(200, site.get("/health/live").status());
        assertEquals("UP", site.get("/health").json().getString("status"));
    }
}
