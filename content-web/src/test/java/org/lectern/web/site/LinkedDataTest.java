package org.lectern.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;

import jakarta.json.Json;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LinkedDataTest {

    @Test
    void no_text_ends_the_block_or_begins_markup_and_every_text_comes_back() {
        for (var text : List.of("</script><script>ran()</script>", "</script onload=ran() ", "<!--<script>", "]]>", "a & b &lt; \"c\" \\u003c", "\u2028\u0000")) {
            var block = LinkedData.block(LinkedData.of("TechArticle").add("headline", text).build());

            var scripts = Jsoup.parse(block).select("script");

            assertEquals(1, scripts.size(), block);
            try (var reader = Json.createReader(new StringReader(scripts.first().data()))) {
                assertEquals(text, reader.readObject().getString("headline"));
            }
        }
    }

    @Test
    void a_trail_counts_its_steps() {
        assertEquals("{\"@context\":\"https://schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Tags\",\"item\":\"https://kb.example.org/tags/\"}]}",
                LinkedData.trail(List.of(new LinkedData.Step("Tags", "https://kb.example.org/tags/"))).toString());
    }
}
