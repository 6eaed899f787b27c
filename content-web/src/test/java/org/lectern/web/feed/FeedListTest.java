package org.lectern.web.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FeedListTest {

    @Test
    void each_format_is_led_to() {
        var list = Jsoup.parseBodyFragment(FeedList.html("Feeds", "/tags/c++/"));

        assertEquals("Feeds Atom RSS JSON", list.text());
        assertEquals(List.of("/tags/c++/feed.atom", "/tags/c++/index.xml", "/tags/c++/feed.json"), list.select("a").eachAttr("href"));
    }
}
