package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.trips.Page;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/** What a folder of Markdown becomes on the site, and what becomes of it when it comes a second time. */
class FolderImportIT {

    private final Server server = Source.server();
    private final Site site = new Site(server);

    @Test
    void what_is_not_to_be_seen_is_not_seen() {
        var source = Source.named("unseen").with("posts/shown.md", article("Shown here", "tags: [unseen]"))
                .with("posts/draft.md", article("Draft here", "tags: [unseen]", "draft: true"))
                .with("posts/future.md", article("Future here", "tags: [unseen]", "date: 2999-01-01"))
                .with("posts/embargoed.md", article("Embargoed here", "tags: [unseen]", "publishDate: 2999-01-01"))
                .with("posts/expired.md", article("Expired here", "tags: [unseen]", "expiryDate: 2020-01-01"))
                .with("pages/other.md", article("Other here"));

        var report = source.apply(server);

        assertEquals("6 new, 0 changed, 0 unchanged, 0 kept", report.articles());
        assertEquals(List.of("Shown here"), site.get("/tags/unseen/").texts(".card h2"));
        assertEquals("Showing 1 article with this tag.", site.get("/tags/unseen/").text(".lead .meta"));
        assertEquals(200, site.get("/articles/shown/").status());
        for (var hidden : List.of("draft", "future", "embargoed", "expired")) {
            assertEquals(404, site.get("/articles/" + hidden + "/").status(), hidden);
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_its_line_and_stops_no_other() {
        var source = Source.named("broken").with("good.md", article("Good among broken"))
                .with("yaml.md", "---\ntitle: Broken\ntags: [one, two\ndate: 2024-01-01\n---\nText.\n")
                .with("tab.md", "---\ntitle: Broken\nauthors:\n\t- anna\n---\nText.\n")
                .with("toml.md", "+++\ntitle = \"Broken\"\ndate = nonsense\n+++\nText.\n")
                .with("date.md", "---\ntitle: Broken\n\ndate: the day after\n---\nText.\n")
                .with("null.md", "---\ntitle: Broken\n---\n\nText with \0 in it.\n")
                .with("latin.md", "---\ntitle: Broken\n---\nCafé\n".getBytes(StandardCharsets.ISO_8859_1));

        var plan = source.plan(server);
        var report = source.apply(server);

        assertEquals("1 new, 0 changed, 0 unchanged, 0 kept", report.articles());
        assertEquals(plan.remarks("refused"), report.remarks("refused"));
        var places = report.remarks("refused").stream().map(refusal -> refusal.replaceFirst(": .*", "")).toList();
        assertEquals(List.of("date.md:4", "latin.md:4", "null.md:5", "tab.md:4", "toml.md:3", "yaml.md:4"), places);
        assertEquals("date.md:4: The field date holds \"the day after\", which is no date. Write it as 2026-11-24 or 2026-11-24T09:30:00+01:00.", report.remarks("refused").get(0));
        assertEquals("latin.md:4: The file is not valid UTF-8 here. Save it as UTF-8.", report.remarks("refused").get(1));
        assertEquals("null.md:5: The file holds the character U+0000, which no text may hold. Remove it.", report.remarks("refused").get(2));
        assertEquals(200, site.get("/articles/good/").status());
    }

    @Test
    void two_files_that_want_one_slug_both_come_in_and_keep_what_they_got() {
        var source = Source.named("twins").with("2019/twin.md", article("The elder twin")).with("2020/twin.md", article("The younger twin"));

        var report = source.apply(server);
        var again = source.apply(server);
        var younger = source.without("2019/twin.md").with("2018/single.md", article("A single")).apply(server);

        assertEquals(List.of("2020/twin.md: Another article has the address “twin”. This one comes in as “twin-2”. To choose yourself, give the file a slug of its own."), report.remarks("notes"));
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", again.articles());
        assertEquals("1 new, 0 changed, 1 unchanged, 0 kept", younger.articles());
        assertEquals("The elder twin", site.get("/articles/twin/").text("h1"));
        assertEquals("The younger twin", site.get("/articles/twin-2/").text("h1"));
    }

    @Test
    void pictures_come_along_and_those_that_cannot_are_listed() {
        var inText = Base64.getEncoder().encodeToString(png(3, 2));
        var source = Source.named("pictures").with("posts/pictured.md", article("Pictured") + "\n![Missing plan](none.png)\n\n![A far plan](https://elsewhere.example/plan.png)\n\n"
                        + "![Drawn here](data:image/png;base64," + inText + ")\n\n![Rubbish](data:image/png;base64,AAAA)\n\n![From the root](/assets/root.png \"As seen\")\n")
                .with("posts/bundle/index.md", article("Bundled") + "\n![The plan](plan.png)\n\n![Drawn](drawing.svg)\n").with("posts/bundle/plan.png", png(40, 30))
                .with("posts/bundle/drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"><style>rect{fill:red}</style><script>alert(1)</script><rect width=\"8\" height=\"6\"/></svg>")
                .with("assets/root.png", png(20, 10)).with("assets/lie.png", "This is text.");

        var report = source.apply(server);

        assertEquals(List.of("posts/pictured.md:7: The picture posts/none.png is not in the source."), report.remarks("missingImages"));
        assertEquals(List.of("posts/pictured.md:9: The picture https://elsewhere.example/plan.png lies on another host. It comes in as a link.",
                "posts/pictured.md:13: A picture that stands in the text itself could not be read. It is left out."), report.remarks("notes"));
        assertTrue(report.remarks("refused").get(0).startsWith("assets/lie.png: "), report.remarks("refused").toString());
        var pictured = site.get("/articles/pictured/").document();
        assertEquals("A far plan", pictured.selectFirst("a[href=https://elsewhere.example/plan.png]").text());
        assertEquals(List.of("Drawn here", "From the root"), pictured.select(".prose img").eachAttr("alt"));
        assertEquals("As seen", pictured.selectFirst("figure figcaption").text());
        assertTrue(pictured.text().contains("Missing plan"), pictured.text());
        var bundled = site.get("/articles/bundle/").document().select(".prose img");
        assertEquals("40 30", bundled.get(0).attr("width") + " " + bundled.get(0).attr("height"));
        var plan = site.get(bundled.get(0).attr("src"));
        assertEquals("image/png", plan.header("Content-Type"));
        assertGuarded(plan);
        var drawing = site.get(bundled.get(1).attr("src"));
        assertEquals("image/svg+xml", drawing.header("Content-Type"));
        assertGuarded(drawing);
        assertGuarded(site.get(bundled.get(1).attr("src"), "If-None-Match", drawing.header("ETag")));
    }

    @Test
    void old_addresses_lead_to_the_article_and_those_that_cannot_are_told() {
        var source = Source.named("aliases").with("a/aliased.md", article("Aliased", "aliases: [/old/aliased.html, /, /admin/secret, /articles/also-living/, /shared/, /Straße/]"))
                .with("b/also-living.md", article("Also living", "redirect_from: /shared/"));

        var report = source.apply(server);
        var again = source.apply(server);

        assertEquals(List.of("a/aliased.md:4: The old address / is the front page, which cannot lead elsewhere. It is left out: take it out of the file.",
                "a/aliased.md:4: The old address /admin/secret belongs to Lectern itself and cannot lead elsewhere. It is left out: take it out of the file.",
                "a/aliased.md:4: An article or a tag lives at /articles/also-living, so this old address cannot lead here. "
                        + "It is left out: take it out of the file, or give what lives there another address and import again.",
                "b/also-living.md:4: The old address /shared is claimed by a/aliased.md already, and is left out here. Take it out of one of the two files."),
                report.remarks("notes"));
        assertEquals(report.remarks("notes"), again.remarks("notes"));
        assertMoved("/articles/aliased/", site.get("/old/aliased.html"));
        assertMoved("/articles/aliased/", site.get("/shared/"));
        assertMoved("/articles/aliased/", site.get("/Stra%C3%9Fe/"));
        assertEquals("Also living", site.get("/articles/also-living/").text("h1"));
    }

    @Test
    void an_alias_at_which_a_tag_of_the_same_run_will_live_is_left_out_and_the_article_comes_in() {
        var source = Source.named("tagged aliases").with("a/striped.md", article("Striped", "tags: [zebra]", "aliases: [/tags/zebra/, /stripes/]")).with("b/other-stripes.md", article("Other stripes"));

        var plan = source.plan(server);
        var report = source.apply(server);
        var again = source.apply(server);

        assertEquals(List.of("a/striped.md:5: An article or a tag lives at /tags/zebra, so this old address cannot lead here. "
                + "It is left out: take it out of the file, or give what lives there another address and import again."), report.remarks("notes"));
        assertEquals(report.remarks("notes"), plan.remarks("notes"));
        assertEquals(List.of(), report.remarks("refused"));
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", again.articles());
        assertEquals(List.of("Striped"), site.get("/tags/zebra/").texts(".card h2"));
        assertMoved("/articles/striped/", site.get("/stripes/"));
    }

    @Test
    void a_pattern_of_permalinks_gives_each_article_its_old_address_and_resolves_links() {
        var source = Source.named("permalinks").with("_posts/2024-05-06-first-letter.md", article("First letter", "date: 2024-05-06"))
                .with("_posts/2024-05-07-second-letter.md", article("Second letter", "date: 2024-05-07") + "\nAfter [the first](/2024/05/first-letter.html#end).\n").with("_config.yml", "permalink: x\n");

        var report = source.apply(server, "permalinks", "/:year/:month/:title.html");

        assertEquals("2 new, 0 changed, 0 unchanged, 0 kept", report.articles());
        assertEquals(List.of(), report.remarks("notes"));
        assertMoved("/articles/first-letter/", site.get("/2024/05/first-letter.html"));
        assertMoved("/articles/second-letter/", site.get("/2024/05/second-letter.html"));
        assertEquals("/articles/first-letter/#end", site.get("/articles/second-letter/").document().selectFirst(".prose a[href^=/articles/]").attr("href"));
    }

    @Test
    void links_to_the_own_host_of_a_source_become_ours() {
        var source = Source.named("site").with("one/hosted.md", article("Hosted", "url: /posts/hosted/"))
                .with("two/linking.md", article("Linking") + "\n[Here](https://www.old.example/blog/posts/hosted/) and [there](https://other.example/posts/hosted/).\n");

        source.apply(server, "site", "https://www.old.example/blog");

        assertEquals(List.of("/articles/hosted/", "https://other.example/posts/hosted/"), site.get("/articles/linking/").document().select(".prose p a").eachAttr("href"));
        assertMoved("/articles/hosted/", site.get("/posts/hosted/"));
    }

    @Test
    void the_top_folder_can_be_the_tag_and_files_without_front_matter_can_be_articles() {
        var source = Source.named("folders").with("Rust/ownership.md", "# Who owns it\n\nText.\n").with("Zig/comptime.md", "Text without a heading.\n");

        var skipped = source.apply(server, "tags", "folder");
        var report = source.apply(server, "tags", "folder", "plain", "true");

        assertEquals("0 new, 0 changed, 0 unchanged, 0 kept", skipped.articles());
        assertEquals(2, skipped.count("skipped"));
        assertEquals("2 new, 0 changed, 0 unchanged, 0 kept", report.articles());
        assertEquals(List.of("Who owns it"), site.get("/tags/rust/").texts(".card h2"));
        assertEquals(List.of("Comptime"), site.get("/tags/zig/").texts(".card h2"));
        assertEquals(List.of("Who owns it"), site.get("/articles/ownership/").texts("h1, h2:not([id])"));
    }

    @ParameterizedTest
    @CsvSource({"C++, /tags/c++/", "C#, /tags/c-sharp/", ".NET, /tags/.net/", "CI/CD, /tags/ci/cd/", "café, /tags/caf%C3%A9/", "日本語, /tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/"})
    void every_name_of_a_tag_has_a_working_page_of_its_own(String name, String address) {
        Source.named("names").with("x/every-name.md", article("Every name", "tags: ['C++', 'C#', .NET, CI/CD, café, 日本語]")).with("y/no-name.md", article("No name")).apply(server);

        var page = site.get(address);

        assertEquals(200, page.status());
        assertEquals("Articles tagged with \"" + name + "\"", page.text("h1"));
        assertEquals(List.of("Every name"), page.texts(".card h2"));
        assertTrue(site.get("/tags/").document().select("a[href=" + address + "]").eachText().contains(name + " 1"), name);
        assertEquals(301, site.get(address.substring(0, address.length() - 1)).status());
    }

    @Test
    void front_matter_may_be_toml_or_json() {
        var source = Source.named("fronts").with("t/in-toml.md", "+++\ntitle = \"In TOML\"\ndate = 2023-04-05T06:07:08Z\ntags = [\"fronts\"]\nslug = \"as-toml\"\n+++\nText.\n")
                .with("j/in-json.md", "{\n  \"title\": \"In JSON\",\n  \"date\": \"2023-04-04\",\n  \"tags\": \"fronts, other-fronts\"\n}\nText.\n");

        source.apply(server);

        assertEquals(List.of("In TOML", "In JSON"), site.get("/tags/fronts/").texts(".card h2"));
        assertEquals("2023-04-05", site.get("/articles/as-toml/").document().selectFirst("time").attr("datetime"));
        assertEquals(List.of("In JSON"), site.get("/tags/other-fronts/").texts(".card h2"));
    }

    @Test
    void the_links_of_generators_lead_to_the_articles_they_mean() {
        Source.named("jekyll").with("_posts/2024-01-02-goal.md", article("The goal")).with("_posts/2024-01-03-liquid.md",
                article("By Liquid") + "\n[a]({% post_url 2024-01-02-goal %}) [b]({% link _posts/2024-01-02-goal.md %}) [c]({{ site.baseurl }}/2024/01/02/goal.html) [d]({{ '/2024/01/02/goal.html' | relative_url }})\n")
                .apply(server);
        Source.named("hugo").with("content/posts/aim.md", article("The aim")).with("content/posts/shortcodes.md",
                article("By shortcodes") + "\n[a]({{< ref \"aim.md\" >}}) [b]({{< relref \"/posts/aim#end\" >}})\n\n{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n").with("hugo.toml", "title = 'x'\n")
                .apply(server);

        assertEquals(List.of("/articles/goal/", "/articles/goal/", "/articles/goal/", "/articles/goal/"), site.get("/articles/liquid/").document().select(".prose p a").eachAttr("href"));
        var shortcodes = site.get("/articles/shortcodes/").document();
        assertEquals(List.of("/articles/aim/", "/articles/aim/#end"), shortcodes.select(".prose p a").eachAttr("href"));
        assertEquals("x := 1", shortcodes.selectFirst(".prose pre").text());
    }

    @Test
    void a_changed_slug_is_a_change_and_the_old_address_leads_on() {
        var source = Source.named("moves").with("a/moving.md", article("Moving", "slug: before")).with("b/staying.md", article("Staying"));
        source.apply(server);

        var report = source.with("a/moving.md", article("Moving", "slug: after")).apply(server);

        assertEquals("0 new, 1 changed, 1 unchanged, 0 kept", report.articles());
        assertEquals("Moving", site.get("/articles/after/").text("h1"));
        assertMoved("/articles/after/", site.get("/articles/before/"));
    }

    @Test
    void a_changed_date_is_a_change_and_moves_the_article_in_its_tags() {
        var source = Source.named("dates").with("a/dated.md", article("Dated", "tags: [dates]", "date: 2020-01-01")).with("b/fixed.md", article("Fixed", "tags: [dates]", "date: 2021-01-01"));
        source.apply(server);
        var before = site.get("/tags/dates/").texts(".card h2");

        var report = source.with("a/dated.md", article("Dated", "tags: [dates]", "date: 2022-01-01")).apply(server);

        assertEquals(List.of("Fixed", "Dated"), before);
        assertEquals("0 new, 1 changed, 1 unchanged, 0 kept", report.articles());
        assertEquals(List.of("Dated", "Fixed"), site.get("/tags/dates/").texts(".card h2"));
        assertEquals("2022-01-01", site.get("/articles/dated/").document().selectFirst("time").attr("datetime"));
    }

    @Test
    void a_file_that_is_gone_is_reported_and_its_article_stays() {
        var source = Source.named("gone").with("a/leaving.md", article("Leaving")).with("b/remaining.md", article("Remaining")).with("b/third.md", article("Third"));
        source.apply(server);

        var report = source.without("a/leaving.md").apply(server);

        assertEquals(List.of("a/leaving.md"), report.gone());
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", report.articles());
        assertEquals("Leaving", site.get("/articles/leaving/").text("h1"));
    }

    @ParameterizedTest
    @CsvSource({"'', deeper/", "packed/, ''", "packed/, unpacked/"})
    void a_folder_packed_otherwise_is_refused_with_the_question(String from, String to) {
        var source = Source.named("packed " + from + to).with("packed/one/x.md", article("Packed x")).with("packed/one/y.md", article("Packed y")).with("packed/two/z/index.md", article("Packed z"))
                .with("other/readme.md", "Nothing.\n");
        source.apply(server);

        var answer = source.moved(from, to).with("elsewhere/more.md", "Nothing.\n").send(server, true, new String[0]);

        assertEquals(422, answer.status());
        assertEquals("3 articles of “packed " + from + to + "” would look new because their files lie in “/" + to + "” now, and lay in “/" + from
                + "” before. Pack the same folder as before; or, if it is meant to be another source, give it another name.", Source.json(answer).getString("detail"));
        assertEquals("0 new, 0 changed, 3 unchanged, 0 kept", source.plan(server).articles());
    }

    @Test
    void what_was_left_out_of_the_paths_is_remembered() {
        var wrapped = Source.named("wrapped").with("blog-main/posts/wrapped.md", article("Wrapped")).with("blog-main/posts/wrapped-too.md", article("Wrapped too"));
        wrapped.apply(server);
        var spread = Source.named("spread").with("posts/spread.md", article("Spread")).with("pages/page.md", article("Page"));
        spread.apply(server);

        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", wrapped.moved("blog-main/", "blog-2.0/").apply(server).articles());
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", wrapped.moved("blog-main/", "").apply(server).articles());
        var fewer = spread.without("pages/page.md").apply(server);
        assertEquals("0 new, 0 changed, 1 unchanged, 0 kept", fewer.articles());
        assertEquals(List.of("pages/page.md"), fewer.gone());
        assertEquals("1 new, 0 changed, 1 unchanged, 0 kept", spread.without("pages/page.md").with("posts/more.md", article("More")).apply(server).articles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply"})
    void a_second_run_says_the_same_and_changes_nothing(String way) {
        var source = Source.named("again " + way).with("a/again.md", article("Again", "tags: [again]", "aliases: /once/" + way + "/") + "\n![x](none.png) [y](../b/again.md) ![z](z.png)\n")
                .with("a/z.png", png(5, 5)).with("b/again.md", article("Again too", "tags: [Again]")).with("c/broken.md", "---\ntitle: [\n---\n");
        var first = source.apply(server);
        var address = site.get("/once/" + way + "/").header("Location");
        var before = site.get(address).body();

        var second = way.equals("plan") ? source.plan(server) : source.apply(server);

        assertEquals("2 new, 0 changed, 0 unchanged, 0 kept", first.articles());
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", second.articles());
        assertEquals(first.remarks("refused"), second.remarks("refused"));
        assertEquals(first.remarks("missingImages"), second.remarks("missingImages"));
        assertEquals(before, site.get(address).body());
    }

    @Test
    void a_picture_that_was_drawn_anew_is_shown_anew() {
        var source = Source.named("drawn").with("a/drawn.md", article("Drawn") + "\n![plan](plan.png)\n").with("a/plan.png", png(10, 10)).with("b/plain.md", article("Plain"));
        source.apply(server);

        var report = source.with("a/plan.png", png(30, 20)).apply(server);

        var picture = site.get("/articles/drawn/").document().selectFirst(".prose img");
        assertEquals("0 new, 0 changed, 2 unchanged, 0 kept", report.articles());
        assertArrayEquals(new int[] {30, 20}, size(site.get(picture.attr("src")).bytes()));
    }

    private static void assertMoved(String to, Page answer) {
        assertEquals(301, answer.status());
        assertEquals(to, answer.header("Location"));
        assertEquals("no-cache", answer.header("Cache-Control"));
    }

    private static void assertGuarded(Page answer) {
        assertTrue(answer.status() == 200 || answer.status() == 304, answer.response().uri() + " " + answer.status());
        assertEquals("default-src 'none'; sandbox; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("same-origin", answer.header("Referrer-Policy"));
    }

    private static String article(String title, String... fields) {
        var dated = List.of(fields).stream().anyMatch(field -> field.startsWith("date:"));
        return "---\ntitle: " + title + "\n" + (dated ? "" : "date: 2024-01-02\n") + String.join("\n", fields) + (fields.length == 0 ? "" : "\n") + "---\nWhat it is about.\n";
    }

    private static byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int[] size(byte[] picture) {
        try {
            var image = ImageIO.read(new java.io.ByteArrayInputStream(picture));
            return new int[] {image.getWidth(), image.getHeight()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
