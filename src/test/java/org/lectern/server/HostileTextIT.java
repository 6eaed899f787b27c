package org.lectern.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.microsoft.playwright.options.LoadState;

import jakarta.json.Json;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lectern.admin.importing.Zip;
import org.lectern.trips.Browser;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;
import org.xml.sax.SAXException;

/**
 * Writes the well-known ways to smuggle in a script into every text field of the desk and every parameter of its addresses. Then every page that may show them is
 * read as markup, in which they must be text, and is opened in a browser, in which none may run and none may have to be stopped by the policy.
 */
class HostileTextIT {

    /** Each would call {@code ran()}, if it were taken for anything but text. */
    private static final List<String> PAYLOADS = """
            <script>ran()</script>
            <img src=x onerror=ran()>
            <svg onload=ran()><animate onbegin=ran() attributeName=x dur=1s></svg>
            <a href="javascript:ran()">link</a>
            [link](javascript:ran()) ![picture](javascript:ran())
            <javascript:ran()> [link](JaVaScRiPt&colon;ran()) [link](java&#10;script:ran())
            [link](data:text/html,<script>ran()</script>) <data:text/html,ran()>
            <iframe srcdoc="<script>ran()</script>"></iframe>
            " onfocus=ran() autofocus x="
            ' onfocus=ran() autofocus x='
            "><script>ran()</script>
            '><img src=x onerror=ran()>
            el#{7*7}${7*7}ran()
            <![CDATA[<script>ran()</script>]]>
            ]]><script>ran()</script>
            --><script>ran()</script><!--
            </textarea><script>ran()</script>
            </title><script>ran()</script>
            </script><script>ran()</script>
            </template></noscript><script>ran()</script>
            \\u003cscript\\u003eran()\\u003c/script\\u003e
            &lt;script&gt;ran()&lt;/script&gt;
            <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran()&gt;">
            <details open ontoggle=ran()><form action=javascript:ran()><button formaction=javascript:ran()>
            """.lines().toList();

    /** So that not each needs an article of its own. */
    private static final List<List<String>> GROUPS = IntStream.range(0, PAYLOADS.size() / 4).mapToObj(group -> PAYLOADS.subList(4 * group, 4 * group + 4)).toList();

    private static final Set<String> PARAMETERS = Set.of("q", "query", "slug", "title", "id", "name", "tag", "author", "owner", "status", "from", "until", "sort", "order", "page", "done", "with",
            "account", "action", "kind", "subject", "to", "text", "before", "after", "error");

    private static final Site ADMIN = Site.signedIn(Server.desk(), "admin");
    private static final List<Written> WRITTEN = new ArrayList<>();

    /** What has been found out: what is wrong, and on which page. */
    private static final Set<String> WRONG = new TreeSet<>();

    /** One group of payloads in the database. Addresses below the context root. */
    private record Written(String article, String readers, String tag, String review, String preview, String job, String picture) {
    }

    @BeforeAll
    static void writes_them_into_every_field() {
        for (var group = 0; group < GROUPS.size(); group++) {
            WRITTEN.add(write(group, String.join(" ", GROUPS.get(group)), GROUPS.get(group)));
        }
    }

    @Test
    void what_somebody_typed_is_text_wherever_it_is_shown() {
        for (var written : WRITTEN) {
            Stream.of("", "/history", "/history/1", "/history/2?with=1", "/publish", "/withdraw", "/bin", "/discard", "/hand-in", "/preview-link").map(written.article::concat).forEach(HostileTextIT::read);
            Stream.of(written.tag, written.tag + "/rename", written.tag + "/delete", written.review, written.readers, written.preview, written.job, written.picture).forEach(HostileTextIT::read);
            ADMIN.get(written.readers).document().select("a[href^=/tags/], a[href^=/authors/]").eachAttr("href").stream().filter(address -> address.length() > "/tags/".length()).forEach(HostileTextIT::read);
        }
        Stream.of("/index.xml", "/feed.atom", "/sitemap.xml").forEach(HostileTextIT::parse);
        Stream.of("/feed.json", "/llms.txt", "/api/v1/articles", "/api/v1/tags", WRITTEN.get(0).readers.replaceFirst("/$", ".md")).forEach(HostileTextIT::read);
        Stream.of("/", "/tags/", "/tags/?order=count", "/admin/", "/admin/articles?q=Hostile", "/admin/tags?q=Renamed", "/admin/reviews", "/admin/audit?kind=article", "/admin/audit?kind=tag", "/admin/audit?kind=account").forEach(HostileTextIT::read);
        Stream.of("/admin/media", "/admin/audit?kind=media").forEach(address -> check(address, ADMIN.get(address), false));      // names of files are tamed

        assertEquals("", String.join("\n", WRONG));
    }

