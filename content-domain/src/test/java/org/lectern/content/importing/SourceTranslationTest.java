package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lectern.content.importing.SomeSources.BLOG;
import static org.lectern.content.importing.SomeSources.site;
import static org.lectern.content.importing.SomeSources.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;

class SourceTranslationTest {

    private final List<Remark> remarks = new ArrayList<>();
    private final List<Remark> missing = new ArrayList<>();

    @Test
    void a_picture_that_a_field_names_and_nobody_brings_is_told_at_the_line_of_the_field() throws IOException {
        translate(zip().file("a.md", "---\ntitle: A\nsummary: '![x](none.png)'\nimage: /gone.png\n---\nText\n\n![y](nowhere.png)\n"), BLOG);

        assertEquals(List.of("a.md:3 The picture none.png is not in the source.", "a.md:4 The picture gone.png is not in the source.", "a.md:8 The picture nowhere.png is not in the source."), said(missing));
    }

    @Test
    void a_link_to_the_sites_own_host_that_leads_nowhere_stays_and_is_told() throws IOException {
        var texts = translate(zip().file("a.md", "---\ntitle: A\n---\nSee [b](https://old.example/b/), [c](https://old.example/c/) and [d](https://other.example/d/).\n").file("b.md", "---\ntitle: B\n---\n"),
                site("https://old.example", null));

        assertEquals("See [b](/articles/b/), [c](https://old.example/c/) and [d](https://other.example/d/).\n", texts.get("a.md"));
        assertEquals(List.of("a.md:4 The link to https://old.example/c/ leads to nothing in the source. It still leads to the old site."), said(remarks));
    }

    @Test
    void links_that_lead_to_one_lost_place_are_told_together() throws IOException {
        translate(zip().file("a.md", "---\ntitle: A\n---\n[x](/about/)\n\n[y](/team/)\n").file("b.md", "---\ntitle: B\n---\nOne\n\n[x](/about/#us) [z](/about)\n"), BLOG);

        assertEquals(List.of("a.md:4 The link to /about leads to nothing in the source. It comes in as its text. The source has 3 such links; this is the first.",
                "a.md:6 The link to /team leads to nothing in the source. It comes in as its text."), said(remarks));
    }

    /** @return the text of each article, by path */
    private Map<String, String> translate(SomeSources source, ImportOptions options) throws IOException {
        try (var folder = source.open(Bounds.SAFE)) {
            var reading = SourceReading.of(folder, options);
            var slugs = reading.articles().stream().collect(Collectors.toMap(SourceArticle::path, article -> Slug.forArticle(article.slug().text())));
            var translation = new SourceTranslation(reading.links(), SourcePictures.of(folder), "blog", slugs, Map.of(), remarks, missing);
            var texts = reading.articles().stream().collect(Collectors.toMap(SourceArticle::path, article -> translation.content(article).source()));
            remarks.addAll(translation.lost());
            return texts;
        }
    }

    private static List<String> said(List<Remark> remarks) {
        return remarks.stream().sorted(Remark.BY_PLACE).map(SomeSources::english).toList();
    }
}
