import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How long the import of a folder takes, from the request until readers see all of it: fills a running, empty Lectern. Arguments: address, user, password, folder of the data, number of articles.
 * More than 50,000 come as several folders, one after the other, each of a source of its own; each line is what it came to until then. The articles are the same each time: 500 tags by Zipf's law, five to an article, one of 40 authors, 5 KB of Markdown, and eight links to other articles of the folder.
 */
public final class Importing {

    private static final int TAGS = 500;
    private static final int TAGGED = 5;
    private static final int LINKS = 8;
    private static final String[] WORDS = "lease lock quorum leader follower commit log entry term replica shard latency timeout retry token trace span metric cache index journal offset partition broker consumer".split(" ");

    /** No source may hold more files, by default. */
    private static final int PART = 50_000;

    private final Random dice = new Random(5);
    private final int from;
    private final int until;

    private Importing(int from, int until) {
        this.from = from;
        this.until = until;
    }

    public static void main(String[] arguments) throws Exception {
        var articles = Integer.parseInt(arguments[4]);
        var megabytes = 0.0;
        var seconds = 0.0;
        var before = cpu();
        System.out.println("| articles | MB of zip | s | articles/s | s of CPU | heap in use after a collection, MB |\n|--:|--:|--:|--:|--:|--:|");
        for (var from = 0; from < articles; from += PART) {
            var until = Math.min(articles, from + PART);
            var file = Path.of(arguments[3]).resolveSibling("articles.zip");
            new Importing(from, until).write(file);
            var request = HttpRequest.newBuilder(URI.create(arguments[0].replaceAll("/$", "") + "/api/v1/imports?source=bench-" + from + "&apply=true")).header("Content-Type", "application/zip")
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((arguments[1] + ":" + arguments[2]).getBytes(StandardCharsets.UTF_8))).POST(BodyPublishers.ofFile(file)).build();
            var begun = System.nanoTime();
            var answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, BodyHandlers.ofString());
            seconds += (System.nanoTime() - begun) / 1e9;
            megabytes += Files.size(file) / 1e6;
            if (answer.statusCode() != 200 || !answer.body().contains("\"new\":" + (until - from))) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            System.out.printf(Locale.ENGLISH, "| %,d | %.0f | %.0f | %.0f | %.0f | %d |%n", until, megabytes, seconds, until / seconds, cpu() - before, heap());
        }
    }

    private void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            for (var number = from; number < until; number++) {
                zip.putNextEntry(new ZipEntry("article-" + number + ".md"));
                zip.write(article(number).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String article(int number) {
        var tags = new TreeSet<String>();
        while (tags.size() < TAGGED) {
            tags.add("Tag " + (int) Math.min(TAGS - 1, Math.exp(dice.nextDouble() * Math.log(TAGS))));
        }
        var text = new StringBuilder("---\ntitle: How the " + word() + " met the " + word() + ", part " + number + "\ndate: " + LocalDate.of(2015, 1, 1).plusDays(dice.nextInt(4_000))
                + "\ntags: [" + String.join(", ", tags) + "]\nauthors: [Author " + number % 40 + "]\n---\n");
        for (var part = 0; part < LINKS; part++) {
            if (part % 3 == 0) {
                text.append("\n## The ").append(word()).append('\n');
            }
            text.append("\nThe ").append(IntStream.range(0, 80).mapToObj(any -> word()).collect(Collectors.joining(" "))).append(". See [another](article-").append(from + dice.nextInt(until - from)).append(".md) and `code`.\n");
        }
        return text.append("\n```java\nvar lease = leases.take(").append(number).append(");\n```\n").toString();
    }

    private String word() {
        return WORDS[dice.nextInt(WORDS.length)];
    }

    private static String server() throws IOException {
        return Files.readString(Path.of(System.getenv("WLP_USER_DIR"), "servers/.pid/lectern.pid")).strip();
    }

    /** In seconds, of all threads of the server. */
    private static double cpu() throws IOException {
        var fields = Files.readString(Path.of("/proc/" + server() + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private static long heap() throws IOException, InterruptedException {
        said("GC.run");
        return Long.parseLong(said("GC.heap_info").lines().filter(line -> line.contains("used ")).findFirst().orElseThrow().replaceFirst(".*used (\\d+)K.*", "$1")) / 1024;
    }

    private static String said(String command) throws IOException {
        return new String(new ProcessBuilder("jcmd", server(), command).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