    @Test
    void what_somebody_types_is_text_when_it_is_declined() {
        for (var group : GROUPS) {
            var all = String.join(" ", group);
            var article = WRITTEN.get(0).article;
            declined(article, "#article", "title", all, "text", all, "tags_lines", String.join("\n", group), "slug", all, "authors", all, "language", all, "weight", all, "expires_input", all, "base", all, "version", all);
            declined("/admin/articles/new", "#article", "title", all, "text", all, "language", all, "page", all);
            declined(article + "/publish", "main form", "when", "date", "date_input", all);
            declined(article + "/publish", "main form", "when", all, "do", all, "version", all);
            declined(article + "/preview-link", "main form", "do", "make", "life", all);
            declined("/admin/tags/new", "main form", "name", all + all + all + all);
            declined(WRITTEN.get(0).tag, "main form", "do", "add", "start:pick_input", all);
            declined(WRITTEN.get(0).tag, "main form", "do", "entrust", "owner:person_input", all);
            declined(WRITTEN.get(0).tag, "main form", "do", "describe", "description", all, "version", "-1");
            declined(WRITTEN.get(0).tag + "/rename", "main form", "name", all + all + all + all);
            declined(WRITTEN.get(0).review, "main form", "do", "remark", "remark", all.repeat(40));
            declined(WRITTEN.get(0).review, "main form", "do", "give-back", "why", all.repeat(40));
            declined("/admin/profile", "main form", "name", all + all, "about", all.repeat(9));
            var fields = ADMIN.get("/admin/import").form("main form", "source", all, "tags", all, "site", all, "permalinks", all);
            check("POST /admin/import", ADMIN.send("POST", "/admin/import", Zip.form(Zip.of(all.replaceAll("[/\\\\]", "") + ".md", "---\ntitle: [" + all).bytes(), fields), "Content-Type", Zip.FORM_TYPE), true);
        }

        assertEquals("", String.join("\n", WRONG));
    }

    @Test
    void what_stands_in_an_address_is_text() {
        for (var group : GROUPS) {
            var query = PARAMETERS.stream().map(name -> name + "=" + encoded(String.join(" ", group))).collect(Collectors.joining("&"));
            Stream.concat(RoleWalkIT.addresses().map(HostileTextIT::existing), Stream.of("/", "/tags/", WRITTEN.get(0).readers, "/sign-in", "/sign-in/failed", "/sign-in/done"))
                    .forEach(address -> check("GET " + address + "?" + query, ADMIN.get(address + "?" + query), false));
            Stream.of("/", "/tags/", "/articles/", "/preview/", "/media/", "/admin/", "/admin/articles/", "/admin/tags/", "/api/v1/").map(folder -> folder + encoded(String.join(" ", group).replaceAll("[/\\\\#]", "")))
                    .forEach(address -> check("GET " + address, ADMIN.get(address), false));
        }

        assertEquals("", String.join("\n", WRONG));
    }

