package org.lectern.content.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import nu.validator.client.EmbeddedValidator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lectern.content.Slug;
import org.lectern.trips.Crawl;
import org.lectern.trips.Server;
import org.lectern.trips.Site;

/**
 * Whole sites of other people, each imported into an empty database and compared with what somebody else has counted in them. They do not lie in this
 * repository: these trips are skipped unless the environment variable {@code LECTERN_CORPORA}, or the system property {@code lectern.corpora}, names a folder with
 *
 * <ul>
 * <li>{@code markdown/NAME/}: a site's sources, with pictures;
 * <li>{@code INVENTORY.json}: at {@code markdown.NAME} among others {@code newest10} (tag folded by case: title, date and path of its newest articles),
 * {@code aliases} ({@code distinct}, and {@code examples}: pairs of old address and path) and {@code image_references.by_target.local_not_in_set};
 * <li>{@code inventory/NAME/posts.jsonl}: a line for each file with front matter: {@code path}, {@code malformed}, {@code title}, {@code date}, {@code slug},
 * {@code draft}, {@code tags}.
 * </ul>
 *
 * <p>The inventory tells tags apart by their letters and Lectern by their slugs: where slugs meet, the union counts. A file that the inventory calls malformed
 * (trailing tabs) is good YAML 1.2 and comes in.
 */
@EnabledIf("areThere")
class CorpusIT {

    private static final Path FOLDER = folder();
    private static final Map<String, Corpus> IMPORTED = new HashMap<>();
    private static final String BESIDE = "---\ntitle: %s\ndate: 2001-02-03\ntags: [%s]\n%s\n---\nWritten for this trip.\n";
    /** One page in so many is looked at by the checker. */
    private static final int SAMPLED = 20;

    static boolean areThere() {
        return FOLDER != null;
    }

