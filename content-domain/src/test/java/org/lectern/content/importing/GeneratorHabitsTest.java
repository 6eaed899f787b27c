package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lectern.content.importing.SomeSources.article;
import static org.lectern.content.importing.SomeSources.remarksOn;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one generator does and the others do not. */
class GeneratorHabitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"---json\n{\n \"title\": \"A\",\n \"tags\": [\"x\"]\n}\n---\nBody", "---toml\ntitle = 'A'\n\ntags = ['x']\n\n---\nBody", "---yaml\ntitle: A\n\ntags: [x]\n\n---\nBody"})
    void eleventys_front_matter_may_name_its_language(String text) {
        var article = article(text);

        assertEquals("A", article.title());
        assertEquals(List.of("x"), article.tags());
        assertEquals("Body", article.body());
        assertEquals(7, article.fileLine(1));
    }

    @Test
    void a_fault_in_a_named_language_has_its_line_and_an_unknown_language_is_no_front_matter() {
        assertEquals(List.of("a.md:1 The front matter that ---json begins never ends. Close it with the line ---."), remarksOn("---json\n{}\nText\n"));
        assertEquals("a.md:4", remarksOn("---json\n{\n \"title\": \"A\",\n \"tags\" [1]\n}\n---\n").get(0).split(" ")[0]);
        assertEquals(List.of("a.md:0 The file has no front matter. With the option \"plain\" such files are articles too."), remarksOn("---lua\ntitle: A\n---\n"));
    }
}
