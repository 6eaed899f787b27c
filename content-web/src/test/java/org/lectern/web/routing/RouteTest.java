package org.lectern.web.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.lectern.web.feed.FeedFormat;

class RouteTest {

    @Test
    void the_front_page_and_its_further_pages_list_the_newest_articles() {
        assertEquals(new Route.Newest(1), Route.of("/"));
        assertEquals(new Route.Newest(7), Route.of("/page/7/"));
    }

    @Test
    void articles_are_found_by_month_and_by_year() {
        assertEquals(new Route.Months(), Route.of("/articles/"));
        assertEquals(new Route.Dated(Year.of(2026), Optional.empty(), 1), Route.of("/articles/2026/"));
        assertEquals(new Route.Dated(Year.of(2026), Optional.of(YearMonth.of(2026, 3)), 2), Route.of("/articles/2026/03/page/2/"));
        assertEquals(new Route.Dated(Year.of(2026), Optional.of(YearMonth.of(2026, 3)), 1), Route.of("/articles/2026/3/"));
        assertInstanceOf(Route.Other.class, Route.of("/articles/2026/13/"));
        assertEquals(new Route.Article("20261"), Route.of("/articles/20261/"));
    }

    @Test
    void an_author_has_pages_and_feeds() {
        assertEquals(new Route.Authors(), Route.of("/Authors"));
        assertEquals(new Route.Other(), Route.of("/authors/page/2/"));
        assertEquals(new Route.Author("grace", 1), Route.of("/authors/grace/"));
        assertEquals(new Route.Author("grace", 2), Route.of("/authors/grace/page/2/"));
        assertEquals(new Route.AuthorFeed("grace", FeedFormat.ATOM), Route.of("/authors/grace/feed.atom"));
        assertEquals(new Route.Author("ci/cd", 2), Route.of("/authors/ci/cd/page/2/"));
    }

    @Test
    void an_article_is_one_segment_below_articles() {
        assertEquals(new Route.Article("leases-not-locks"), Route.of("/articles/leases-not-locks/"));
        assertInstanceOf(Route.Other.class, Route.of("/articles/2016/leases-not-locks/"));
    }

    @Test
    void the_slug_of_a_tag_may_hold_slashes() {
        assertEquals(new Route.Tag("ci/cd", 1), Route.of("/tags/ci/cd/"));
        assertEquals(new Route.Tag("ci/cd", 2), Route.of("/tags/ci/cd/page/2/"));
        assertEquals(new Route.Tag("c++", 3), Route.of("/tags/c++/page/3/"));
    }

    @Test
    void a_word_that_ends_in_page_is_no_page() {
        assertEquals(new Route.Tag("homepage/2", 1), Route.of("/tags/homepage/2/"));
    }

    @Test
    void other_spellings_ask_for_the_same() {
        assertEquals(new Route.TagIndex(), Route.of("//TAGS"));
        assertEquals(new Route.Tag("Java", 1), Route.of("/Tags//Java/Page/1"));
        assertEquals(new Route.Tag("java", 1), Route.of("/tags/java/index.html"));
    }

    @Test
    void page_nought_and_what_is_no_number_are_no_pages() {
        assertEquals(new Route.Tag("java/page/0", 1), Route.of("/tags/java/page/0/"));
        assertEquals(new Route.Tag("java/page/02", 1), Route.of("/tags/java/page/02/"));
        assertEquals(new Route.Tag("java/page/two", 1), Route.of("/tags/java/page/two/"));
        assertInstanceOf(Route.Other.class, Route.of("/page/99999999999/"));
        assertInstanceOf(Route.Other.class, Route.of("/tags/page/2/"));
    }

    @Test
    void addresses_of_former_times_are_left_to_the_redirects() {
        assertInstanceOf(Route.Other.class, Route.of("/2016/05/leases.html"));
        assertInstanceOf(Route.Other.class, Route.of("/feed.xml"));
    }

