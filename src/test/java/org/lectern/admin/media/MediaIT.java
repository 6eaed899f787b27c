package org.lectern.admin.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.lectern.trips.Until;

/** Pictures at the desk, and what becomes of their addresses. */
class MediaIT {

    private static final String BOUNDARY = "boundary-of-pictures";
    private static final String ACTING = "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='60' onload=\"document.documentElement.setAttribute('data-ran', 1)\"><rect width='120' height='60' fill='teal'/>"
            + "<script>document.documentElement.setAttribute('data-ran', 1); fetch('/ran')</script></svg>";

    private final Site eva = Site.signedIn(Server.desk(), "eva");
    private final Site stranger = new Site(Server.desk());

    @Test
    void several_files_are_taken_without_a_script_and_a_refused_one_stops_no_other() {
        var mixed = send(eva, "/admin/media", "/admin/media", Map.of(), new File("pictures", "first of several.png", picture(1, 60)), new File("pictures", "notes.png", "no picture".getBytes(StandardCharsets.UTF_8)),
                new File("pictures", "empty.png", new byte[0]), new File("pictures", "third of several.svg", ACTING.replace("teal", "navy").getBytes(StandardCharsets.UTF_8)));
        var good = send(eva, "/admin/media", "/admin/media", Map.of(), new File("pictures", "fourth of several.png", picture(2, 60)));
        var none = send(eva, "/admin/media", "/admin/media", Map.of());
        var forged = eva.send("POST", "/admin/media", form(Map.of("token", "x"), new File("pictures", "forged of several.png", picture(3, 60))), "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);

        assertEquals(422, mixed.status());
        assertEquals("2 files have not been taken", mixed.text("#problem strong"));
        assertEquals(List.of("notes.png holds text/plain, not a picture that every browser shows. Save it as PNG, JPEG, GIF, WebP or SVG.", "The picture empty.png is empty."), mixed.texts("#problem li"));
        assertEquals("2 pictures are added.", mixed.text(".note.good"));
        assertEquals("/admin/media?done=added&count=1", good.header("Location"));
        assertEquals("One picture is added.", eva.get(good.header("Location")).text("[role=status]"));
        assertEquals("No picture has come. Choose one and send it again.", none.text("#problem li"));
        assertEquals(403, forged.status());
        assertEquals(List.of("fourth-of-several.png", "third-of-several.svg", "first-of-several.png"), eva.get("/admin/media?q=OF-several&only=unused").texts(".pictures .name"));
        assertEquals(List.of("third-of-several.svg"), eva.get("/admin/media?q=of-several&type=svg").texts(".pictures .name"));
        assertEquals("No picture is like that", eva.get("/admin/media?q=of-several&type=gif").text("#empty"));
    }

    @Test
    void of_a_form_that_is_refused_no_file_stays_at_the_server() throws IOException {
        var answer = eva.send("POST", "/admin/media", form(Map.of("token", "x"), new File("pictures", "large.png", picture(5, 400))), "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);

        try (var uploads = Files.list(Server.desk().data().resolve("imports"))) {
            assertEquals(403, answer.status());
            assertEquals(List.of(), uploads.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
    }

    @Test
    void a_picture_of_a_draft_is_for_staff_and_its_address_follows_it_through_replacement_and_takedown() {
        var key = take(eva, "life of it.png", picture(4, 700));
        var article = begin("Life of a picture", "![Its words](media:" + key + ")");
        var preview = eva.get(article).document().select("#preview template").html();
        var hidden = stranger.get("/admin/media/" + key);
        publish(article);
        var page = await("/articles/life-of-a-picture/");
        var image = page.document().selectFirst(".prose img");
        var former = image.attr("src");
        var served = stranger.get(former);
        var smallest = image.attr("srcset").split(" ")[0];

        assertTrue(preview.contains("/admin/media/" + key), preview);
        assertEquals(302, hidden.status());
        assertEquals("no-store", eva.get("/admin/media/" + key).header("Cache-Control"));
        assertEquals("700 350 lazy", image.attr("width") + " " + image.attr("height") + " " + image.attr("loading"));
        assertTrue(image.attr("srcset").matches("/media/[0-9a-f]{20}/life-of-it\\.png 320w, /media/[0-9a-f]{20}/life-of-it\\.png 640w, \\Q" + former + "\\E 700w"), image.attr("srcset"));
        assertEquals("public, max-age=31536000, immutable", served.header("Cache-Control"));
        assertEquals(320, size(stranger.get(smallest).bytes()));
        assertTrue(stranger.get(smallest).bytes().length < served.bytes().length);

        var edit = "/admin/media/" + key + "/edit";
        var replaced = send(eva, edit, edit, Map.of("do", "replace", "version", version(edit)), new File("picture", "other.png", picture(5, 400)));
        var late = send(eva, edit, edit, Map.of("do", "replace", "version", "0"), new File("picture", "late.png", picture(6, 400)));
        var now = stranger.get("/articles/life-of-a-picture/").document().selectFirst(".prose img");

        assertEquals(edit + "?done=replaced", replaced.header("Location"));
        assertEquals("Somebody changed life-of-it.png after you opened this page. Look at it again, then decide.", late.text("#problem p + p"));
        assertEquals("400 200", now.attr("width") + " " + now.attr("height"));
        for (var old : List.of(former, smallest)) {
            assertEquals(301, stranger.get(old).status());
            assertEquals(now.attr("src"), stranger.get(old).header("Location"));
            assertEquals("no-cache", stranger.get(old).header("Cache-Control"));
        }

        var asked = eva.get("/admin/media/" + key + "/take-down");
        var unexplained = post("/admin/media/" + key + "/take-down", Map.of("why", " "));
        var down = post("/admin/media/" + key + "/take-down", Map.of("why", "Shows a name."));

        assertTrue(asked.texts("#effects li").contains("One article uses it. Its text stays as it is."), asked.body());
        assertEquals(List.of("Life of a picture Published"), asked.texts("#uses li"));
        assertEquals("Say why the picture is taken down: it will be asked later.", unexplained.text("#problem p + p"));
        assertEquals(303, down.status());
        assertEquals(List.of(410, 410), List.of(stranger.get(now.attr("src")).status(), stranger.get(former).status()));
        assertEquals("Its words", stranger.get("/articles/life-of-a-picture/").text(".prose"));
        assertTrue(eva.get(edit).text("#taken-down").contains("Shows a name."));
        assertEquals(List.of("life-of-it.png"), eva.get("/admin/media?only=taken-down&q=life").texts(".pictures .name"));

        assertEquals(303, post(edit, Map.of("do", "put-back")).status());
        assertEquals(200, stranger.get(now.attr("src")).status());
        assertEquals(List.of("Picture put back", "Picture taken down", "Picture replaced", "Picture added"),
                Site.signedIn(Server.desk(), "admin").get("/admin/audit?q=life-of-it").texts("tbody td:nth-child(2)"));
    }

    @Test
    void a_drawing_that_would_act_does_not() {
        var key = take(eva, "acting.svg", ACTING.getBytes(StandardCharsets.UTF_8));
        publish(begin("Shows an acting drawing", "![Acting](media:" + key + ")"));
        var address = await("/articles/shows-an-acting-drawing/").document().selectFirst(".prose img").attr("src");
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            var asked = new java.util.ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(Server.desk().url() + "articles/shows-an-acting-drawing/");
            page.waitForCondition(() -> page.evaluate("document.querySelector('.prose img').naturalWidth").equals(120));      // the page's policy lets no script of ours wait within
            page.navigate(Server.desk().url() + address.substring(1));

            assertEquals("svg", page.evaluate("document.documentElement.localName"));
            assertEquals(false, page.evaluate("document.documentElement.hasAttribute('data-ran')"));
            assertFalse(asked.stream().anyMatch(url -> url.endsWith("/ran")), asked.toString());
        }
    }

    @Test
    void a_portrait_is_for_readers_once_something_stands_under_the_name() {
        var otherwise = Site.signedIn(Server.desk(), "anna");
        var profile = "/admin/profile";
        var portrayed = send(otherwise, profile, profile, Map.of("do", "portray", "version", version(otherwise, profile)), new File("portrait", "me.png", picture(7, 500)));
        var own = otherwise.get("/admin/profile/portrait");
        var name = otherwise.get(profile).document().select("#name").attr("value");
        publish(begin("Under the name of anna", "Text.", name));

        var readers = await("/articles/under-the-name-of-anna/").document().selectFirst(".meta img.portrait");
        var refused = send(otherwise, profile, profile, Map.of("do", "portray", "version", version(otherwise, profile)), new File("portrait", "me.txt", "no".getBytes(StandardCharsets.UTF_8)));
        var served = stranger.get(readers.attr("src")).status();
        var removed = send(otherwise, profile, profile, Map.of("do", "remove-portrait", "version", version(otherwise, profile)));

        assertEquals(profile + "?done=saved", portrayed.header("Location"));
        assertEquals(320, size(own.bytes()));
        assertEquals(200, served);
        assertTrue(refused.text("#problem a").startsWith("me.txt holds"), refused.text("#problem"));
        assertEquals(303, removed.status());
        assertEquals(404, stranger.get(readers.attr("src")).status());
        assertEquals(404, otherwise.get("/admin/profile/portrait").status());
        assertTrue(stranger.get("/articles/under-the-name-of-anna/").document().select("img.portrait").isEmpty());
    }

    @Test
    void files_go_up_with_progress_and_every_page_is_for_everybody() {
        try (var browser = Browser.open(1024)) {
            var page = browser.page();
            page.navigate(Server.desk().url() + "admin/media");
            Browser.signIn(page, "eva");
            var word = "seen-in-the-library";
            page.setInputFiles("#pictures", new FilePayload[] {new FilePayload(word + ".png", "image/png", drawn(1)), new FilePayload("letter.png", "image/png", "Dear".getBytes(StandardCharsets.UTF_8)),
                    new FilePayload(word + "-tall.jpg", "image/jpeg", tall(1))});
            page.click("#adding button");
            page.waitForSelector("#uploads a.button");
            assertThat(page.locator("#uploads [role=alert]")).containsText("letter.png has not been taken: letter.png holds text/plain");
            page.click("#uploads a.button");
            page.waitForURL("**/admin/media?done=added&count=2");
            assertThat(page.locator("[role=status]")).hasText("2 pictures are added.");
            assertForEverybody(browser);
            page.setInputFiles("#pictures", new FilePayload[] {new FilePayload(word + "-wide.png", "image/png", picture(20, 900))});
            page.click("#adding button");
            page.waitForURL("**/admin/media?done=added&count=1");
            assertThat(page.locator("[role=status]")).hasText("One picture is added.");
            page.click(".pictures a:has-text('" + word + ".png')");
            page.fill("#alt", "A plan of the two halls");
            page.click("button[value=describe]");
            assertThat(page.locator("#markdown")).hasValue(java.util.regex.Pattern.compile("!\\[A plan of the two halls]\\(media:[0-9a-f]{16}\\)"));
            assertForEverybody(browser);
            page.click("a[href$='/take-down']");
            page.waitForURL("**/take-down");
            assertForEverybody(browser);
            page.fill("#why", "It shows a name.");
            page.click("button.main");
            assertThat(page.locator("#taken-down")).containsText("It shows a name.");
            browser.assertFits();
            page.click("button[value=put-back]");
            assertThat(page.locator("[role=status]")).hasText("It is put back.");
            page.navigate(Server.desk().url() + "admin/media?q=nothing-like-this");
            browser.assertFits();
            page.navigate(Server.desk().url() + "admin/profile");
            page.setInputFiles("#portrait", new FilePayload("me.jpg", "image/jpeg", tall(30)));
            page.click("button[value=portray]");
            page.waitForSelector("img.portrait");
            assertForEverybody(browser);
            page.click("button[value=remove-portrait]");
            page.waitForSelector(".portrait.none");

            page.navigate(Server.desk().url() + "admin/articles/new");
            page.fill("#text", "");
            page.click("[data-tool=library]");
            page.fill("#library-sought", word + ".png");
            assertThat(page.locator(".thumbnails li")).hasCount(1);
            page.click(".thumbnails button");
            assertThat(page.locator("#library-words")).hasValue("A plan of the two halls");
            browser.assertAccessible();
            page.fill("#library-words", "The halls");
            page.keyboard().press("Enter");
            assertThat(page.locator("#text")).hasValue(java.util.regex.Pattern.compile("!\\[The halls]\\(media:[0-9a-f]{16}\\)"));
        }
    }

    private static void assertForEverybody(Browser browser) {
        browser.assertAccessible();
        for (var width : new int[] {768, 1024}) {
            browser.page().setViewportSize(width, 900);
            browser.assertFits();
        }
    }

    /** Begins an article. @return its address at the desk */
    private String begin(String title, String text, String... authors) {
        var answer = eva.post("/admin/articles/new", filled(eva.get("/admin/articles/new"), Map.of("title", title, "text", text, "authors", String.join("\n", authors))));
        assertEquals(303, answer.status(), answer.body());
        return answer.header("Location").replaceFirst("\\?.*", "");
    }

    private void publish(String article) {
        var answer = post(article + "/publish", Map.of("when", "now"));
        assertEquals(303, answer.status(), answer.body());
    }

    /** Opens a page and sends its form. */
    private Page post(String address, Map<String, String> fields) {
        return eva.post(address, filled(eva.get(address), fields));
    }

    private static Map<String, String> filled(Page opened, Map<String, String> fields) {
        var all = new HashMap<String, String>();
        opened.document().select("main input[type=hidden], #article input[name], #article textarea[name]").forEach(field -> all.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val()));
        all.putAll(fields);
        return all;
    }

    /** Readers see a change a moment after it was made. */
    private Page await(String path) {
        var page = Until.shows(() -> stranger.get(path), shown -> shown.status() == 200);
        assertEquals(200, page.status(), path);
        return page;
    }

    private String version(String address) {
        return version(eva, address);
    }

    private static String version(Site who, String address) {
        return who.get(address).document().select("input[name=version]").get(0).attr("value");
    }

    private static String take(Site who, String name, byte[] bytes) {
        var answer = send(who, "/admin/media", "/admin/media/take.json", Map.of(), new File("picture", name, bytes));
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getString("key");
    }

    /** A file in a form. */
    private record File(String field, String name, byte[] bytes) {
    }

    /** Sends files and fields, with the token of a page. */
    private static Page send(Site who, String page, String address, Map<String, String> fields, File... files) {
        var all = new HashMap<>(fields);
        all.put("token", who.get(page).document().select("main input[name=token]").attr("value"));
        return who.send("POST", address, form(all, files), "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static java.net.http.HttpRequest.BodyPublisher form(Map<String, String> fields, File... files) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        for (var file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    /** The width of an encoded picture. */
    private static int size(byte[] bytes) {
        try {
            return ImageIO.read(new java.io.ByteArrayInputStream(bytes)).getWidth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture that no copy is larger than: noise. */
    private static byte[] picture(int seed, int width) {
        var image = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (var pixel = 0; pixel < width * (width / 2); pixel++) {
            image.setRGB(pixel % width, pixel / width, random.nextInt(0x1000000));
        }
        return encoded(image, "png");
    }

    private static byte[] drawn(int seed) {
        var image = new BufferedImage(900, 520, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new java.awt.Color(10, 90, 138));
        pen.fillRoundRect(60, 80, 320, 200 + seed, 30, 30);
        pen.fillRoundRect(520, 80, 320, 200, 30, 30);
        pen.fillRect(380, 170, 140, 14);
        return encoded(image, "png");
    }

    private static byte[] tall(int seed) {
        var image = new BufferedImage(600, 900, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new java.awt.GradientPaint(0, 0, new java.awt.Color(230, 180, 90 + seed), 600, 900, new java.awt.Color(60, 30, 90)));
        pen.fillRect(0, 0, 600, 900);
        pen.setColor(new java.awt.Color(250, 240, 220));
        pen.fillOval(180, 180, 240, 240);
        return encoded(image, "jpg");
    }

    private static byte[] encoded(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
