package org.lectern.content.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.lectern.content.Slug;
import org.lectern.content.TagExpression;

/** The visible articles that a {@link TagExpression} asks for, of one snapshot. Made once for a page, its count and the tags that narrow it. */
public final class Selection {

    private final TagExpression expression;
    private final Tags tags;
    private final List<Snapshot.Part> parts;

    Selection(TagExpression expression, Tags tags, List<Zone> zones) {
        this.expression = expression;
        this.tags = tags;
        var all = numbers(expression.all());
        var any = numbers(expression.any());
        var not = numbers(expression.not());
        parts = zones.stream().map(zone -> new Snapshot.Part(zone, zone.select(all, any, not))).toList();
    }

    /** How many there are. */
    public int size() {
        return parts.stream().mapToInt(Snapshot.Part::size).sum();
    }

    /** A page of them in archive order. Arguments and answer as of {@link Snapshot#tagPage}. */
    public Optional<ArchivePage> page(int page, int pageSize) {
        return Snapshot.page(parts, page, pageSize);
    }

    /** Every further tag that some of them carry, with how many do: the fullest first, then by name. */
    public List<TagCount> further() {
        var counts = new int[tags.size()];
        parts.forEach(part -> part.zone().count(part.set(), counts));
        for (var asked : numbers(expression.all())) {
            if (asked >= 0) {
                counts[asked] = 0;
            }
        }
        return Arrays.stream(tags.byName()).filter(tag -> counts[tag] > 0).boxed()
                .sorted(Comparator.comparingInt((Integer tag) -> counts[tag]).reversed())
                .flatMap(tag -> tags.tag(tag).map(it -> new TagCount(it.slug(), it.name(), it.id(), counts[tag])).stream())
                .toList();
    }

    /** -1 for a tag that nothing carries, since it is not known. */
    private int[] numbers(List<Slug> slugs) {
        return slugs.stream().mapToInt(slug -> tags.number(slug).orElse(-1)).toArray();
    }
}
