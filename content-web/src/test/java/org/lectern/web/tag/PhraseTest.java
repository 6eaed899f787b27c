package org.lectern.web.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.web.site.Site;

class PhraseTest {

    @Test
    void what_is_shown_is_told_by_how_its_tags_are_joined() {
        assertEquals("Showing 1,100 articles with these tags.", phrase("a b", "", "").showing(1_100));
        assertEquals("Showing 1 article with one of these tags.", phrase("", "a b", "").showing(1));
        assertEquals("Showing 686 articles.", phrase("", "", "a").showing(686));
        assertEquals("Showing no article.", phrase("a", "", "b").showing(0));
        assertEquals("Showing 2 articles.", phrase("a", "b c", "").showing(2));
    }

    @Test
    void why_nothing_is_there_is_told_by_it_too() {
        assertEquals("No article carries these tags together. Take a tag away below.", phrase("a b", "", "").reason(0));
        assertEquals("No article is left of those you ask for. Take a tag away below.", phrase("a", "", "b").reason(0));
        assertEquals("", phrase("a b", "", "").reason(2));
    }

    private static Phrase phrase(String all, String any, String not) {
        return new Phrase(new TagExpression(slugs(all), slugs(any), slugs(not)), new Site());
    }

    private static List<Slug> slugs(String slugs) {
        return Stream.of(slugs.split(" ")).filter(slug -> !slug.isEmpty()).map(Slug::new).toList();
    }
}
