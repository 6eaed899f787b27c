package org.lectern.content.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lectern.content.Slug;
import org.lectern.content.TagExpression;
import org.lectern.content.edition.Change;
import org.lectern.content.edition.EmptyDatabase;
import org.lectern.content.edition.Reached;
import org.lectern.content.edition.State;

/**
 * Measures the archive at 100,000 articles and 1,000,000 taggings of 500 tags, Zipf; 25 articles have a weight. Run by hand, by the main method:
 * no test. Compare the figures of one run with each other, for machines differ. With the argument {@code h2} or {@code postgresql} the building
 * from that database is measured too.
 */
final class ArchiveBench {

    private static final int ARTICLES = 100_000;
    private static final int TAGS = 500;
    private static final int TAGS_EACH = 10;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random = new Random(1);
    private final double[] zipf = zipf();
    private Object seen;

    public static void main(String[] vendors) throws Exception {
        var bench = new ArchiveBench();
        bench.memory();
        for (var vendor : vendors) {
            bench.database(EmptyDatabase.valueOf(vendor.toUpperCase(Locale.ROOT)));
        }
    }

    private void memory() {
        var tags = tags();
        var entries = articles(ARTICLES);
        var before = used();
        var snapshot = Snapshot.of(1, tags, entries, NOW);
        say("heap beside the articles themselves: %.1f MB", (used() - before) / 1e6);

        var tag = new Slug("tag-0");
        say("size %,d; articles of the fullest tag %,d", snapshot.size(), snapshot.tag(tag).orElseThrow().count());
        var first = time("page 1 of the fullest tag", 20_000, () -> snapshot.tagPage(tag, 1, 50));
        var late = time("page 400", 20_000, () -> snapshot.tagPage(tag, 400, 50));
        say("   page 400 costs %.2f times page 1", late / first);
        time("one article of the whole archive, its neighbours", 20_000, () -> List.of(snapshot.next(50_000), snapshot.previous(50_000)));
        time("all tags with counts", 2_000, snapshot::tags);
        time("further tags of the fullest tag", 200, () -> snapshot.select(TagExpression.of(tag)).further());
        time("further tags of a rare tag", 2_000, () -> snapshot.select(TagExpression.of(new Slug("tag-400"))).further());

        var made = time("made anew from articles in memory", 10, () -> Snapshot.of(1, tags, entries, NOW));
        var newest = List.of(article(ARTICLES + 1, NOW.minusSeconds(1), 0));
        var append = time("the newest article published", 2_000, () -> snapshot.with(2, tags, List.of(ARTICLES + 1L), newest, NOW));
        say("   making anew costs %.0f times as much", made / append);
        time("an article in the middle retitled and retagged", 2_000, () -> snapshot.with(2, tags, List.of(50_000L), List.of(article(50_000, entries.get(49_999).publishedAt().plusSeconds(1), 0)), NOW));
        time("an article in the middle withdrawn", 2_000, () -> snapshot.with(2, tags, List.of(50_000L), List.of(), NOW));
        time("a back-dated article published", 20, () -> snapshot.with(2, tags, List.of(ARTICLES + 1L), List.of(article(ARTICLES + 1, entries.get(49_999).publishedAt().plusSeconds(1), 0)), NOW));
        time("an article given a weight", 2_000, () -> snapshot.with(2, tags, List.of(50_000L), List.of(article(50_000, entries.get(49_999).publishedAt(), 7)), NOW));
        var chunk = new ArrayList<Entry>();
        for (var id = ARTICLES + 1; id <= ARTICLES + 500; id++) {
            chunk.add(article(id, NOW.minus(Duration.ofMinutes(random.nextInt(ARTICLES * 10))), 0));
        }
        time("500 back-dated articles imported", 20, () -> snapshot.with(2, tags, chunk.stream().map(Entry::id).toList(), chunk, NOW));
    }

    /** One of so many articles. */
    Snapshot snapshot(int articles) {
        return Snapshot.of(1, tags(), articles(articles), NOW);
    }

    private List<Entry> articles(int count) {
        var entries = new ArrayList<Entry>();
        for (var id = 1; id <= count; id++) {
            entries.add(article(id, NOW.minus(Duration.ofMinutes((count - id) * 10L + 60)), id % 4_000 == 0 ? id / 4_000 : 0));
        }
        return entries;
    }

