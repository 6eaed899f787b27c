package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.address.Addresses;
import org.lectern.content.archive.TagCount;
import org.lectern.web.site.Site;

class LetterSectionsTest {

    @Test
    void all_tags_stand_under_their_letters() {
        var page = page("");

        assertEquals(List.of("C", "K"), page.select(".letters:not([hidden]) a").eachText());
        assertEquals(List.of("C C++ 1,200", "K Kafka 1,200 Kubernetes 1,200"), page.select(".index section:not([hidden])").eachText());
        assertEquals("/tags/c++/", page.select(".index a").first().attr("href"));
    }

    @Test
    void what_does_not_hold_the_part_is_there_and_hidden() {
        var page = page("KUBE");

        assertEquals(List.of("Kubernetes 1,200"), page.select("section:not([hidden]) li:not([hidden])").eachText());
        assertEquals(List.of("C"), page.select("section[hidden] h2").eachText());
        assertEquals(3, page.select("li").size());
        assertEquals(1, page.select(".letters[hidden]").size());
    }

    private static Document page(String part) {
        var tags = Stream.of("C++", "Kafka", "Kubernetes").map(name -> new TagCount(Slug.from(name), name, name.length(), 1_200)).toList();
        return Jsoup.parseBodyFragment(LetterSections.html(Letter.divide(tags, Locale.ENGLISH), part, new Site() {
            @Override
            public Addresses addresses() {
                return new Addresses("");
            }
        }));
    }
}
