package org.lectern.web.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.archive.ArticleRef;
import org.lectern.content.reading.Series;

class NeighbourTest {

    private static final Series SERIES = new Series("Calls", Stream.of("one", "two", "three").map(NeighbourTest::article).toList());

    @Test
    void parts_of_a_series_stand_next_to_each_other() {
        assertEquals(List.of("prev article.series.previous one", "next article.series.next three"), told(Neighbour.in(SERIES, new Slug("two"))));
        assertEquals(List.of("next article.series.next two"), told(Neighbour.in(SERIES, new Slug("one"))));
        assertEquals(List.of("prev article.series.previous two"), told(Neighbour.in(SERIES, new Slug("three"))));
        assertEquals(List.of(), told(Neighbour.in(SERIES, new Slug("four"))));
    }

    @Test
    void others_stand_next_to_each_other_among_all_articles() {
        assertEquals(List.of("next article.next two"), told(Neighbour.of(Optional.empty(), Optional.of(article("two")))));
    }

    private static List<String> told(List<Neighbour> neighbours) {
        return neighbours.stream().map(neighbour -> neighbour.relation() + " " + neighbour.label() + " " + neighbour.article().slug()).toList();
    }

    private static ArticleRef article(String slug) {
        return new ArticleRef(slug.hashCode(), new Slug(slug), slug, Instant.EPOCH, "en");
    }
}