    private void database(EmptyDatabase vendor) throws Exception {
        var database = vendor.make();
        fill(database);
        var archive = new Archive();
        archive.database = database;
        archive.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        for (var run = 0; run < 3; run++) {
            var start = System.nanoTime();
            archive.rebuild(new State(1, "e", 0));
            say("%s: all read and built in %,d ms", vendor, (System.nanoTime() - start) / 1_000_000);
        }
        for (var run = 0; run < 3; run++) {
            var start = System.nanoTime();
            archive.follow(new Reached(new State(2, "e", 0), Set.of(new Change(Change.Kind.ARTICLE, 50_000))));
            say("%s: one changed article followed in %.1f ms", vendor, (System.nanoTime() - start) / 1e6);
        }
        var many = new TreeSet<Long>();
        while (many.size() < Archive.MOST_FOLLOWED) {
            many.add(1L + random.nextInt(ARTICLES));
        }
        for (var run = 0; run < 3; run++) {
            var start = System.nanoTime();
            archive.follow(new Reached(new State(2, "e", 0), Set.copyOf(many.stream().map(id -> new Change(Change.Kind.ARTICLE, id)).toList())));
            say("%s: %,d changed articles followed in %,d ms", vendor, many.size(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private void fill(DataSource database) throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var tag = connection.prepareStatement("insert into tag (id, version, slug, name, name_fixed) values (?, 0, ?, ?, false)");
                    var article = connection.prepareStatement("insert into article (id, version, slug, title, source, html, excerpt, has_more, outline, words, renderer, lapsed, status, published_at, owner, language, revision, revised_at)"
                            + " values (?, 0, ?, ?, '', '', '', false, '', 0, 1, false, 'PUBLISHED', ?, 'ann', 'en', 1, current_timestamp)");
                    var tagging = connection.prepareStatement("insert into tagging (article_id, place, tag_id, spelling) values (?, ?, ?, 'x')")) {
                for (var number = 0; number < TAGS; number++) {
                    tag.setLong(1, number);
                    tag.setString(2, "tag-" + number);
                    tag.setString(3, "Tag " + number);
                    tag.addBatch();
                }
                tag.executeBatch();
                for (var id = 1; id <= ARTICLES; id++) {
                    var entry = article(id, NOW.minus(Duration.ofMinutes(id)), 0);
                    article.setLong(1, id);
                    article.setString(2, entry.slug());
                    article.setString(3, entry.title());
                    article.setObject(4, OffsetDateTime.ofInstant(entry.publishedAt(), ZoneOffset.UTC));
                    article.addBatch();
                    for (var place = 0; place < entry.tags().length; place++) {
                        tagging.setLong(1, id);
                        tagging.setInt(2, place);
                        tagging.setLong(3, entry.tags()[place]);
                        tagging.addBatch();
                    }
                    if (id % 1_000 == 0) {
                        article.executeBatch();
                        tagging.executeBatch();
                    }
                }
            }
            connection.commit();
        }
    }

    private Entry article(long id, Instant published, int weight) {
        var tags = new TreeSet<Integer>();
        while (tags.size() < TAGS_EACH) {
            var drawn = Arrays.binarySearch(zipf, random.nextDouble());
            tags.add(drawn < 0 ? -drawn - 1 : drawn);
        }
        return new Entry(id, "an-article-about-many-things-" + id, "An article about many things, number " + id, published, Instant.MAX, "en", weight,
                tags.stream().mapToInt(Integer::intValue).toArray(), Entry.UNWEIGHTED);
    }

    private static Tags tags() {
        var tags = Tags.NONE.draft();
        for (var number = 0; number < TAGS; number++) {
            tags.put(new TagRef(number, new Slug("tag-" + number), "Tag " + number));
        }
        return tags.done();
    }

    /** How likely one of the first tags is drawn, by number. */
    private static double[] zipf() {
        var sums = new double[TAGS];
        var sum = 0.0;
        for (var number = 0; number < TAGS; number++) {
            sum += 1.0 / (number + 1);
            sums[number] = sum;
        }
        for (var number = 0; number < TAGS; number++) {
            sums[number] /= sum;
        }
        return sums;
    }

    /** The median of five rounds, in milliseconds. */
    private double time(String what, int times, Supplier<?> work) {
        var rounds = new ArrayList<Double>();
        for (var round = 0; round < 8; round++) {
            var start = System.nanoTime();
            for (var run = 0; run < times; run++) {
                seen = work.get();
            }
            rounds.add((System.nanoTime() - start) / 1e6 / times);
        }
        rounds.subList(0, 3).clear();            // until the compiler is done
        var median = rounds.stream().sorted().toList().get(2);
        say("%-52s %9.4f ms", what, median);
        return median;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