    @Test
    void feeds_lie_below_the_pages_that_they_belong_to() {
        assertEquals(new Route.SiteFeed(FeedFormat.RSS), Route.of("/index.xml"));
        assertEquals(new Route.SiteFeed(FeedFormat.JSON), Route.of("/feed.json"));
        assertEquals(new Route.TagFeed("ci/cd", FeedFormat.ATOM), Route.of("/tags/ci/cd/feed.atom"));
        assertEquals(new Route.TagFeed("", FeedFormat.ATOM), Route.of("/tags/feed.atom"));
        assertInstanceOf(Route.Other.class, Route.of("/posts/index.xml"));
        assertInstanceOf(Route.Elsewhere.class, Route.of("/admin/feed.json"));
        assertEquals("c%2B%2B+java", Route.tagAsSent("/tags/c%2B%2B+java/feed.atom"));
    }

    @Test
    void what_names_a_tag_as_it_was_sent_is_found_in_every_spelling() {
        assertEquals("java+-go", Route.tagAsSent("//TAGS//java+-go///Page//2//"));
        assertEquals("java,go", Route.tagAsSent("/tags/java,go/index.html"));
        assertEquals("ci/cd+java", Route.tagAsSent("/tags/ci//cd+java///index.xml//"));
        assertEquals("", Route.tagAsSent("/tags/"));
    }

    @Test
    void a_run_of_slashes_costs_no_more_than_its_length() {
        var path = "/tags/x" + "/".repeat(28_000) + "x";

        assertEquals("x/x", assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Route.tagAsSent(path)));
    }

    @Test
    void a_path_of_many_folders_does_not_overflow_the_stack() {
        assertInstanceOf(Route.Asset.class, Route.of("/assets/" + "a/".repeat(20_000) + "x"));
    }

    @Test
    void an_article_has_a_source() {
        assertEquals(new Route.Source("leases"), Route.of("/articles/leases.md"));
        assertEquals(new Route.Llms(), Route.of("/llms.txt"));
    }

    @Test
    void sitemaps_are_one_or_many() {
        assertEquals(new Route.Sitemap(0), Route.of("/sitemap.xml"));
        assertEquals(new Route.Sitemap(12), Route.of("/sitemap-12.xml"));
        assertInstanceOf(Route.Other.class, Route.of("/sitemap-0.xml"));
    }

    @Test
    void the_desk_the_programs_and_health_are_not_ours() {
        assertInstanceOf(Route.Elsewhere.class, Route.of("/admin/none"));
        assertInstanceOf(Route.Elsewhere.class, Route.of("/api"));
        assertInstanceOf(Route.Elsewhere.class, Route.of("/health/none"));
        assertInstanceOf(Route.Other.class, Route.of("/administration/"));
    }

    @Test
    void a_file_of_the_look_never_leads_out_of_its_folder() {
        assertEquals(new Route.Asset("0123456789abcdef/site.css"), Route.of("/assets/0123456789abcdef/site.css"));
        assertInstanceOf(Route.Other.class, Route.of("/assets/../WEB-INF/web.xml"));
    }

    @Test
    void a_picture_is_found_by_its_hash_whatever_its_name() {
        assertEquals(new Route.Picture("00112233445566778899"), Route.of("/media/00112233445566778899/two bars.svg"));
        assertInstanceOf(Route.Other.class, Route.of("/media/"));
    }

    @Test
    void percent_encoding_is_undone_and_a_plus_stays_a_plus() {
        assertEquals(Optional.of("/tags/c++/"), Route.decode("/tags/c+%2B/"));
        assertEquals(Optional.of("/tags/日本語/"), Route.decode("/tags/%E6%97%A5%e6%9c%ac%E8%AA%9E/"));
        assertEquals(Optional.of("/%41"), Route.decode("/%2541"));
    }

    @Test
    void octets_that_no_browser_would_send_unencoded_are_understood() {
        assertEquals(Optional.of("/tags/café/"), Route.decode("/tags/caf\u00C3\u00A9/"));
    }

    @Test
    void what_is_no_utf_8_is_no_address() {
        assertEquals(Optional.empty(), Route.decode("/tags/caf%E9/"));
        assertEquals(Optional.empty(), Route.decode("/tags/%"));
        assertEquals(Optional.empty(), Route.decode("/tags/%zz/"));
        assertEquals(Optional.empty(), Route.decode("/tags/%C0%AF/"));
    }
}
