package org.lectern.content.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.lectern.content.Slug;

/** The archive's view of the tables of articles and tags. Each call is a transaction of its own. */
final class Rows {

    private static final int CHUNK = 500;
    private static final int FETCH = 10_000;
    private static final String ARTICLES = "select id, slug, title, published_at, expires_at, language, weight, status from article";
    private static final String TAGGINGS = "select article_id, tag_id, weight from tagging";
    private static final String IN_ORDER = " order by article_id, place";

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    /** Every published article that has not expired; those that are not due yet too. Their tags get numbers in the draft. */
    List<Entry> published(Instant now, Tags.Draft tags) throws SQLException {
        try (var connection = database.getConnection()) {
            return inOneTransaction(connection, () -> {
                try (var articles = connection.prepareStatement(ARTICLES + " where status = 'PUBLISHED' and (expires_at is null or expires_at > ?) order by id"); var taggings = connection.prepareStatement(TAGGINGS + IN_ORDER)) {
                    articles.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                    return entries(articles, taggings, tags);
                }
            });
        }
    }

    /** Those of these articles that are published. Asks by id alone: with more conditions PostgreSQL may go by the status, through all articles. */
    List<Entry> published(Collection<Long> ids, Tags.Draft tags) throws SQLException {
        var found = new ArrayList<Entry>();
        try (var connection = database.getConnection()) {
            for (var chunk : chunks(ids)) {
                try (var articles = connection.prepareStatement(ARTICLES + " where id" + in(chunk) + " order by id");
                        var taggings = connection.prepareStatement(TAGGINGS + " where article_id" + in(chunk) + IN_ORDER)) {
                    set(articles, 1, chunk);
                    set(taggings, 1, chunk);
                    found.addAll(entries(articles, taggings, tags));
                }
            }
        }
        return found;
    }

    void tags(Tags.Draft into) throws SQLException {
        try (var connection = database.getConnection();
                var tags = connection.prepareStatement("select id, slug, name from tag");
                var aliases = connection.prepareStatement("select slug, tag_id from tag_alias")) {
            put(tags, aliases, into);
        }
    }

    /** Reads these tags anew; those that are not found are gone. */
    void tags(Collection<Long> ids, Tags.Draft into) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(into::remove);
        try (var connection = database.getConnection()) {
            for (var chunk : chunks(ids)) {
                try (var tags = connection.prepareStatement("select id, slug, name from tag where id" + in(chunk));
                        var aliases = connection.prepareStatement("select slug, tag_id from tag_alias where tag_id" + in(chunk))) {
                    set(tags, 1, chunk);
                    set(aliases, 1, chunk);
                    put(tags, aliases, into);
                }
            }
        }
    }

    private static void put(PreparedStatement tags, PreparedStatement aliases, Tags.Draft into) throws SQLException {
        try (var row = tags.executeQuery()) {
            while (row.next()) {
                into.put(new TagRef(row.getLong(1), new Slug(row.getString(2)), row.getString(3)));
            }
        }
        try (var row = aliases.executeQuery()) {
            while (row.next()) {
                into.putAlias(row.getString(1), row.getLong(2));
            }
        }
    }

    /** Walks both results side by side, for both are in the order of the articles' ids. */
    private static List<Entry> entries(PreparedStatement articles, PreparedStatement taggings, Tags.Draft tags) throws SQLException {
        articles.setFetchSize(FETCH);
        taggings.setFetchSize(FETCH);
        var entries = new ArrayList<Entry>();
        var languages = new HashMap<String, String>();
        try (var article = articles.executeQuery(); var tagging = taggings.executeQuery()) {
            var more = tagging.next();
            while (article.next()) {
                var id = article.getLong(1);
                while (more && tagging.getLong(1) < id) {
                    more = tagging.next();
                }
                var taken = new Taken();
                while (more && tagging.getLong(1) == id) {
                    taken.add(tags.number(tagging.getLong(2)), tagging.getInt(3));
                    more = tagging.next();
                }
                if (!article.getString(8).equals("PUBLISHED")) {
                    continue;
                }
                entries.add(new Entry(id, article.getString(2), article.getString(3), instant(article, 4, Instant.MAX), instant(article, 5, Instant.MAX),
                        languages.computeIfAbsent(article.getString(6), language -> language), article.getInt(7), taken.tags(), taken.weights()));
            }
        }
        return entries;
    }

    private static Instant instant(ResultSet row, int column, Instant ifNone) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? ifNone : time.toInstant();
    }

    private static List<List<Long>> chunks(Collection<Long> ids) {
        var sorted = ids.stream().distinct().sorted().toList();
        var chunks = new ArrayList<List<Long>>();
        for (var from = 0; from < sorted.size(); from += CHUNK) {
            chunks.add(sorted.subList(from, Math.min(sorted.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static String in(List<Long> chunk) {
        return " in (" + String.join(", ", Collections.nCopies(chunk.size(), "?")) + ")";
    }

    private static void set(PreparedStatement statement, int from, List<Long> chunk) throws SQLException {
        for (var place = 0; place < chunk.size(); place++) {
            statement.setLong(from + place, chunk.get(place));
        }
    }

    /** PostgreSQL hands out a result piece by piece only inside a transaction. */
    private static <T> T inOneTransaction(Connection connection, Reading<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var read = reading.read();
            connection.commit();
            return read;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private interface Reading<T> {

        T read() throws SQLException;
    }

    /** The tags of one article as they are read. A tag that stands twice counts once. */
    private static final class Taken {

        private final Map<Integer, Integer> weights = new LinkedHashMap<>();

        void add(int tag, int weight) {
            weights.putIfAbsent(tag, weight);
        }

        int[] tags() {
            return weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        int[] weights() {
            var all = weights.values().stream().mapToInt(Integer::intValue).toArray();
            return Arrays.stream(all).allMatch(weight -> weight == 0) ? Entry.UNWEIGHTED : all;
        }
    }
}
