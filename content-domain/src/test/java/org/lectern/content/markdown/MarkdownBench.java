package org.lectern.content.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to make what readers see, for all sample articles together: {@code parse} is the first part of {@code render}, and {@code excerpts} the last. Run by {@code bench/domain}; no test. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MarkdownBench {

    private final List<String> texts = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();

    @Setup
    public void read() throws IOException {
        try (var files = Files.walk(Path.of("content-domain/src/main/resources/org/lectern/content/importing/samples"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
                var text = Files.readString(file).replaceFirst("(?s)\\A---\n.*?\n---\n", "");
                texts.add(text);
                trees.add(MarkdownText.parse(text).tree(use -> new Target.TextAlone(), Words.ENGLISH, Optional.empty()));
            }
        }
        System.out.printf("%d articles of %,d characters on average%n", texts.size(), texts.stream().mapToInt(String::length).sum() / texts.size());
    }

    @Benchmark
    public Object parse() {
        return texts.stream().map(MarkdownText::parse).toList();
    }

    @Benchmark
    public Object render() {
        return texts.stream().map(text -> MarkdownText.parse(text).render(Optional.empty(), use -> new Target.TextAlone())).toList();
    }

    @Benchmark
    public Object excerpts() {
        return trees.stream().map(tree -> Excerpt.of(tree, new WordCount())).toList();
    }
}
