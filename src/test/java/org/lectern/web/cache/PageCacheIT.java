package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

class PageCacheIT {

    private static final String KEPT = "lectern; hit";
    private static final String MADE = "lectern; fwd=miss";
    private static final String MADE_ANEW = "lectern; fwd=stale";
    private static final String STALE = "lectern; hit; detail=stale";

    private static LentDatabase database;
    private static Server server;

    private final Site site = new Site(server);

    @BeforeAll
    static void start() {
        database = new LentDatabase();
        var settings = new HashMap<>(database.settings());
        settings.put("LECTERN_SAMPLES", "true");
        settings.put("LECTERN_PAGE_SIZE", "20");
        server = Server.start("cached", settings);
    }

    @AfterAll
    static void stop() {
        server.close();
        database.goAway();
    }

    @AfterEach
    void bringBack() {
        database.comeBack();
        assertEquals(KEPT, Until.shows(() -> site.get("/").header("Cache-Status"), KEPT::equals));
    }

    @Test
    void a_page_is_made_once_and_then_sent_plain_or_packed_or_not_at_all_to_who_has_it() throws IOException {
        var address = "/articles/" + slug(0) + "/";

        var made = site.get(address);
        var plain = site.get(address);
        var packed = site.get(address, "Accept-Encoding", "br, gzip");
        var known = site.get(address, "If-None-Match", "\"x\", W/" + packed.header("ETag"), "Accept-Encoding", "gzip");
        var head = site.send("HEAD", address, BodyPublishers.noBody());

        assertEquals(List.of(MADE, KEPT, KEPT, KEPT, KEPT), List.of(made, plain, packed, known, head).stream().map(page -> page.header("Cache-Status")).toList());
        assertEquals(List.of(200, 200, 200, 304, 200), List.of(made, plain, packed, known, head).stream().map(Page::status).toList());
        assertArrayEquals(made.bytes(), plain.bytes());
        assertArrayEquals(made.bytes(), new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes());
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertEquals(0, known.bytes().length + head.bytes().length);
        assertEquals(Integer.toString(made.bytes().length), head.header("Content-Length"));
        assertTrue(made.header("ETag").matches("\"[0-9a-f]{32}\""), made.header("ETag"));
        assertEquals(made.header("ETag"), head.header("ETag"));
        assertNotEquals(plain.header("ETag"), packed.header("ETag"));
        assertEquals(packed.header("ETag"), known.header("ETag"));
        for (var page : List.of(made, plain, packed, known, head)) {
            assertEquals("no-cache", page.header("Cache-Control"));
            assertEquals("Accept-Encoding", page.header("Vary"));
            assertEquals(made.header("Content-Language"), page.header("Content-Language"));
            assertEquals("nosniff", page.header("X-Content-Type-Options"));
            assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'; img-src 'self'"), page.header("Content-Security-Policy"));
            assertTrue(page.cookies().isEmpty(), page.cookies().toString());
        }
    }