    @Test
    void nothing_that_somebody_typed_runs_in_a_browser_or_has_to_be_stopped() {
        var first = WRITTEN.get(0);
        keepUnsaved(first.article, String.join(" ", PAYLOADS));
        var query = PARAMETERS.stream().map(name -> name + "=" + encoded(String.join(" ", PAYLOADS.subList(8, 14)))).collect(Collectors.joining("&"));
        var addresses = new LinkedHashSet<>(WRITTEN.stream().flatMap(written -> Stream.of(written.readers, written.article, written.tag)).toList());
        RoleWalkIT.addresses().filter(address -> !address.matches(".*\\.(json|csv)|/media/.*")).map(HostileTextIT::existing).sorted().forEach(addresses::add);
        addresses.addAll(List.of("/", "/tags/", first.preview, first.job, first.picture, first.picture.replace("/edit", "/take-down"), first.article + "/history/2?with=1", "/admin/articles?" + query, "/admin/tags?" + query, "/admin/audit?" + query, "/admin/tags/new?" + query, "/sign-in?" + query));
        addresses.addAll(ADMIN.get(first.readers).document().select("a[href^=/tags/]").eachAttr("href"));
        var ran = new ArrayList<String>();
        try (var browser = Browser.open(1280)) {
            var page = browser.page();
            page.exposeFunction("ran", nothing -> ran.add("ran on " + page.url()));
            page.exposeFunction("stopped", violation -> ran.add("stopped on " + page.url() + ": " + violation[0]));
            page.addInitScript("document.addEventListener('securitypolicyviolation', event => stopped(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))");
            page.onDialog(dialog -> {
                ran.add("asked on " + page.url());
                dialog.dismiss();
            });
            page.navigate(Server.desk().url() + "admin/");
            Browser.signIn(page, "admin");

            for (var address : addresses) {
                page.navigate(Server.desk().url() + address.substring(1));
                page.waitForLoadState(LoadState.LOAD);
            }
            page.navigate(Server.desk().url() + first.article.substring(1));
            page.click(".recovery button:has-text('Show what differs')");
            page.waitForSelector(".recovery ins");
            page.click(".recovery button.main");
            assertThat(page.locator("#preview")).containsText("Unsaved");
            page.locator("#tags_input").pressSequentially("Tag 0");
            page.waitForSelector("#tags_panel li:has-text('ran()')");
            page.click("[data-tool=link]");
            page.locator("#link-address").pressSequentially("Hostile");
            page.waitForSelector(".asking li button:has-text('ran()')");
            page.keyboard().press("Escape");
            page.navigate(Server.desk().url() + first.tag.substring(1));
            page.locator("[id='start:pick_input']").pressSequentially("Hostile");
            page.waitForSelector("[id='start:pick_panel'] li:has-text('ran()')");
            page.evaluate("ran()");
        }

        assertEquals(List.of("ran on " + Server.desk().url() + first.tag.substring(1)), ran, "The last one is ours, to see that it would have been told.");
    }

    /** As the editor's script keeps it. */
    private static void keepUnsaved(String article, String typed) {
        var fields = Json.createObjectBuilder(Map.of("title", typed, "text", "Unsaved\n\n" + everywhere(PAYLOADS), "slug", "", "language", "en", "authors", typed, "weight", typed, "description", typed, "summary", typed,
                "expires_input", typed, "image", typed)).add("series", typed).add("tags", Json.createArrayBuilder(PAYLOADS)).build();
        var answer = ADMIN.post("/admin/autosave.json", Map.of("token", ADMIN.get("/admin/autosave.json").json().getString("token"), "page", article.replaceFirst(".*/", "article:"), "version", "1",
                "content", Json.createObjectBuilder().add("fields", fields.toString()).add("base", "1").add("version", "1").build().toString()));
        assertEquals(200, answer.status(), answer.body());
    }

