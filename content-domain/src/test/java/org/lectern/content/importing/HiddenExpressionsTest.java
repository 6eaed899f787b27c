package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lectern.content.importing.SomeSources.BLOG;
import static org.lectern.content.importing.SomeSources.zip;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.lectern.content.Slug;

class HiddenExpressionsTest {

    @Test
    void a_tag_that_reads_like_an_expression_of_others_is_told_once() {
        var source = zip().file("a.md", "---\ntitle: A\ntags: [Java+PostgreSQL, C++, Qt+Quick]\n---\n").file("b.md", "---\ntitle: B\ntags: [java+postgresql, Java, -java]\n---\n")
                .file("c.md", "---\ntitle: C\ntags: [PostgreSQL, Quick]\n---\n");

        assertEquals(List.of("a.md:0 The tag “Java+PostgreSQL” lives at /tags/java+postgresql/, where a combination of other tags would stand otherwise. Readers find that by the form on the page of all tags."),
                told(source, Set.of()));
        assertEquals(List.of("Java+PostgreSQL", "Qt+Quick"), told(source, Set.of(new Slug("qt"))).stream().map(remark -> remark.replaceFirst(".*“(.*)”.*", "$1")).toList());
    }

    @Test
    void a_plus_of_another_kind_is_not_told() {
        assertEquals(List.of(), told(zip().file("a.md", "---\ntitle: A\ntags: [C++, c, R+D, Java]\n---\n"), Set.of()));
    }

    private static List<String> told(SomeSources source, Set<Slug> stored) {
        return HiddenExpressions.in(source.read(BLOG).articles(), slugs -> slugs.stream().filter(stored::contains).collect(Collectors.toSet())).stream().map(SomeSources::english).toList();
    }
}
