package org.lectern.content.archive;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a page of a tag expression costs in the domain: the articles, the first fifty of them, and every further tag with the number that it leaves. Ten tags an article, out of 500, by Zipf's law.
 * Run by {@code bench/domain}; no test.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AlgebraBench {

    @Param({"10000", "100000"})
    int articles;

    /** The tags are numbered by how many articles carry them, 0 most. */
    @Param({"0", "0+1", "0,1", "0+-1", "20+300"})
    String expression;

    private Snapshot snapshot;
    private TagExpression asked;

    @Setup
    public void fill() {
        snapshot = new ArchiveBench().snapshot(articles);
        asked = switch (expression) {
            case "0" -> TagExpression.of(tag(0));
            case "0+1" -> new TagExpression(List.of(tag(0), tag(1)), List.of(), List.of());
            case "0,1" -> new TagExpression(List.of(), List.of(tag(0), tag(1)), List.of());
            case "0+-1" -> new TagExpression(List.of(tag(0)), List.of(), List.of(tag(1)));
            default -> new TagExpression(List.of(tag(20), tag(300)), List.of(), List.of());
        };
    }

    @Benchmark
    public Object page() {
        var selection = snapshot.select(asked);
        return List.of(selection.page(1, 50), selection.further());
    }

    private static Slug tag(int number) {
        return new Slug("tag-" + number);
    }
}
