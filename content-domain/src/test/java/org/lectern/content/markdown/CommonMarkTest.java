package org.lectern.content.markdown;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CommonMarkTest {

    @Test
    void every_example_of_the_specification_comes_out_as_it_says() {
        var parser = Dialect.parser(List.of());
        var renderer = Dialect.renderer(List.of()).percentEncodeUrls(true).build();

        var examples = ExampleReader.readExamples(TestResources.getSpec());

        assertTrue(examples.size() > 600, () -> examples.size() + " examples");
        assertAll(examples.stream().map(example -> () -> assertEquals(example.getHtml(), renderer.render(parser.parse(example.getSource())).replace('\t', '→'), example.toString())));
    }

    @Test
    void every_example_of_the_specification_stays_as_it_is_when_no_destination_changes_and_renders_without_fault() {
        var examples = ExampleReader.readExamples(TestResources.getSpec());

        Stream<Executable> checks = examples.stream().map(Example::getSource).map(source -> () -> {
            var text = MarkdownText.parse(source);
            assertEquals(source, text.rewrite(destination -> destination));
            text.render(Optional.empty(), use -> new Target.Link(use.destination()));
        });

        assertAll(checks);
    }
}
