package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lectern.content.importing.SomeSources.site;
import static org.lectern.content.importing.SomeSources.zip;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.Refusal;
import org.lectern.content.importing.SourceLinks.Article;
import org.lectern.content.importing.SourceLinks.AsWritten;
import org.lectern.content.importing.SourceLinks.DataPicture;
import org.lectern.content.importing.SourceLinks.Lost;
import org.lectern.content.importing.SourceLinks.MissingPicture;
import org.lectern.content.importing.SourceLinks.PictureFile;
import org.lectern.content.importing.SourceLinks.RemotePicture;
import org.lectern.content.importing.SourceLinks.StillThere;
import org.lectern.content.importing.SourceLinks.TagPage;

class SourceLinksTest {

    private static final String FROM = "_posts/2020-01-02-from.md";

    private static SourceReading reading(String site, String permalinks) {
        return zip().file(FROM, "---\ntitle: From\n---\n").file("_posts/2019-10-16-Leases.md", "---\ntitle: Leases\nredirect_from: /old/leases/\n---\n")
                .file("notes/bundle/index.md", "---\ntitle: Bundle\n---\n").file("notes/bundle/pic one.png", "").file("notes/plain.md", "---\ntitle: Plain\nurl: /moved/\n---\n")
                .file("assets/img/a.png", "").file("static/b.svg", "").read(site(site, permalinks));
    }

    private static SourceLinks links() {
        return reading("https://example.org", "/:year/:title.html").links();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2019/Leases.html", "/2019/leases", "/2019/Leases/", "https://example.org/2019/Leases.html", "http://www.example.org/2019/Leases.html", "//example.org/2019/Leases.html",
            "source:/_posts/2019-10-16-Leases.md", "2019-10-16-Leases.md", "../2019/Leases.html", "/old/leases", "/old/leases/index.html", "/2019/10/16/leases/", "/2019/%4Ceases.html"})
    void an_article_is_found_in_every_way_to_write_it(String destination) {
        assertEquals(new Article("_posts/2019-10-16-Leases.md", ""), links().link(FROM, destination));
        assertEquals(new Article("_posts/2019-10-16-Leases.md", "#how"), links().link(FROM, destination + "#how"));
    }

    @Test
    void an_address_that_two_articles_may_have_had_is_nobodys() {
        var links = zip().file("a/2020-01-02-same.md", "---\ntitle: One\n---\n").file("b/2020-01-02-same.md", "---\ntitle: Two\n---\n").read(site(null, null)).links();

        assertEquals(new Lost("/2020/01/02/same", Optional.empty()), links.link("a/2020-01-02-same.md", "/2020/01/02/same/"));
        assertEquals(new Article("b/2020-01-02-same.md", ""), links.link("a/2020-01-02-same.md", "/b/same/"));
    }

    @Test
    void an_address_of_its_own_beats_the_pattern() {
        assertEquals(new Article("notes/plain.md", ""), links().link(FROM, "/moved/?page=1"));
    }

    @Test
    void pictures_are_found_from_the_file_its_bundle_and_the_roots_of_generators() {
        assertEquals(new PictureFile("assets/img/a.png"), links().picture(FROM, "../assets/img/a.png"));
        assertEquals(new PictureFile("assets/img/a.png"), links().picture(FROM, "/assets/img/A.PNG?x=1"));
        assertEquals(new PictureFile("assets/img/a.png"), links().picture(FROM, "https://example.org/assets/img/a.png"));
        assertEquals(new PictureFile("static/b.svg"), links().picture(FROM, "/b.svg"));
        assertEquals(new PictureFile("notes/bundle/pic one.png"), links().picture("notes/bundle/index.md", "pic%20one.png"));
        assertEquals(new PictureFile("notes/bundle/pic one.png"), links().link("notes/plain.md", "bundle/pic%20one.png"));
    }

    @Test
    void pictures_that_are_not_there_are_told_apart() {
        assertEquals(new MissingPicture("assets/c.png"), links().picture(FROM, "/assets/c.png"));
        assertEquals(new RemotePicture("https://other.org/c.png"), links().picture(FROM, "https://other.org/c.png"));
        assertEquals(new RemotePicture("https://example.org/c.png"), links().picture(FROM, "https://example.org/c.png"));
        var data = assertInstanceOf(DataPicture.class, links().picture(FROM, "data:image/png;base64,AQID"));
        assertArrayEquals(new byte[] {1, 2, 3}, data.bytes());
    }

    @Test
    void a_place_that_did_not_come_along_is_lost_but_still_stands_on_its_host() {
        assertEquals(new Lost("/about", Optional.of("https://example.org/about/#team")), links().link(FROM, "/about/#team"));
        assertEquals(new Lost("/about", Optional.empty()), reading(null, null).links().link(FROM, "/about/"));
        assertEquals(new StillThere("https://example.org/about/"), links().link(FROM, "https://example.org/about/"));
        assertEquals(new TagPage("open source"), links().link(FROM, "/tags/open%20source/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.org/2019/Leases.html", "mailto:a@example.org", "#top", "/", "/tags/"})
    void other_places_stay_as_they_are(String destination) {
        assertEquals(new AsWritten(), links().link(FROM, destination));
    }

    @Test
    void a_site_below_a_path_is_that_path() {
        var links = reading("https://example.org/blog", "pretty").links();

        assertEquals(new Article("_posts/2019-10-16-Leases.md", ""), links.link(FROM, "/blog/2019/10/16/Leases/"));
        assertEquals(new Article("_posts/2019-10-16-Leases.md", ""), links.link(FROM, "https://example.org/blog/2019/10/16/Leases/"));
        assertEquals(new AsWritten(), links.link(FROM, "https://example.org/2019/10/16/Leases/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/e3/", "/posts/e3.html", "/posts/e3.md", "/e3/", "https://old.example/posts/e3/", "posts/e3.md"})
    void a_link_may_name_the_top_folder_that_was_left_out(String destination) {
        var links = zip().file("posts/e1.md", "---\ntitle: One\n---\n").file("posts/e3.md", "---\ntitle: Three\n---\n").file("posts/e3.png", "").read(site("https://old.example", null)).links();

        assertEquals(new Article("e3.md", "#end"), links.link("e1.md", destination + "#end"));
        assertEquals(new PictureFile("e3.png"), links.picture("e1.md", "/posts/e3.png"));
    }

    @Test
    void the_pattern_gives_each_article_its_old_address() {
        var articles = reading(null, "/:categories/:year/:i_month/:i_day/:slug/").articles();

        assertEquals(Optional.of(new Written("/2019/10/16/leases/", 0)), articles.get(0).address());
        assertEquals(Optional.of(new Written("/2020/1/2/from/", 0)), articles.get(1).address());
        assertEquals(Optional.empty(), articles.get(2).address());
        assertEquals(Optional.of(new Written("/moved/", 3)), articles.get(3).address());
    }

    @Test
    void a_pattern_nobody_knows_is_refused() {
        assertEquals("import.option.placeholder", assertThrows(Refusal.class, () -> site(null, "/:yaer/:title/")).key());
        assertEquals("import.option.permalinks", assertThrows(Refusal.class, () -> site(null, "year/title")).key());
        assertEquals("import.option.site", assertThrows(Refusal.class, () -> site("example.org", null)).key());
    }
}