    static Stream<String> corpora() throws IOException {
        try (var all = Files.list(FOLDER.resolve("markdown"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @AfterAll
    static void stop() {
        IMPORTED.values().forEach(corpus -> corpus.server.close());
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void every_file_with_front_matter_comes_in(String name) {
        var corpus = imported(name);

        assertEquals(corpus.posts.size() + 3 + " new, 0 changed, 0 unchanged, 0 kept", corpus.report.articles());
        assertEquals(1, corpus.report.count("refused"));
        var refusal = corpus.report.remarks("refused").get(0);
        assertTrue(refusal.startsWith(corpus.beside + "broken.md:3: The front matter is no valid YAML: "), refusal);
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void drafts_and_what_is_not_due_or_over_are_not_shown(String name) {
        var corpus = imported(name);

        for (var slug : List.of("a-draft-beside", "a-future-beside", "an-expired-beside")) {
            assertEquals(404, corpus.site.get("/articles/" + slug + "/").status(), slug);
        }
        assertEquals(corpus.posts.size() + " articles", corpus.site.get("/").text(".lead .meta").replaceFirst("articles.*", "articles"));
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void every_tag_counts_its_articles(String name) {
        var corpus = imported(name);
        var expected = new TreeMap<String, Integer>();
        corpus.tags().forEach((slug, posts) -> expected.put(slug.value(), posts.size()));

        var counts = new TreeMap<String, Integer>();
        corpus.site.get("/tags/").document().select(".index .counts a")
                .forEach(link -> counts.put(decode(link.attr("href").replaceFirst("^/tags/(.*)/$", "$1")), Integer.valueOf(link.selectFirst("b").text())));

        assertEquals(expected, counts);
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void every_tag_shows_its_articles_the_newest_first(String name) {
        var corpus = imported(name);
        corpus.tags().forEach((slug, posts) -> {
            var hrefs = new ArrayList<String>();
            for (var page = 1; hrefs.size() < posts.size(); page++) {
                var shown = corpus.site.get("/tags/" + slug.value().replace(" ", "%20") + "/" + (page == 1 ? "" : "page/" + page + "/"));
                assertEquals(200, shown.status(), slug + " page " + page + " with " + hrefs.size() + " of " + posts.size());
                shown.document().select(".card h2 a").forEach(link -> hrefs.add(decode(link.attr("href"))));
            }

            assertEquals(posts.stream().map(post -> post.href).sorted().toList(), hrefs.stream().sorted().toList(), slug.value());
            var dates = new HashMap<String, Instant>();
            posts.forEach(post -> dates.put(post.href, post.date));
            var shown = hrefs.stream().map(dates::get).toList();
            assertEquals(shown.stream().sorted(Comparator.reverseOrder()).toList(), shown, slug.value());
        });
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void the_newest_titles_of_the_inventory_head_their_tags(String name) {
        var corpus = imported(name);
        var newest = corpus.inventory.getJsonObject("newest10");
        newest.forEach((tag, value) -> {
            var cards = corpus.site.get("/tags/" + Slug.from(tag).value() + "/").document().select(".card");
            var others = corpus.tags().get(Slug.from(tag)).stream().filter(post -> post.malformed).map(post -> post.href).toList();
            cards.removeIf(card -> others.contains(decode(card.selectFirst("h2 a").attr("href"))));
            var titles = new HashMap<String, Set<String>>();
            cards.forEach(card -> titles.computeIfAbsent(card.selectFirst("time").attr("datetime"), day -> new HashSet<>()).add(card.selectFirst("h2").text()));
            var place = 0;
            for (var entry : value.asJsonArray().getValuesAs(JsonObject.class)) {
                var day = entry.getString("date").substring(0, 10);
                assertEquals(day, cards.get(place++).selectFirst("time").attr("datetime"), tag + " " + entry);
                if (entry.get("title") instanceof JsonString title) {
                    assertTrue(titles.get(day).contains(title.getString().strip().replaceAll("\\s+", " ")), tag + " " + entry + " not among " + titles.get(day));
                }
            }
        });
        assertFalse(newest.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void old_addresses_lead_to_their_articles(String name) {
        var corpus = imported(name);
        var aliases = new TreeMap<String, Post>();
        corpus.posts.forEach(post -> post.aliases.forEach(alias -> aliases.put(alias, post)));
        for (var example : corpus.inventory.getJsonObject("aliases").getJsonArray("examples").getValuesAs(JsonArray.class)) {
            assertEquals(example.getString(1), aliases.get(example.getString(0)).path);
        }

        aliases.forEach((alias, post) -> {
            var answer = corpus.site.get(alias.replace(" ", "%20"));
            assertEquals(301, answer.status(), alias);
            assertEquals(post.href, decode(answer.header("Location")), alias);
            assertEquals("no-cache", answer.header("Cache-Control"), alias);
        });
        assertEquals(corpus.inventory.getJsonObject("aliases").getInt("distinct"), aliases.size());
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void missing_images_are_listed(String name) {
        var corpus = imported(name);
        var listed = corpus.report.remarks("missingImages");

        var least = corpus.inventory.getJsonObject("image_references").getJsonObject("by_target").getInt("local_not_in_set");
        assertTrue(listed.size() >= least, listed.size() + " of at least " + least);
        var path = Pattern.compile("[^:]+:\\d+: The picture (.*) is not in the source\\.");
        for (var remark : listed) {
            var matcher = path.matcher(remark);
            assertTrue(matcher.matches(), remark);
            assertFalse(Files.isRegularFile(FOLDER.resolve("markdown").resolve(name).resolve(matcher.group(1).replaceFirst("^/", ""))), remark);
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void no_link_of_the_site_is_broken_and_nothing_is_loaded_from_elsewhere(String name) {
        var corpus = imported(name);

        var crawl = corpus.crawl();

        assertEquals(Map.of(), crawl.broken());
        assertEquals(Map.of(), crawl.foreign());
        assertEquals(Map.of(), crawl.wrong());
        assertEquals(Map.of(), crawl.doubles());
        assertTrue(crawl.pages().size() > corpus.posts.size() + corpus.tags().size(), crawl.pages().size() + " pages");
        for (var post : corpus.posts) {
            assertTrue(crawl.pages().stream().anyMatch(page -> decode(page).equals(post.href)), post.path);
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void pages_are_valid_html(String name) throws Exception {
        var corpus = imported(name);
        var pages = corpus.crawl().pages();
        var faults = new TreeMap<String, List<String>>();
        for (var i = 0; i < pages.size(); i += SAMPLED) {
            var checker = new EmbeddedValidator();
            checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            var findings = checker.validate(new ByteArrayInputStream(corpus.site.get(pages.get(i)).bytes())).lines().filter(line -> line.contains("error")).toList();
            if (!findings.isEmpty()) {
                faults.put(pages.get(i), findings);
            }
        }

        assertEquals(Map.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void imported_again_nothing_changes(String name) {
        var corpus = imported(name);
        var before = corpus.site.get("/tags/").body();

        var again = corpus.source.apply(corpus.server);

        assertEquals("0 new, 0 changed, " + (corpus.posts.size() + 3) + " unchanged, 0 kept", again.articles());
        assertEquals(0, again.count("gone"));
        assertEquals(corpus.report.remarks("missingImages"), again.remarks("missingImages"));
        assertEquals(before, corpus.site.get("/tags/").body());
    }

    private static Path folder() {
        var named = System.getProperty("lectern.corpora", System.getenv("LECTERN_CORPORA"));
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    private static Corpus imported(String name) {
        return IMPORTED.computeIfAbsent(name, Corpus::new);
    }

    private static String decode(String address) {
        return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** One file of the inventory. */
    private record Post(String path, boolean malformed, String href, Instant date, List<String> tags, List<String> aliases) {
    }

    /** A corpus in a server of its own. */
    private static final class Corpus {

        private final JsonObject inventory;
        private final List<Post> posts;
        private final String beside;
        private final Source source;
        private final Server server;
        private final Site site;
        private final Source.Report report;
        private Crawl crawl;

        Corpus(String name) {
            try {
                inventory = read(Files.readString(FOLDER.resolve("INVENTORY.json"))).getJsonObject("markdown").getJsonObject(name);
                posts = posts(name);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            beside = posts.get(0).path.replaceFirst("[^/]*$", "");
            var tag = posts.get(0).tags.get(0);
            source = Source.folder(name, FOLDER.resolve("markdown").resolve(name))
                    .with(beside + "a-draft-beside.md", BESIDE.formatted("A draft", tag, "draft: true"))
                    .with(beside + "a-future-beside.md", BESIDE.replace("2001-02-03", "2999-02-03").formatted("A future", tag, ""))
                    .with(beside + "an-expired-beside.md", BESIDE.formatted("An expired", tag, "expiryDate: 2002-02-03"))
                    .with(beside + "broken.md", "---\ntitle: Broken\ntags: [one, two\n---\nText.\n");
            server = Server.start("corpus-" + name, Map.of());
            site = new Site(server);
            var begun = System.nanoTime();
            report = source.apply(server);
            System.out.printf("%s: %s files imported in %.1f s%n", name, posts.size(), (System.nanoTime() - begun) / 1e9);
        }

        Crawl crawl() {
            if (crawl == null) {
                crawl = Crawl.of(server);
            }
            return crawl;
        }

        Map<Slug, List<Post>> tags() {
            var tags = new LinkedHashMap<Slug, List<Post>>();
            for (var post : posts) {
                post.tags.stream().map(Slug::from).distinct().forEach(slug -> tags.computeIfAbsent(slug, none -> new ArrayList<>()).add(post));
            }
            return tags;
        }

        private static List<Post> posts(String name) throws IOException {
            var taken = new HashSet<String>();
            var posts = new ArrayList<Post>();
            for (var line : Files.readAllLines(FOLDER.resolve("inventory").resolve(name).resolve("posts.jsonl")).stream().sorted(Comparator.comparing(line -> read(line).getString("path"))).toList()) {
                var entry = read(line);
                var path = entry.getString("path");
                var text = Files.readString(FOLDER.resolve("markdown").resolve(name).resolve(path));
                var isMalformed = entry.getBoolean("malformed");
                var written = Pattern.compile("(?m)^permalink: *[\"']?(?:.*/)?([^/\"'\\n]+?)(?:\\.html)?/?[\"']?\\s*$").matcher(text);
                var wish = Slug.forArticle(written.find() ? written.group(1) : path.replaceFirst("^(.*/)?(\\d{4}-\\d{1,2}-\\d{1,2}-)?", "").replaceFirst("\\.\\w+$", ""));
                var href = wish.value();
                for (var number = 2; !taken.add(href); number++) {
                    href = wish.numbered(number).value();
                }
                var date = entry.get("date") instanceof JsonString given ? OffsetDateTime.parse(given.getString()).toInstant()
                        : Instant.parse(path.replaceFirst("^.*/(\\d{4}-\\d{2}-\\d{2})-.*$", "$1T00:00:00Z"));
                posts.add(new Post(path, isMalformed, "/articles/" + href + "/", date, isMalformed ? listed(text, "tags") : entry.getJsonArray("tags").getValuesAs(JsonString::getString),
                        listed(text, "redirect_from")));
            }
            return posts;
        }

        /** The items of a YAML list, or the one value, read by hand. */
        private static List<String> listed(String text, String field) {
            var items = new ArrayList<String>();
            var inside = false;
            for (var line : text.lines().toList()) {
                if (inside && line.strip().startsWith("- ")) {
                    items.add(line.strip().substring(2).strip());
                } else {
                    inside = line.strip().equals(field + ":");
                    if (line.startsWith(field + ": ") && !line.substring(field.length() + 1).isBlank()) {
                        items.add(line.substring(field.length() + 1).strip());
                    }
                }
            }
            return items;
        }

        private static JsonObject read(String json) {
            try (var reader = Json.createReader(new StringReader(json))) {
                return reader.readObject();
            }
        }
    }
}