    private static Written write(int group, String all, List<String> each) {
        var name = "Hostile " + group + " ";
        var begun = post("/admin/tags/new", "main form", "name", "Shelf " + group + " " + shorten(all, 380));
        var tag = begun.header("Location").replaceFirst("\\?.*", "");
        post(tag, "main form", "do", "describe", "description", everywhere(each));
        assertEquals(200, ADMIN.get(tag + "/rename?name=" + encoded("Renamed " + group + " " + shorten(all, 380))).status());
        done(post(tag + "/rename?name=" + encoded("Renamed " + group + " " + shorten(all, 380)), "main form", "do", "rename"), "?done=moved");
        var tags = Stream.concat(Stream.of("Renamed " + group + " " + shorten(all, 380)), each.stream().map(payload -> "Tag " + group + " " + payload)).collect(Collectors.joining("\n"));
        var fields = new String[] {"title", name + all, "text", everywhere(each), "tags_lines", tags, "slug", name + all, "summary", everywhere(each), "description", all,
            "authors", each.stream().map(payload -> "Author " + group + " " + payload).collect(Collectors.joining("\n")), "series", shorten(all, 400), "image", all, "language", "en"};
        var article = done(post("/admin/articles/new", "#article", fields), "?done=saved").header("Location").replaceFirst("\\?.*", "");
        done(post(article + "/publish", "main form", "when", "now"), "?done=published");
        if (group > 0) {
            done(post(tag, "main form", "do", "add", "start:pick_input", name + all), "?done=pinned#start-heading");
        }
        fields[3] = "Changed: " + fields[3];
        fields[1] = "Changed: " + fields[1];
        var opened = ADMIN.get(article);
        done(ADMIN.post(article, opened.form("#article", fields)), "?done=saved");
        fields[3] = "Contested: " + fields[3];
        var contested = ADMIN.post(article, opened.form("#article", fields));
        assertEquals(409, contested.status());
        check("conflict of " + article, contested, true);
        done(post(article + "/hand-in", "main form", "do", "hand-in", "note", everywhere(each)), "?done=handed-in");
        var review = ADMIN.get(article + "/hand-in").document().select("main a[href^=/admin/reviews/]").attr("href");
        done(post(review, "main form", "do", "remark", "remark", everywhere(each)), "?done=said#remarks");
        if (group > 0) {
            done(post(review, "main form", "do", "give-back", "why", everywhere(each)), "?done=given-back");
        }
        var link = ADMIN.get(post(article + "/preview-link", "main form", "do", "make", "life", "hour").header("Location").replaceFirst("^.*(?=/admin)", ""));
        var job = imported(group, all);
        return new Written(article, "/articles/" + ADMIN.get(article).document().select("#slug").val() + "/", tag, review, link.document().select("#link").val().replaceFirst("^https?://[^/]+", ""), job, described(all));
    }

    /** Imports a file that cannot be read, one that can, and a picture; and fails to sign in. @return the page of the job */
    private static String imported(int group, String all) {
        var folder = all.replaceAll("[/\\\\]", "");
        var title = Json.createValue("Imported " + group + " " + all).toString();
        var zip = Zip.of(folder + "/broken " + folder + ".md", "---\ntitle: [" + all, folder + "/good " + folder + ".md", "---\ntitle: " + title + "\ntags: [" + title + "]\n---\n![" + all + "](picture.svg)\n", folder + "/picture.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>");
        var answer = new Site(Server.desk()).send("POST", "/api/v1/imports?source=hostile-" + group + "&apply=true", zip.body(), "Authorization", Site.basic("admin", Server.ADMIN_PASSWORD), "Content-Type", "application/zip");
        assertEquals(200, answer.status(), answer.body());
        new Site(Server.desk()).post("/j_security_check", Map.of("j_username", "Somebody " + group + " " + all, "j_password", "wrong"), "X-Forwarded-For", "203.0.113." + group);
        return answer.json().getString("job").replaceFirst(".*/imports/", "/admin/imports/");
    }

    /** Gives the newest picture a name and words. @return its page */
    private static String described(String all) {
        var picture = ADMIN.get("/admin/media").document().select(".pictures a[href$=/edit]").attr("href");
        done(post(picture, "form:has(#alt)", "do", "describe", "name", shorten(all, 190), "alt", all), "?done=described");
        return picture;
    }

