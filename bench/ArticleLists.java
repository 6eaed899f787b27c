import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How long the lists of the desk take: fills a running, empty Lectern with articles through its import API, signs in and asks for each list in turn.
 * Arguments: address, user, password, folder of the data, number of articles. The articles are the same each time: 500 tags by Zipf's law, eight to an article, 3 KB of text,
 * a tenth drafts, a twentieth scheduled, a fiftieth without tags.
 */
public final class ArticleLists {

    private static final int WARM = 20;
    private static final int MEASURED = 60;
    private static final int CHUNK = 2_000;
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("all, last changed first", "articles");
        LISTS.put("all, page 150", "articles?page=150");
        LISTS.put("all, by title", "articles?sort=title&order=asc");
        LISTS.put("all, by date", "articles?sort=published&order=desc");
        LISTS.put("drafts", "articles?status=draft");
        LISTS.put("untagged", "articles?untagged=true");
        LISTS.put("tag of many", "articles?tag=tag-1");
        LISTS.put("tag of few", "articles?tag=tag-400");
        LISTS.put("author", "articles?author=Author+7");
        LISTS.put("text, many hits", "articles?q=NUMBER");
        LISTS.put("text, one hit", "articles?q=number+777+");
        LISTS.put("changed in a year", "articles?from=2026-01-01&until=2030-12-31");
        LISTS.put("all at once", "articles?q=number&status=published&tag=tag-1&author=Author+7&sort=title");
        LISTS.put("desk", "");
        LISTS.put("tags", "tags");
        LISTS.put("tags, by number", "tags?sort=articles");
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final String root;
    private final String user;
    private final String password;

    private ArticleLists(String root, String user, String password) {
        this.root = root.replaceAll("/$", "");
        this.user = user;
        this.password = password;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new ArticleLists(arguments[0], arguments[1], arguments[2]);
        var articles = Integer.parseInt(arguments[4]);
        for (var from = 0; from < articles; from += CHUNK) {
            bench.bring(from, Math.min(articles, from + CHUNK));
        }
        bench.signIn();
        System.out.printf("| list of %,d articles | median, ms | 95 of 100, ms |%n|---|---|---|%n", articles);
        for (var list : LISTS.entrySet()) {
            bench.measure(list.getKey(), "/admin/" + list.getValue());
        }
    }

    private void bring(int from, int to) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var dice = new Random(from);
        try (var zip = new ZipOutputStream(bytes)) {
            for (var number = from; number < to; number++) {
                zip.putNextEntry(new ZipEntry("article-" + number + ".md"));
                zip.write(article(number, dice).getBytes(StandardCharsets.UTF_8));
            }
        }
        var begun = System.nanoTime();
        var answer = client.send(HttpRequest.newBuilder(URI.create(root + "/api/v1/imports?source=bench-" + from + "&apply=true")).header("Content-Type", "application/zip")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        System.err.printf("imported %,d to %,d in %d s%n", from, to, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private static String article(int number, Random dice) {
        var tags = new java.util.TreeSet<String>();
        while (number % 50 != 0 && tags.size() < 8) {
            tags.add("Tag " + (int) Math.min(499, Math.exp(dice.nextDouble() * Math.log(500))));
        }
        var day = LocalDate.of(2015, 1, 1).plusDays(dice.nextInt(4_000));
        return "---\ntitle: Article number " + number + " of the bench\ndate: " + (number % 20 == 3 ? day.plusYears(900) : day) + "\ndraft: " + (number % 10 == 1)
                + "\ntags: [" + String.join(", ", tags) + "]\nauthors: [Author " + number % 40 + "]\n---\n" + ("Some words of a **text** that nobody reads, in number " + number + ".\n\n").repeat(50);
    }

    private void signIn() throws Exception {
        get("/admin/");
        var form = "j_username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&j_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        client.send(HttpRequest.newBuilder(URI.create(root + "/j_security_check")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
    }

    private void measure(String name, String path) throws Exception {
        for (var times = 0; times < WARM; times++) {
            get(path);
        }
        var taken = new double[MEASURED];
        for (var times = 0; times < MEASURED; times++) {
            var begun = System.nanoTime();
            get(path);
            taken[times] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        System.out.printf(Locale.ENGLISH, "| %s | %.0f | %.0f |%n", name, taken[MEASURED / 2], taken[MEASURED * 95 / 100]);
    }

    private void get(String path) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
        if (!List.of(200, 302).contains(answer.statusCode())) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
