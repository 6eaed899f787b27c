package org.lectern.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

class SignInIT {

    private final Site site = new Site(Server.shared());

    @Test
    void a_page_of_staff_asks_a_stranger_to_sign_in() {
        var page = site.get("/admin/");

        assertEquals(302, page.status());
        assertTrue(page.header("Location").endsWith("/sign-in"), page.header("Location"));
        assertEquals("Sign in", site.get("/sign-in").text("h1"));
    }

    @Test
    void the_sign_in_page_sets_no_cookie_of_its_own() {
        var page = site.get("/sign-in");

        assertEquals(200, page.status());
        assertTrue(page.cookies().isEmpty());
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void who_signs_in_gets_to_the_page_that_was_asked_for() {
        site.get("/admin/nowhere");

        var answer = site.signIn("anna", "anna-of-the-trips");

        assertEquals(302, answer.status());
        assertTrue(answer.header("Location").endsWith("/admin/nowhere"), answer.header("Location"));
        assertEquals(404, site.get("/admin/nowhere").status());
    }

    @Test
    void a_wrong_password_is_told_and_not_let_in() {
        var answer = site.signIn("nobody-" + System.nanoTime(), "wrong");

        assertEquals(302, answer.status());
        assertTrue(answer.header("Location").endsWith("/sign-in/failed"), answer.header("Location"));
        assertEquals("User name or password is wrong. Mind upper and lower case, and try again.", site.get("/sign-in/failed").text(".note"));
        assertEquals(302, site.get("/admin/").status());
    }

    @Test
    void a_name_that_would_forge_a_line_of_the_log_is_answered_as_a_wrong_password() throws IOException {
        var account = "forged-" + System.nanoTime() + "\r\n[AUDIT] ";

        var answer = site.post("/j_security_check", Map.of("j_username", account, "j_password", "wrong", "to", "/tags/java/"));
        var ofProgram = site.get("/api/v1/tags", "Authorization", Site.basic(account, "wrong"));
        for (var tries = 0; tries < 3; tries++) {
            site.signIn(account, "wrong");
        }

        assertEquals(302, answer.status());
        assertTrue(answer.header("Location").endsWith("/sign-in/failed?to=%2Ftags%2Fjava%2F"), answer.header("Location"));
        assertEquals(site.get("/api/v1/tags", "Authorization", Site.basic("nobody-" + System.nanoTime(), "wrong")).body(), ofProgram.body());
        assertEquals(429, slowedDown(() -> site.signIn(account, "wrong")).status());
        assertFalse(Server.shared().log().contains(account.substring(0, 20)));
    }

    @Test
    void the_session_changes_its_id_with_the_person_who_signs_in() {
        site.get("/admin/");
        site.signIn("anna", "anna-of-the-trips");
        var first = site.get("/admin/nowhere").cookie("lectern-session").orElseThrow();

        site.signIn("eva", "eva-of-the-trips");
        var second = site.get("/admin/nowhere").cookie("lectern-session").orElseThrow();

        assertNotEquals(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%", "http://[", "http://elsewhere.example/admin/", "///"})
    void a_cookie_that_leads_nowhere_is_forgotten_and_the_form_shown_again(String onTheWay) {
        var answer = site.post("/j_security_check", Map.of("j_username", "anna", "j_password", "anna-of-the-trips", "to", "/admin/profile"), "Cookie", "WASReqURL=" + onTheWay);

        assertEquals(303, answer.status());
        assertEquals("/sign-in?to=%2Fadmin%2Fprofile", answer.header("Location"));
        assertTrue(answer.cookies().stream().anyMatch(cookie -> cookie.getName().equals("WASReqURL") && cookie.hasExpired()), answer.cookies().toString());
        assertEquals(302, site.signIn("anna", "anna-of-the-trips").status());
    }

    @Test
    void the_first_page_of_the_next_person_has_a_form_that_can_be_sent() {
        site.signIn("anna", "anna-of-the-trips");
        site.get("/admin/profile");

        site.signIn("eva", "eva-of-the-trips");
        var form = site.get("/admin/profile").form("main form", "name", "");

        assertEquals(422, site.post("/admin/profile", form).status());
    }

    @Test
    void an_old_cookie_is_dead_after_sign_out() {
        var signedIn = Site.signedIn(Server.shared(), "anna");
        signedIn.get("/admin/nowhere");
        var kept = signedIn.cookies().stream().map(cookie -> cookie.getName() + "=" + cookie.getValue()).reduce((one, other) -> one + "; " + other).orElseThrow();
        assertEquals(404, site.get("/admin/nowhere", "Cookie", kept).status());

        var answer = signedIn.post("/sign-out", Map.of());

        assertEquals(303, answer.status());
        assertEquals("/", answer.header("Location"));
        assertEquals(302, site.get("/admin/nowhere", "Cookie", kept).status());
    }

    @Test
    void a_token_that_has_ended_is_refused_however_it_is_dressed_up() {
        var signedIn = Site.signedIn(Server.shared(), "anna");
        signedIn.get("/admin/nowhere");
        var token = signedIn.cookies().stream().filter(cookie -> cookie.getName().equals("lectern-sign-in")).findFirst().orElseThrow().getValue();
        assertEquals(404, site.get("/admin/nowhere", "Cookie", "lectern-sign-in=" + token).status());

        signedIn.post("/sign-out", Map.of());

        for (var cookie : List.of("lectern-sign-in=" + token, "lectern-sign-in=x; lectern-sign-in=" + token, "lectern-sign-in=" + token + "; lectern-sign-in=x", "Lectern-Sign-In=" + token,
                "lectern-sign-in=\"" + token + "\"", "lectern-sign-in=" + token + "AAAA", "lectern-sign-in=" + token.replaceFirst("=+$", ""), "lectern-sign-in=" + token + "=", "LtpaToken2=" + token)) {
            assertEquals(302, new Site(Server.shared()).get("/admin/nowhere", "Cookie", cookie).status(), cookie);
        }
    }

    @Test
    void who_signs_out_in_one_browser_stays_signed_in_in_another() {
        var one = Site.signedIn(Server.shared(), "anna");
        var other = Site.signedIn(Server.shared(), "anna");
        one.get("/admin/nowhere");
        other.get("/admin/nowhere");

        one.post("/sign-out", Map.of());

        assertEquals(302, one.get("/admin/nowhere").status());
        assertEquals(404, other.get("/admin/nowhere").status());
    }

    @Test
    void a_reader_comes_back_to_the_page_that_led_here_and_reads_the_same_bytes() {
        var before = site.get("/tags/").body();
        var page = site.get("/sign-in", "Referer", Server.shared().url() + "tags/");
        var to = page.document().select("input[name=to]").attr("value");

        var answer = site.post("/j_security_check", Map.of("j_username", "rita", "j_password", "rita-of-the-trips", "to", to));
        var done = site.get(path(answer));

        assertEquals("/tags/", to);
        assertEquals(302, done.status());
        assertEquals("/tags/", path(done));
        assertEquals(before, site.get("/tags/").body());
    }

    @Test
    void who_was_on_no_way_comes_to_the_desk_or_to_the_front_page() {
        var author = new Site(Server.shared());
        var reader = new Site(Server.shared());

        var ofAuthor = author.get(path(author.signIn("anna", "anna-of-the-trips")));
        var ofReader = reader.get(path(reader.signIn("rita", "rita-of-the-trips")));

        assertEquals("/admin/", path(ofAuthor));
        assertEquals("/", path(ofReader));
    }

    @Test
    void a_wrong_try_does_not_lose_the_way() {
        var wrong = site.post("/j_security_check", Map.of("j_username", "nobody-" + System.nanoTime(), "j_password", "wrong", "to", "/tags/java/"));

        var page = site.get(path(wrong));

        assertEquals("/tags/java/", page.document().select("input[name=to]").attr("value"));
        assertEquals("User name or password is wrong. Mind upper and lower case, and try again.", page.text(".note"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:alert(1)", "/\t/evil.example/", "/sign-out", "/sign-in/done"})
    void never_leads_away_from_here(String to) {
        var reader = new Site(Server.shared());

        var answer = reader.post("/j_security_check", Map.of("j_username", "rita", "j_password", "rita-of-the-trips", "to", to));

        assertEquals("/", path(reader.get(path(answer))));
    }

    @Test
    void a_reader_may_sign_in_but_sees_no_page_of_staff() {
        var page = Site.signedIn(Server.shared(), "rita").get("/admin/");

        assertEquals(403, page.status());
        assertEquals("You are not allowed to do this", page.text("h1"));
    }

    @Test
    void guessing_is_slowed_down_also_at_a_nested_address_and_tells_nothing_of_the_account() {
        var account = "guessed-" + System.nanoTime();
        for (int tries = 0; tries < 5; tries++) {
            assertEquals(302, site.post("/x/y/j_security_check", Map.of("j_username", account, "j_password", "guess" + tries)).status());
        }

        var answer = slowedDown(() -> site.post("/admin/j_security_check", Map.of("j_username", account.toUpperCase(), "j_password", "another")));
        var other = slowedDown(() -> site.get("/api/v1/nowhere", "Authorization", Site.basic(account, "another")));

        assertEquals(429, answer.status());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) <= 20, answer.header("Retry-After"));        // 5 s, twice as long after each try that came when the wait was over
        assertTrue(answer.text(".note").startsWith("Too many tries. Wait "), answer.text(".note"));
        assertEquals(429, other.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/j_security_check/", "/j_security_check/x", "/j_security_check;x/y", "/j_security_check;x=y", "/j_security_check%20", "/j_security_check%3f", "/j_security_checkx",
        "/j_security_check.", "/j_security_check/j_security_check/x", "/x;j_security_check/y", "/%6a_security_check/", "/health/j_security_check", "/health/ready/j_security_check/", "/admin/j_security_check/x"})
    void no_other_spelling_of_the_sign_in_lets_anybody_in(String path) {
        var visitor = new Site(Server.shared());

        var answer = visitor.post(path, Map.of("j_username", "anna", "j_password", "anna-of-the-trips"));

        var isGuarded = path.equals("/health/j_security_check");
        assertEquals(isGuarded ? 302 : 404, answer.status(), path);
        assertEquals(isGuarded, visitor.cookies().stream().anyMatch(cookie -> cookie.getName().equals("lectern-sign-in") && !cookie.getValue().isEmpty()), path);
    }

    @Test
    void guessing_at_the_health_of_the_server_is_slowed_down_too() {
        var account = "health-" + System.nanoTime();
        for (var tries = 0; tries < 5; tries++) {
            site.post("/health/j_security_check", Map.of("j_username", account, "j_password", "guess"));
        }

        assertEquals(429, slowedDown(() -> site.post("/health/j_security_check", Map.of("j_username", account, "j_password", "guess"))).status());
    }

    /** Guesses until it is slowed down, a few times at most: on a busy machine the first wait may be over before the next try, and then comes a longer one. */
    static Page slowedDown(Supplier<Page> guess) {
        return Stream.generate(guess).limit(10).filter(answer -> answer.status() == 429).findFirst().orElseThrow(() -> new AssertionError("Nothing slows this guessing down"));
    }

    @Test
    void a_form_that_announces_more_than_a_name_and_a_password_is_not_waited_for() throws IOException {
        try (var socket = new Socket("127.0.0.1", Server.shared().url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 600000000\r\n\r\na=b")
                    .getBytes(StandardCharsets.US_ASCII));

            assertTrue(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine().contains("413"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\u012fevil.example/", "//evil.example/", "/\\evil.example", "/\u015cevil.example"})
    void nobody_is_led_to_another_site(String to) {
        var visitor = Site.signedIn(Server.shared(), "anna");

        var answer = visitor.get("/sign-in/done?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));

        assertEquals("/admin/", path(answer));
    }

    @Test
    void another_site_cannot_sign_a_browser_in_or_out() {
        assertEquals(403, site.post("/j_security_check", Map.of("j_username", "anna", "j_password", "anna-of-the-trips"), "Origin", "https://evil.example").status());
        assertEquals(403, site.post("/sign-out", Map.of(), "Sec-Fetch-Site", "cross-site").status());
        assertEquals("This was sent from a page of another site. Open the page here and send it again.",
                site.post("/sign-out", Map.of(), "Sec-Fetch-Site", "cross-site").text(".lead > p"));
    }

    @Test
    void a_form_that_met_an_expired_sign_in_is_not_kept_in_a_cookie() {
        var answer = site.post("/admin/nowhere", Map.of("text", "a draft"));

        assertEquals(302, answer.status());
        assertFalse(answer.cookies().stream().anyMatch(cookie -> cookie.getName().equals("WASPostParam")), answer.cookies().toString());
    }

    @Test
    void a_script_that_meets_an_expired_sign_in_leads_nobody_to_what_it_asked_for() {
        site.get("/admin/articles");
        site.get("/admin/autosave.json?page=new");

        var answer = site.post("/j_security_check", Map.of("j_username", "anna", "j_password", "anna-of-the-trips"));

        assertEquals("/sign-in/done", path(answer));
        assertEquals("/admin/", path(site.get("/sign-in/done")));
    }

    /** Where an answer leads, below the context root. */
    private static String path(Page answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_person_signs_in_in_a_browser() {
        try (var browser = Browser.open(320)) {
            browser.page().navigate(Server.shared().url() + "admin/nowhere");
            browser.assertAccessible();
            browser.assertFits();

            browser.page().getByLabel("User name").fill("anna");
            browser.page().getByLabel("Password").fill("anna-of-the-trips");
            browser.page().locator("button").click();

            assertThat(browser.page().locator("h1")).hasText("There is no such page");
            assertEquals(Server.shared().url() + "admin/nowhere", browser.page().url());
            browser.assertAccessible();
        }
    }
}