    @Test
    void nobody_gets_another_page_by_a_parameter_a_spelling_or_a_sign_in() {
        var page = site.get("/tags/");

        var advertised = site.get("/tags/?utm_source=letter&page=&edition=1");
        var byCount = site.get("/tags/?x=1&by=count");
        var spelled = site.get("/%74ags/");
        var again = site.get("/%74ags/");
        var signedIn = Site.signedIn(server, "eva").get("/tags/");

        assertArrayEquals(page.bytes(), advertised.bytes());
        assertEquals(List.of(MADE, MADE), List.of(spelled.header("Cache-Status"), again.header("Cache-Status")));
        assertArrayEquals(page.bytes(), spelled.bytes());
        assertNotEquals(page.header("ETag"), byCount.header("ETag"));
        assertEquals(KEPT, signedIn.header("Cache-Status"));
        assertArrayEquals(page.bytes(), signedIn.bytes());
        assertTrue(signedIn.cookies().isEmpty(), signedIn.cookies().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.faces.partial.ajax=true", "jakarta.faces.partial.ajax=true&jakarta.faces.partial.render=@all", "jakarta.faces.ViewState=x", "primefaces.nonce=%27",
            "jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=%3Cb"})
    void no_word_of_the_framework_makes_another_page_of_one_or_a_fault(String words) {
        var address = "/articles/" + slug(3) + "/";
        for (var spelled : List.of("/%70age/2/", "/%74ags/", "/%74ags/java/", "/%74ags/distributed-systems+java/", "/%61rticles/", address.replace("/a", "/%61"), "/%61uthors/", "/nowhere", "/sign-in")) {
            var page = site.get(spelled);

            var asked = site.get(spelled + "?" + words, "Faces-Request", "partial/ajax", "Content-Type", "application/x-www-form-urlencoded");

            assertEquals(page.status(), asked.status(), spelled + " " + asked.body());
            assertEquals(page.body(), asked.body(), spelled);
            assertEquals(page.header("Content-Type"), asked.header("Content-Type"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/tags/feed.atom?all=distributed-systems&any=java&any=kubernetes", "/feed.json", "/llms.txt", "/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/"})
    void what_programs_ask_for_is_kept_too(String address) {
        var made = site.get(address);

        var again = site.get(address.replace("%E6", "%e6"));

        assertEquals(200, made.status(), address);
        assertEquals(KEPT, again.header("Cache-Status"));
        assertArrayEquals(made.bytes(), again.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/admin/", "/sign-in", "/api/v1/nowhere", "/robots.txt", "/assets/tokens.css", "/preview/abcdefghijklmnopqrstuvwxyz012345", "/tags/Caching/"})
    void what_is_no_page_of_everybodys_is_left_alone(String address) {
        site.get(address);

        var page = site.get(address);

        assertEquals("", page.header("Cache-Status"), address + " " + page.status());
    }

    @Test
    void what_is_published_is_seen_at_once_and_what_is_withdrawn_comes_back_never_in_an_outage_either() {
        var list = "/tags/passing/";
        publish("passing", "Passing by");
        publish("staying", "Staying");
        var both = site.get(list).texts("h2 a");
        var text = site.get("/articles/passing/");
        var other = "/articles/" + slug(1) + "/";
        var cold = "/articles/" + slug(2) + "/";
        site.get(other);

        withdraw("Passing by");
        var gone = site.get("/articles/passing/");
        var one = site.get(list).texts("h2 a");
        site.get("/articles/staying/");
        database.goAway();
        assertEquals(STALE, Until.shows(() -> site.get("/articles/staying/").header("Cache-Status"), STALE::equals));
        var staying = site.get("/articles/staying/");
        var stale = site.get(list);
        var hidden = site.get("/articles/passing/");
        var unmade = site.get(cold);
        var older = site.get(other);
        var ready = site.get("/health/ready");
        database.comeBack();
        assertEquals(200, Until.shows(() -> site.get(cold).status(), status -> status == 200));

        assertEquals(List.of("Passing by", "Staying"), both.stream().sorted().toList());
        assertEquals("Passing by", text.text("h1"));
        assertEquals(404, gone.status());
        assertEquals(List.of("Staying"), one);
        assertEquals(200, staying.status());
        assertTrue(staying.header("Age").matches("[0-9]+"), staying.header("Age"));
        assertEquals(List.of("Staying"), stale.texts("h2 a"));
        assertEquals(List.of(503, 503, 503), List.of(hidden.status(), unmade.status(), older.status()));
        assertFalse(hidden.body().contains("Passing by"), hidden.body());
        assertTrue(unmade.header("Retry-After").matches("[1-9]"), unmade.header("Retry-After"));
        assertEquals(200, ready.status());
        assertEquals(404, site.get("/articles/passing/").status());
        for (var times = 0; times < 30; times++) {
            assertEquals(200, site.get("/tags/%70assing/").status(), "a connection was lost");
        }
        assertEquals("", site.get(list).header("Age"));
    }

    @Test
    void after_any_change_what_is_kept_is_what_would_be_made_anew() {
        var pages = List.of("/tags/kept-a/", "/tags/kept-b/", "/tags/kept-c/", "/articles/kept-one/", "/articles/kept-two/", "/articles/kept-three/", "/articles/kept-uno/", "/tags/kept-a+kept-b/", "/tags/kept-a,kept-c/",
                "/tags/kept-b+-kept-c/", "/tags/kept-a/feed.atom", "/tags/kept-c/feed.json", "/tags/kept-a+kept-c/feed.atom", "/tags/kept-d/feed.atom");
        var changes = new LinkedHashMap<String, Runnable>();
        changes.put("all is there", () -> {
            bring("kept-one", "title: Kept one\ndate: 2025-02-01\ntags: [Kept A, Kept B]", "The first.");
            bring("kept-two", "title: Kept two\ndate: 2025-02-03\ntags: [Kept A, Kept C]", "The second.\n\n<!--more-->\n\nSee [that](/articles/kept-one/) and [more](/tags/kept-b/).");
            bring("kept-three", "title: Kept three\ndate: 2025-02-05\ntags: [Kept B]\nauthors: [Kept Author]", "See [that](/articles/kept-one/).");
            bring("kept-four", "title: Kept four\ndate: 2020-02-02\ntags: [Kept D]", "The fourth.\n\n<!--more-->\n\nSee [that](/articles/kept-one/).");
        });
        changes.put("nothing of this", () -> bring("kept-else", "title: Else\ndate: 2025-12-01\ntags: [Elsewhere]", "Text."));
        changes.put("a title", () -> bring("kept-one", "title: Kept one, with another title\ndate: 2025-02-01\ntags: [Kept A, Kept B]", "The first."));
        changes.put("a text", () -> bring("kept-one", "title: Kept one, with another title\ndate: 2025-02-01\ntags: [Kept A, Kept B]", "The first, and longer."));
        changes.put("a tag more", () -> bring("kept-one", "title: Kept one, with another title\ndate: 2025-02-01\ntags: [Kept A, Kept B, Kept C]", "The first, and longer."));
        changes.put("a neighbour", () -> bring("kept-near", "title: Near\ndate: 2025-02-04\ntags: [Elsewhere]", "Text."));
        changes.put("one that is alike", () -> bring("kept-like", "title: Like\ndate: 2024-02-04\ntags: [Kept C]", "Text."));
        changes.put("a tag spelled otherwise", () -> {
            bring("kept-like", "title: Like\ndate: 2024-02-04\ntags: [KEPT C]", "Text.");
            bring("kept-more", "title: More\ndate: 2024-02-05\ntags: [KEPT C]", "Text.");
            bring("kept-most", "title: Most\ndate: 2024-02-06\ntags: [KEPT C]", "Text.");
        });
        changes.put("another address", () -> bring("kept-one", "title: Kept one, with another title\nslug: kept-uno\ndate: 2025-02-01\ntags: [Kept A, Kept B, Kept C]", "The first, and longer."));
        changes.put("a tag gone from all", () -> bring("kept-three", "title: Kept three\ndate: 2025-02-05\ntags: []\nauthors: [Kept Author]", "See [that](/articles/kept-one/)."));
        changes.put("one withdrawn", () -> withdraw("Kept one, with another title"));

        changes.forEach((name, change) -> {
            change.run();
            for (var page : pages) {
                var kept = site.get(page);
                var made = site.get(page.replaceFirst("/kept-", "/%6bept-"));

                assertEquals(made.status(), kept.status(), page + " after " + name);
                assertEquals(made.body(), kept.body(), page + " after " + name);
            }
        });
    }

    /** Under another spelling a page is made each time, of what is kept of its articles. */
    @Test
    void a_list_that_is_made_again_shows_what_its_articles_say_now_whatever_they_said_before() {
        var eva = Site.signedIn(server, "eva");
        var name = eva.get("/admin/profile").document().select("#name").val();
        Supplier<Element> card = () -> site.get("/tags/%63arded/").document().selectFirst(".cards li:has(a[href*=carded-one])");
        bring("carded-target", "title: Target\ndate: 2025-06-01\ntags: [Elsewhere]", "Text.");
        bring("carded-one", "title: Carded one\ndate: 2025-06-02\ntags: [Carded, Held]\nauthors: [" + name + "]", "![It](it.svg) See [that](/articles/carded-target/).", "it.svg", drawing(400));

        var first = card.get();
        eva.post("/admin/profile", eva.get("/admin/profile").form("main form:has(#name)", "name", "Eva Otherwise"));
        var renamed = card.get();
        eva.post("/admin/profile", eva.get("/admin/profile").form("main form:has(#name)", "name", name));
        bring("carded-one", "title: Carded one\ndate: 2025-06-02\ntags: [Carded, Held]\nauthors: [" + name + "]", "![It](it.svg) See [that](/articles/carded-target/).", "it.svg", drawing(500));
        var redrawn = card.get();
        withdraw("Target");
        var leading = card.get();
        rename(eva, "Held", "Held on");
        var retagged = card.get();
        bring("carded-one", "title: Carded one\ndate: 2025-06-02\ntags: [CARDED]", "Words.");
        var rewritten = card.get();
        bring("carded-one", "title: Carded one again\ndate: 2025-06-02\ntags: [CARDED]", "Words.");

        assertEquals(List.of(name, "400", "/articles/carded-target/", "Carded Held"), List.of(first.select(".meta a").text(), first.select("img").attr("width"), first.select(".prose a").attr("href"), String.join(" ", first.select(".tags a").eachText())));
        assertEquals("Eva Otherwise", renamed.select(".meta a").text());
        assertEquals(List.of(name, "500"), List.of(redrawn.select(".meta a").text(), redrawn.select("img").attr("width")));
        assertEquals("See that.", leading.select(".prose").text());
        assertEquals(List.of("Carded", "Held on"), retagged.select(".tags a").eachText());
        assertEquals(List.of("", "Words.", "CARDED"), List.of(rewritten.select(".meta a").text(), rewritten.select(".prose").text(), rewritten.select(".tags").text()));
        assertEquals("Carded one again", card.get().select("h2").text());
    }

    @Test
    void a_change_leaves_pages_kept_that_show_nothing_of_it() {
        bring("still-one", "title: Still one\ndate: 2025-03-01\ntags: [Still]", "A text.");
        bring("still-two", "title: Still two\ndate: 2025-03-02\ntags: [Still]", "See [that](/articles/still-one/).");
        bring("still-far", "title: Still far\ndate: 2025-05-02\ntags: [Far]", "A text.");
        bring("still-near", "title: One more\ndate: 2026-05-02\ntags: [Nearer]", "A text.");
        var pages = List.of("/articles/still-one/", "/articles/still-two/", "/tags/far/", "/page/3/", "/tags/far+still/", "/tags/far,still/", "/tags/still/feed.atom", "/tags/nearer/");
        var before = pages.stream().map(site::get).map(page -> page.header("ETag")).toList();

        bring("still-near", "title: Another\ndate: 2026-05-02\ntags: [Nearer]", "A text.");
        bring("still-near", "title: And another\ndate: 2026-05-02\ntags: [Nearer]", "A text.");
        var after = pages.stream().map(site::get).toList();

        assertEquals(List.of(KEPT, KEPT, KEPT, KEPT, KEPT, KEPT, KEPT, MADE_ANEW), after.stream().map(page -> page.header("Cache-Status")).toList());
        assertEquals(before.subList(0, 7), after.stream().limit(7).map(page -> page.header("ETag")).toList());
        assertNotEquals(before.get(7), after.get(7).header("ETag"));
    }

    /** Under another spelling a page is not kept: each time it is made. */
    @ParameterizedTest
    @CsvSource({"/tags/%63aching/, 0", "'/tags/%63aching,replication/', 0", "/page/%32/, 0", "/articles/%72eplication-lag/, 5", "/%74ags/, 0"})
    void a_page_that_is_made_asks_a_handful_of_questions_none_for_each_line_and_a_list_none_that_was_answered(String address, int most) {
        var times = 20;
        assertEquals(MADE, site.get(address).header("Cache-Status"));

        var asked = database.statementsOf(() -> {
            for (var time = 0; time < times; time++) {
                site.get(address);
            }
        });

        asked.keySet().removeIf(statement -> statement.toLowerCase(Locale.ROOT).startsWith("select number, epoch, stamp from edition"));       // asked by the clock, twice a second
        asked.values().removeIf(often -> often < times);       // and so is this, more seldom
        asked.remove("COMMIT");
        assertTrue(asked.size() <= most && asked.values().stream().allMatch(often -> often == times), asked.toString());
        assertFalse(asked.keySet().stream().anyMatch(statement -> statement.toLowerCase(Locale.ROOT).contains("count(")), asked.toString());
    }

    private static String slug(int number) {
        return new Site(server).get("/page/2/").document().select("h2 a").get(number).attr("href").replaceAll(".*/articles/([^/]+)/", "$1");
    }

    private static void publish(String slug, String title) {
        bring(slug, "title: " + title + "\ndate: 2026-01-02\ntags: [Passing]", "A text.");
    }

    /** @param files beside it: paths and texts by turns */
    private static void bring(String name, String frontMatter, String text, String... files) {
        var all = Stream.concat(Stream.of(name + ".md", "---\n" + frontMatter + "\n---\n" + text + "\n"), Stream.of(files)).toArray(String[]::new);
        var answer = new Site(server).send("POST", "/api/v1/imports?source=" + name + "&apply=true", Zip.of(all).body(),
                "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
    }

    private static void rename(Site editor, String tag, String name) {
        var desk = editor.get("/admin/tags?q=" + tag).document().select("tbody a").first().attr("href").replaceAll("\\?.*", "");
        var page = editor.get(desk).document();
        var done = editor.post(desk + "/rename", Map.of("name", name, "seen", name, "do", "rename", "version", page.select("input[name=version]").first().val(), "token", page.select("input[name=token]").first().val()));
        assertEquals(303, done.status(), done.body());
    }

    private static String drawing(int width) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"100\" viewBox=\"0 0 4 1\"/>";
    }

    private static void withdraw(String title) {
        var editor = Site.signedIn(server, "eva");
        var desk = editor.get("/admin/articles?q=" + title.replace(' ', '+')).document().select("tbody a").first().attr("href").replaceAll("\\?.*", "");
        var done = editor.post(desk + "/withdraw", editor.get(desk + "/withdraw").form("main form"));
        assertTrue(done.header("Location").endsWith("?done=withdrawn"), done.status() + done.body());
    }
}
