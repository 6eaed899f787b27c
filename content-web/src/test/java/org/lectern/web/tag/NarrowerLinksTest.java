package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lectern.web.site.Site;

class NarrowerLinksTest {

    @Test
    void the_fullest_stand_there_at_once_and_the_rest_behind_their_number() {
        var page = page(1_040);

        assertEquals(1_040, page.select("ul.counts > li > a").size());
        assertEquals("T1 2,039", page.select("a").first().text());
        assertEquals(20, page.select("body > ul > li").size());
        assertEquals("1,020 more tags", page.select("details > summary").text());
        assertEquals("T21 2,019", page.select("details a").first().text());
    }

    @Test
    void a_few_need_no_line_before_the_rest() {
        assertTrue(page(21).select("details").isEmpty());
        assertEquals(21, page(21).select("li").size());
        assertEquals("2 more tags", page(22).select("summary").text());
    }

    private static Document page(int count) {
        return Jsoup.parseBodyFragment(NarrowerLinks.html(IntStream.rangeClosed(1, count).mapToObj(number -> new Narrower("T" + number, 2_040 - number, "/tags/t" + number + "/")).toList(), new Site()));
    }
}
