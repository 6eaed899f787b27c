package org.lectern.content.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

class AskedTagsTest {

    private static final Map<String, String> TAGS = Map.of("Alpha, beta", "alpha-beta", "Alpha", "alpha", "beta", "beta", "Java", "java", "java", "java");
    private static final Function<String, Optional<Slug>> FIND = name -> Optional.ofNullable(TAGS.get(name)).map(Slug::new);

    @Test
    void a_field_holds_several_tags_parted_by_commas() {
        assertEquals(Optional.of(new TagExpression(slugs("alpha", "java"), List.of(), slugs("beta"))), asked("all=Java,+Alpha,,&not=beta&any=,").find(FIND));
    }

    @Test
    void a_name_with_a_comma_goes_before_the_names_between_its_commas() {
        assertEquals(Optional.of(TagExpression.of(new Slug("alpha-beta"))), asked("all=Alpha%2C+beta").find(FIND));
        assertEquals(Optional.of(new TagExpression(slugs("alpha-beta", "java"), List.of(), List.of())), asked("all=Java,Alpha%2C+beta").find(FIND));
        assertEquals(Optional.of(new TagExpression(slugs("alpha-beta", "java", "alpha"), List.of(), List.of())), asked("all=Alpha%2C+beta%2C+Java%2C+Alpha").find(FIND));
    }

    @Test
    void a_name_that_leads_to_no_tag_is_told() {
        var asked = asked("all=Java,+Jva&any=Alpha&not=Jva,+none");

        assertEquals(Optional.empty(), asked.find(FIND));
        assertEquals(List.of("Jva", "none"), asked.unknown(FIND));
        assertEquals(List.of(), asked("all=Java&not=Alpha").unknown(FIND));
    }

    @Test
    void terms_are_counted_where_they_are_too_many() {
        assertEquals(3, asked("all=Java,java,Alpha&not=Alpha").terms(FIND));
        assertEquals(9, asked("all=" + names(9)).terms(name -> Slug.parse(name)));
        assertEquals(Optional.empty(), asked("all=" + names(9)).find(name -> Slug.parse(name)));
        assertEquals(300, asked("all=" + names(300)).terms(FIND));
        assertEquals(List.of(), asked("all=" + names(300)).unknown(FIND));
    }

    private static AskedTags asked(String query) {
        return AskedTags.ofQuery(query).orElseThrow();
    }

    private static List<Slug> slugs(String... slugs) {
        return List.of(slugs).stream().map(Slug::new).toList();
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "t" + number).collect(Collectors.joining(","));
    }
}
