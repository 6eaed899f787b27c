import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;

/**
 * Fills the tables of a stopped, empty Lectern with published articles, past its import, which takes minutes where this takes seconds. Arguments: JDBC address, user, password, number of
 * articles. The articles are the same each time: 500 tags by Zipf's law, ten to an article, 40 authors, an excerpt of 400 characters, 5 KB of HTML.
 */
public final class Loader {

    private static final int TAGS = 500;
    private static final int AUTHORS = 40;
    private static final int TAGGED = 10;
    private static final int CHUNK = 1_000;
    /** Far from what the sequences give. */
    private static final long FIRST = 1_000_000_000;
    private static final String[] WORDS = ("lease lock quorum leader follower commit log entry term vote snapshot replica shard region latency timeout retry backoff queue topic partition offset consumer producer broker schema"
            + " index page cache buffer flush checkpoint journal segment merge compaction bloom filter tree leaf node cluster gossip membership failure detector clock drift epoch fencing token").split(" ");

    private final Connection connection;
    private final Random dice = new Random(42);

    private Loader(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws SQLException {
        var begun = System.nanoTime();
        var articles = Integer.parseInt(arguments[3]);
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            connection.setAutoCommit(false);
            new Loader(connection).load(articles);
        }
        System.err.printf(Locale.ENGLISH, "loaded %,d articles in %d s%n", articles, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void load(int articles) throws SQLException {
        try (var tag = connection.prepareStatement("insert into tag (id, version, slug, name, name_fixed) values (?, 0, ?, ?, false)");
                var author = connection.prepareStatement("insert into author (id, version, slug, name) values (?, 0, ?, ?)")) {
            for (var number = 0; number < TAGS; number++) {
                add(tag, FIRST + number, "tag-" + number, "Tag " + number);
            }
            for (var number = 0; number < AUTHORS; number++) {
                add(author, FIRST + number, "author-" + number, "Author Number " + number);
            }
            tag.executeBatch();
            author.executeBatch();
        }
        try (var article = connection.prepareStatement("insert into article (id, version, slug, title, source, html, excerpt, has_more, outline, words, renderer, lapsed, status, published_at, owner, language, revision, live, revised_at)"
                + " values (?, 0, ?, ?, ?, ?, ?, true, '', ?, 2, false, 'PUBLISHED', ?, 'bench', 'en', 1, 1, current_timestamp)");
                var tagging = connection.prepareStatement("insert into tagging (article_id, place, tag_id, spelling) values (?, ?, ?, ?)");
                var byline = connection.prepareStatement("insert into article_author (article_id, place, author_id) values (?, 0, ?)")) {
            for (var number = 0; number < articles; number++) {
                var title = title(number);
                var first = paragraph();
                var second = paragraph();
                var html = new StringBuilder("<p>" + first + "</p>\n<p>" + second + "</p>\n");
                for (var section = 1; section <= 4; section++) {
                    html.append("<h2 id=\"part-").append(section).append("\">Part ").append(section).append("</h2>\n<p>").append(paragraph()).append("</p>\n<pre><code class=\"language-java\">var lease = leases.take(")
                            .append(dice.nextInt(1_000)).append(");\n</code></pre>\n<p>").append(paragraph()).append(" <a href=\"https://example.org/").append(dice.nextInt(1_000)).append("\">").append(word()).append("</a></p>\n<ul>\n<li>")
                            .append(sentence()).append("</li>\n<li>").append(sentence()).append("</li>\n</ul>\n");
                }
                add(article, FIRST + number, "article-" + number, title, "# " + title + "\n\n" + first + "\n\n" + second, html.toString(), "<p>" + first + "</p>\n<p>" + second + "</p>\n", 700,
                        OffsetDateTime.of(LocalDateTime.of(2015, 1, 1, 8, 0).plusMinutes((long) number * (5_000_000 / articles)).plusSeconds(dice.nextInt(60)), ZoneOffset.UTC));
                add(byline, FIRST + number, FIRST + dice.nextInt(AUTHORS));
                var tags = new LinkedHashSet<Integer>();
                while (tags.size() < TAGGED) {
                    tags.add((int) Math.min(TAGS - 1, Math.exp(dice.nextDouble() * Math.log(TAGS))));
                }
                var place = 0;
                for (var tag : tags) {
                    add(tagging, FIRST + number, place++, FIRST + tag, "Tag " + tag);
                }
                if (number % CHUNK == CHUNK - 1 || number == articles - 1) {
                    article.executeBatch();
                    byline.executeBatch();
                    tagging.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (var at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.addBatch();
    }

    private String title(int number) {
        return "How the " + word() + " " + word() + " met the " + word() + ", part " + number;
    }

    private String paragraph() {
        return sentence() + " " + sentence() + " " + sentence();
    }

    private String sentence() {
        var words = new StringBuilder("The ");
        for (var count = 6 + dice.nextInt(5); count > 0; count--) {
            words.append(word()).append(' ');
        }
        return words.append("holds.").toString();
    }

    private String word() {
        return WORDS[dice.nextInt(WORDS.length)];
    }
}