    /** Markdown with the payloads in all places that a text has. */
    private static String everywhere(List<String> payloads) {
        return payloads.stream().map(payload -> payload + "\n\n## " + payload + "\n\n- " + payload + "\n\n| " + payload + " | b |\n| - | - |\n| `" + payload + "` | " + payload + " |\n\n[a](" + payload + ") [b](<"
                + payload + "> \"" + payload + "\")\n\n```" + payload + "\n" + payload + "\n```\n").collect(Collectors.joining("\n"));
    }

    private static Page post(String address, String css, String... fields) {
        return ADMIN.post(address.replaceFirst("\\?.*", ""), ADMIN.get(address).form(css, fields));
    }

    private static Page done(Page answer, String end) {
        assertTrue(answer.status() == 303 && answer.header("Location").endsWith(end), () -> answer.status() + " " + answer.header("Location") + answer.document().select("#problem").text());
        return answer;
    }

    private static void declined(String address, String css, String... fields) {
        check("POST " + address, post(address, css, fields), false);
    }

    /** An address of the desk with the ids of something that is there. */
    private static String existing(String address) {
        var written = WRITTEN.get(0);
        return "/admin" + address.replace("/articles/{id}", written.article.substring("/admin".length())).replace("/tags/{id}", written.tag.substring("/admin".length()))
                .replace("/reviews/{id}", written.review.substring("/admin".length())).replace("{number}", "1").replaceAll("\\{[a-z]+}", "1");
    }

    private static void read(String address) {
        var page = ADMIN.get(address);
        if (page.status() != 200) {
            WRONG.add(address + " answers " + page.status());
        }
        check(address, page, true);
    }

    private static void parse(String address) {
        try {
            DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(ADMIN.get(address).bytes()));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            WRONG.add(address + " is no XML: " + broken.getMessage());
        }
    }

    /** @param shows whether the page shows a payload: that it is not there at all would prove nothing */
    private static void check(String where, Page page, boolean shows) {
        if (page.status() >= 500) {
            WRONG.add(where + " answers " + page.status());
        }
        if (page.header("Location").matches("(?i)\\s*(javascript|data):.*|//.*")) {
            WRONG.add(where + " leads to " + page.header("Location"));
        }
        if (page.body().contains("el49")) {
            WRONG.add(where + " evaluates an expression");
        }
        if (!page.header("Content-Type").startsWith("text/html")) {
            if (!page.header("X-Content-Type-Options").equals("nosniff")) {
                WRONG.add(where + " may be taken for HTML");
            }
            return;
        }
        var document = page.document();
        dangers(document).forEach(danger -> WRONG.add(where + " holds " + danger));
        if (shows && !(document.text() + document.select("[value]").eachAttr("value") + document.select("template").text()).contains("ran()")) {
            WRONG.add(where + " does not show what was written");
        }
    }

    /** What in this document a browser would run, or load from a place that a payload names. */
    private static List<String> dangers(Document document) {
        var dangers = new ArrayList<String>();
        for (var element : document.getAllElements()) {
            if (element.attr("type").equals("application/ld+json") && !element.data().matches("[^<>&]*")) {
                dangers.add(element.outerHtml());
            }
            if (element.normalName().matches("script|style") && !element.attr("type").equals("application/ld+json") && element.dataNodes().stream().map(DataNode::getWholeData).anyMatch(data -> data.contains("ran()"))) {
                dangers.add(element.outerHtml());
            }
            if (element.normalName().matches("iframe|object|embed|base|math|foreignobject|animate")) {
                dangers.add(element.outerHtml());
            }
            element.attributes().forEach(attribute -> {
                var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase();
                if (attribute.getKey().toLowerCase().startsWith("on") || attribute.getKey().matches("autofocus|srcdoc")
                        || attribute.getKey().toLowerCase().matches(".*(href|src|action|data|poster|srcset)") && !attribute.getKey().startsWith("data-") && value.matches("(javascript|vbscript|data):.*")) {
                    dangers.add(attribute.getKey() + " of " + start(element));
                }
            });
        }
        return dangers;
    }

    private static String start(Element element) {
        return shorten(element.outerHtml(), 200);
    }

    private static String shorten(String text, int most) {
        return text.substring(0, Math.min(text.length(), most)).strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
