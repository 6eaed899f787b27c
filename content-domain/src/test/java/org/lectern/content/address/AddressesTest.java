package org.lectern.content.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

class AddressesTest {

    private final Addresses root = new Addresses("");
    private final Addresses kb = new Addresses("https://example.org/kb/");

    @Test
    void addresses_begin_at_the_root_that_they_are_made_for() {
        assertEquals("/articles/leases/", root.article(new Slug("leases")));
        assertEquals("https://example.org/kb/articles/leases/", kb.article(new Slug("leases")));
        assertEquals("https://example.org/kb/", kb.home());
        assertEquals("/page/2/", root.home(2));
    }

    @Test
    void a_slash_and_a_plus_of_a_slug_stand_in_its_address_as_they_are() {
        assertEquals("/tags/ci/cd/", root.tag(new Slug("ci/cd")));
        assertEquals("/tags/c++/", root.tag(new Slug("c++")));
    }

    @Test
    void letters_beyond_ascii_are_encoded_as_utf_8() {
        assertEquals("/tags/caf%C3%A9/", root.tag(new Slug("café")));
        assertEquals("/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/page/3/", root.tag(new Slug("日本語"), 3));
    }

    @Test
    void a_year_has_four_digits() {
        assertEquals("/articles/0001/", root.articles(Year.of(1), 1));
        assertEquals("/articles/0001/02/page/2/", root.articles(YearMonth.of(1, 2), 2));
    }

    @Test
    void the_first_page_has_no_number() {
        assertEquals("/tags/java/", root.tag(new Slug("java"), 1));
        assertEquals("/tags/java/page/2/", root.tag(new Slug("java"), 2));
    }

    @Test
    void narrowing_leads_where_the_narrower_expression_lives() {
        var names = List.of("ada", "c++", "java", "-x", "a+b", "zig", "café", "ci/cd");
        var dice = new Random(5);
        var root = new Addresses("", () -> Set.of(new Slug("ada+zig"), new Slug("ada+java+-zig"), new Slug("café+java")));
        for (var trial = 0; trial < 500; trial++) {
            var expression = TagExpression.of(some(names, dice, 3), some(names, dice, 2), some(names, dice, 3));
            expression.ifPresent(wide -> {
                var narrowing = root.narrowing(wide);
                names.forEach(name -> assertEquals(wide.and(new Slug(name)).map(narrow -> root.tags(narrow, 1)), narrowing.apply(new Slug(name)), () -> wide + " and " + name));
            });
        }
        assertEquals(Optional.of("/tags/a+b+c+-d/"), root.narrowing(new TagExpression(List.of(new Slug("a"), new Slug("c")), List.of(), List.of(new Slug("d")))).apply(new Slug("b")));
    }

    @Test
    void an_expression_whose_path_is_a_tags_own_name_lives_in_the_query() {
        var named = new Addresses("/kb", () -> Set.of(new Slug("d+r"), new Slug("java+-café")));

        assertEquals("/kb/tags/d+r/", named.tag(new Slug("d+r")));
        assertEquals("/kb/tags/?all=d&all=r", named.tags(all("d", "r"), 1));
        assertEquals("/kb/tags/?all=java&not=caf%C3%A9&page=2", named.tags(new TagExpression(List.of(new Slug("java")), List.of(), List.of(new Slug("café"))), 2));
        assertEquals("/kb/tags/d+s/page/2/", named.tags(all("d", "s"), 2));
        assertEquals(Optional.of("/kb/tags/?all=d&all=r"), named.narrowing(all("d")).apply(new Slug("r")));
        assertEquals(Optional.of("/kb/tags/d+s/"), named.narrowing(all("d")).apply(new Slug("s")));
    }

    @Test
    void what_has_as_many_terms_as_may_be_cannot_be_narrowed() {
        var most = new TagExpression(IntStream.range(0, TagExpression.MOST_TERMS).mapToObj(number -> new Slug("t" + number)).toList(), List.of(), List.of());
        assertEquals(Optional.empty(), root.narrowing(most).apply(new Slug("java")));
        assertEquals(Optional.of(root.tags(most, 1)), root.narrowing(most).apply(new Slug("t3")));
    }

    private static TagExpression all(String... slugs) {
        return new TagExpression(Stream.of(slugs).map(Slug::new).toList(), List.of(), List.of());
    }

    private static List<Slug> some(List<String> names, Random dice, int most) {
        return dice.ints(dice.nextInt(most + 1), 0, names.size()).mapToObj(names::get).map(Slug::new).toList();
    }
}
