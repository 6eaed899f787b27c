package org.lectern.content.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class LinkTokensTest {

    private static final Map<String, String> SEEN = Map.of("article:12", "/kb/articles/leases/", "/tags/java/", "/kb/tags/java/");

    private static final Map<String, ShownPicture> PICTURES = Map.of("a1", new ShownPicture("/kb/media/ff/two.svg", 0, 0),
            "c3", new ShownPicture("/kb/media/ee/three,3.png", 900, 600, List.of(new ShownPicture.Copy("/kb/media/e1/three,3.png", 320), new ShownPicture.Copy("/kb/media/e2/three,3.png", 640))));

    private static String resolve(String html) {
        return LinkTokens.resolve(html, "/kb/articles/this/", token -> Optional.ofNullable(SEEN.get(token)), key -> Optional.ofNullable(PICTURES.get(key)));
    }

    @Test
    void a_link_to_an_article_becomes_its_address_with_the_place_in_it() {
        assertEquals("<p><a href=\"/kb/articles/leases/#why\">why</a></p>", resolve("<p><a href=\"article:12#why\">why</a></p>"));
    }

    @Test
    void a_link_to_an_article_that_readers_do_not_see_gives_way_to_its_text() {
        assertEquals("<p>the <em>secret</em> plan, and <a href=\"/kb/articles/leases/\">leases</a></p>",
                resolve("<p><a href=\"article:13\">the <em>secret</em> plan</a>, and <a href=\"article:12\">leases</a></p>"));
    }

    @Test
    void a_footnote_mark_in_an_excerpt_leads_into_the_article() {
        assertEquals("<sup><a href=\"/kb/articles/this/#fn-1\">[1]</a></sup>", resolve("<sup><a href=\"article:self#fn-1\">[1]</a></sup>"));
    }

    @Test
    void a_picture_gets_the_address_of_its_bytes_and_without_any_gives_way_to_its_alternative_text() {
        assertEquals("<img src=\"/kb/media/ff/two.svg\" alt=\"Two\">One &amp; only", resolve("<img src=\"media:a1\" alt=\"Two\"><img src=\"media:b2\" alt=\"One &amp; only\">"));
    }

    @Test
    void a_picture_has_the_size_and_the_copies_of_its_present_bytes() {
        assertEquals("<img alt=\" width=\" src=\"/kb/media/ee/three,3.png\" srcset=\"/kb/media/e1/three%2C3.png 320w, /kb/media/e2/three%2C3.png 640w, /kb/media/ee/three%2C3.png 900w\""
                + " sizes=\"(max-width: 46rem) 100vw, 44rem\" width=\"900\" height=\"600\" title=\"a\" loading=\"lazy\">",
                resolve("<img alt=\" width=\" height=\"20\" src=\"media:c3\" title=\"a\" width=\"10\" loading=\"lazy\">"));
        assertEquals("<img src=\"/kb/media/ff/two.svg\" width=\"10\" height=\"20\" alt=\"\">", resolve("<img src=\"media:a1\" width=\"10\" height=\"20\" alt=\"\">"));
    }

    @Test
    void a_linked_picture_keeps_its_link() {
        assertEquals("<a href=\"/kb/media/ff/two.svg\"><img src=\"/kb/media/ff/two.svg\" alt=\"\"></a>", resolve("<a href=\"media:a1\"><img src=\"media:a1\" alt=\"\"></a>"));
    }

    @Test
    void a_tag_page_that_is_not_there_is_no_link() {
        assertEquals("<a href=\"/kb/tags/java/\">Java</a>, COBOL", resolve("<a href=\"/tags/java/\">Java</a>, <a href=\"/tags/cobol/\">COBOL</a>"));
    }

    @Test
    void links_to_other_sites_and_to_the_same_page_stay_as_they_are() {
        var html = "<a href=\"https://example.org/\">a</a> <a href=\"#b\">b</a> <a href=\"mailto:c@example.org\">c</a> <a href=\"//example.org/\">d</a>";

        assertEquals(html, resolve(html));
    }

    @Test
    void finds_the_pictures_that_a_page_needs() {
        assertEquals(Set.of("a1", "b2"), LinkTokens.pictures("<img alt=\"\" src=\"media:a1\"><a href=\"media:b2\">b</a>"));
    }
}
