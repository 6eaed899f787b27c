import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Asks Lectern and nginx for the same bytes by turns, with wrk on a core of its own, and prints a table. Each figure is the median of the pairs. Before the first one the server is asked for everything
 * for four minutes on both cores: its compiler has little to do afterwards. Warm pages are asked for again and again; cold ones, many different pages, under a spelling that is shown and never kept
 * ({@code /tags/%74ag-1/}), so that each is made, packed and hashed anew, of what is kept below the pages: cards, and the links that narrow a tag. See {@code bench/readers} for the arguments.
 */
public final class Readers {

    private static final int WARM_UP_SECONDS = 5;
    private static final int FIRST_SECONDS = 240;
    private static final int BARE_SECONDS = 30;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Target lectern;
    private final Target nginx;
    private final Target bare;
    private final Path home;
    private final int seconds;
    private final int pairs;
    private final List<Double> visible = new ArrayList<>();

    /** A server. @param processes whose CPU counts */
    private record Target(String root, List<Long> processes) {

        static Target of(String root, Path pid) throws IOException {
            return new Target(root, List.of(Long.parseLong(Files.readString(pid).strip())));
        }
    }

    /** @param paths one is asked for again and again, several by turns; @param cores of Lectern: where it has both, wrk shares one of them; @param edited whether an article is changed once a second meanwhile; @param bare whether not Lectern answers, but {@code Bare} */
    private record Kind(String name, List<String> paths, boolean known, int connections, String cores, boolean edited, boolean bare) {

        Kind(String name, List<String> paths, boolean known, int connections) {
            this(name, paths, known, connections, "0", false, false);
        }

        Kind onBothCores() {
            return new Kind(name + ", both cores", paths, known, connections, "0,1", edited, bare);
        }

        Kind beside(String edits) {
            return new Kind(name + ", " + edits, paths, known, connections, cores, true, bare);
        }

        Kind byBareServer() {
            return new Kind(name + ", by a bare filter of the server", paths, known, connections, cores, edited, true);
        }

        boolean isMany() {
            return paths.size() > 1;
        }
    }

    /** @param cpu µs of the server for a request; latencies in ms */
    private record Run(double perSecond, double cpu, double p50, double p99) {
    }

    private Readers(String[] arguments) throws IOException {
        home = Path.of(arguments[2]);
        lectern = Target.of(arguments[0], home.resolve("usr/servers/.pid/lectern.pid"));
        nginx = new Target(arguments[1], ProcessHandle.of(Long.parseLong(arguments[3])).orElseThrow().descendants().map(ProcessHandle::pid).toList());
        bare = Target.of(arguments[9], home.resolve("bare/servers/.pid/bare.pid"));
        seconds = Integer.parseInt(arguments[5]);
        pairs = Integer.parseInt(arguments[6]);
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new Readers(arguments);
        var articles = Integer.parseInt(arguments[4]);
        var wanted = List.of(arguments).subList(10, arguments.length);
        System.out.printf("%,d articles, %s; %d pairs of %d s; load before: %s; start to first page: %s s on two cores, %s s on one%n%n", articles,
                System.getenv().getOrDefault("LECTERN_DB_URL", "H2").replaceAll("(jdbc:\\w+).*", "$1"), bench.pairs, bench.seconds, Files.readString(Path.of("/proc/loadavg")).strip(), arguments[7], arguments[8]);
        System.out.println("| page | connections | requests/s | nginx | ratio | CPU, µs | nginx | ratio | p50, ms | nginx | p99, ms | nginx |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        bench.warmUp(kinds(articles));
        for (var kind : kinds(articles)) {
            if (wanted.isEmpty() || wanted.stream().anyMatch(kind.name()::startsWith)) {
                bench.compare(kind);
            }
        }
        System.out.printf("%n%s%nHeap in use after a collection: %s%n", bench.seen(), bench.heap());
    }

    private static List<Kind> kinds(int articles) {
        var dice = new Random(7);
        var pages = articles / 50;
        var deep = Math.max(2, pages / 2);
        var tag = List.of("/tags/tag-20/");
        var article = List.of("/articles/article-77/");
        var tags = new ArrayList<String>();
        var expressions = new ArrayList<String>();
        for (var number = 1; number < 300; number++) {
            tags.add("/tags/%74ag-" + number + "/");
            for (var page = 2; page <= Math.min(10, articles / 8 / number / 50); page++) {
                tags.add("/tags/%74ag-" + number + "/page/" + page + "/");
            }
        }
        for (var one = 1; one <= 60; one++) {
            for (var other = one + 1; other <= 61; other++) {
                var slugs = List.of("tag-" + one, "tag-" + other).stream().sorted().toList();
                expressions.add("/tags/%74" + slugs.get(0).substring(1) + "+" + slugs.get(1) + "/");
            }
        }
        var texts = IntStream.range(0, Math.min(5_000, articles)).mapToObj(number -> "/articles/%61rticle-" + dice.nextInt(articles) + "/").toList();
        var feed = List.of("/tags/tag-20/feed.atom");
        var site = new ArrayList<String>();
        IntStream.range(1, 200).forEach(number -> site.addAll(List.of("/tags/tag-" + number + "/", "/articles/article-" + number + "/")));
        var read = new Kind("200 tag pages and 200 articles by turns, kept", site, false, 32);
        var warmTag = new Kind("warm tag page", tag, false, 32);
        var warmArticle = new Kind("warm article", article, false, 32);
        var someTags = new Kind("cold tag pages", shuffled(tags, dice), false, 8);
        var someExpressions = new Kind("cold expressions", shuffled(expressions, dice), false, 8);
        var someTexts = new Kind("cold articles", texts, false, 8);
        return List.of(
                warmTag, warmTag.byBareServer(), new Kind("warm tag page", tag, false, 1), warmArticle, warmArticle.byBareServer(), new Kind("warm article", article, false, 1),
                new Kind("304 of a tag page", tag, true, 32), new Kind("warm feed of a tag", feed, false, 32),
                read, read.beside("an edit a second"), someTags, someTags.onBothCores(), someExpressions, someExpressions.onBothCores(), someTexts, someTexts.onBothCores(),
                new Kind("cold list, pages 2 to 11", IntStream.rangeClosed(2, 11).mapToObj(Readers::page).toList(), false, 8),
                new Kind("cold list, pages " + deep + " to " + (deep + 9), IntStream.rangeClosed(deep, deep + 9).mapToObj(Readers::page).toList(), false, 8));
    }

    /** With the last digit spelled otherwise. */
    private static String page(int number) {
        return "/page/" + (number < 10 ? "" : number / 10) + "%3" + number % 10 + "/";
    }

    private static List<String> shuffled(List<String> paths, Random dice) {
        Collections.shuffle(paths, dice);
        return paths;
    }

    private void warmUp(List<Kind> kinds) throws Exception {
        var all = kinds.stream().filter(kind -> !kind.bare() && !kind.known()).toList();
        for (var kind : all) {
            wrk(lectern, kind.onBothCores(), Files.write(home.resolve("paths"), kind.paths()), Map.of(), FIRST_SECONDS / all.size());
        }
    }

    private void compare(Kind kind) throws Exception {
        var file = Files.write(home.resolve("paths"), kind.paths());
        var known = new LinkedHashMap<String, String>();
        for (var path : kind.paths()) {
            publish(path);
        }
        for (var root : List.of(lectern.root(), nginx.root())) {
            known.put(root, get(root + kind.paths().get(0), "gzip").headers().firstValue("ETag").orElseThrow());
        }
        var ours = new ArrayList<Run>();
        var theirs = new ArrayList<Run>();
        var target = kind.bare() ? bare : lectern;
        wrk(target, kind.bare() ? kind.onBothCores() : kind, file, known, kind.bare() ? BARE_SECONDS : WARM_UP_SECONDS);
        for (var pair = 0; pair < pairs; pair++) {
            theirs.add(wrk(nginx, kind, file, known, seconds));
            try (var edits = kind.edited() ? new Edits() : null) {
                ours.add(wrk(target, kind, file, known, seconds));
            }
        }
        System.out.printf(Locale.ENGLISH, "| %s | %d | %,.0f | %,.0f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f |%n", kind.name(), kind.connections(),
                median(ours, Run::perSecond), median(theirs, Run::perSecond), ratio(ours, theirs, Run::perSecond), median(ours, Run::cpu), median(theirs, Run::cpu), ratio(ours, theirs, Run::cpu),
                median(ours, Run::p50), median(theirs, Run::p50), median(ours, Run::p99), median(theirs, Run::p99));
    }

    /** Lays the bytes that Lectern sends, plain and packed, where nginx finds them. */
    private void publish(String path) throws Exception {
        var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        var file = home.resolve("static" + (decoded.endsWith("/") ? decoded + "index.html" : decoded));
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, get(lectern.root() + path, "identity").body());
        Files.write(file.resolveSibling(file.getFileName() + ".gz"), get(lectern.root() + path, "gzip").body());
    }

    private HttpResponse<byte[]> get(String address, String encoding) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", encoding).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + answer.statusCode());
        }
        return answer;
    }

    private Run wrk(Target target, Kind kind, Path file, Map<String, String> known, int time) throws Exception {
        var command = new ArrayList<>(List.of("taskset", "-c", "1", "wrk", "-t1", "-c" + kind.connections(), "-d" + time + "s", "--timeout", "30s", "--latency", "-H", "Accept-Encoding: gzip"));
        if (kind.known()) {
            command.addAll(List.of("-H", "If-None-Match: " + known.get(target.root())));
        }
        if (target != nginx) {
            run("taskset", "-apc", kind.cores(), target.processes().get(0).toString());
        }
        if (kind.isMany()) {
            command.addAll(List.of("-s", "bench/paths.lua"));
        }
        command.add(target.root() + (kind.isMany() ? "" : kind.paths().get(0)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATHS", file.toString());
        var before = cpu(target.processes());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var after = cpu(target.processes());
        if (process.waitFor() != 0 || said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IllegalStateException(String.join(" ", command) + "\n" + said);
        }
        return new Run(number(said, "Requests/sec: +([0-9.]+)", ""), (after - before) / number(said, "([0-9]+) requests in", ""), latency(said, "50"), latency(said, "99"));
    }

    private static double latency(String said, String percent) {
        return number(said, percent + "% +([0-9.]+)(us|ms|s)", "unit");
    }

    private static double number(String said, String pattern, String unit) {
        var found = Pattern.compile(pattern).matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        var value = Double.parseDouble(found.group(1));
        return unit.isEmpty() ? value : switch (found.group(2)) {
            case "us" -> value / 1_000;
            case "ms" -> value;
            default -> value * 1_000;
        };
    }

    /** In µs, of all threads since they began; the kernel counts in hundredths of a second. */
    private static double cpu(List<Long> processes) throws IOException {
        var ticks = 0L;
        for (var id : processes) {
            var fields = Files.readString(Path.of("/proc/" + id + "/stat")).replaceFirst(".*\\) ", "").split(" ");
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks * 10_000.0;
    }

    /** Brings another text of one article once a second, by the import, and looks how long it takes from the answer until a reader gets it. */
    private final class Edits implements AutoCloseable {

        private final Thread editor = new Thread(this::edit);
        private volatile boolean over;
        private Exception fault;

        Edits() {
            editor.start();
        }

        private void edit() {
            try {
                for (var next = System.nanoTime(); !over; next += 1_000_000_000) {
                    LockSupport.parkNanos(next - System.nanoTime());
                    var title = "Edited at " + System.nanoTime();
                    bring(title);
                    var answered = System.nanoTime();
                    while (!new String(get(lectern.root() + "/articles/edited/", "identity").body(), StandardCharsets.UTF_8).contains(title)) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    visible.add((System.nanoTime() - answered) / 1e6);
                }
            } catch (Exception broken) {
                fault = broken;
            }
        }

        private void bring(String title) throws Exception {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("edited.md"));
                zip.write(("---\ntitle: " + title + "\ndate: 2026-01-01\ntags: [Tag 1, Tag 7, Tag 20, Tag 55, Tag 90, Tag 120, Tag 200, Tag 260, Tag 320, Tag 400]\n---\nA text.\n").getBytes(StandardCharsets.UTF_8));
            }
            var who = Base64.getEncoder().encodeToString(("admin:" + System.getenv("LECTERN_ADMIN_PASSWORD")).getBytes(StandardCharsets.UTF_8));
            var answer = client.send(HttpRequest.newBuilder(URI.create(lectern.root() + "/api/v1/imports?source=bench&apply=true")).header("Authorization", "Basic " + who).header("Content-Type", "application/zip")
                    .POST(BodyPublishers.ofByteArray(bytes.toByteArray())).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }

        @Override
        public void close() throws Exception {
            over = true;
            editor.join();
            if (fault != null) {
                throw fault;
            }
        }
    }

    private String seen() {
        Collections.sort(visible);
        return visible.isEmpty() ? "" : String.format(Locale.ENGLISH, "%d edits; from the answer until a reader had it: median %.0f ms, at most %.0f ms", visible.size(), visible.get(visible.size() / 2), visible.get(visible.size() - 1));
    }

    private String heap() throws IOException {
        run("jcmd", lectern.processes().get(0).toString(), "GC.run");
        var generations = Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K").matcher(run("jcmd", lectern.processes().get(0).toString(), "GC.heap_info"));
        return generations.results().mapToLong(generation -> Long.parseLong(generation.group(1))).sum() / 1024 + " MB";
    }

    private static String run(String... command) throws IOException {
        return new String(new ProcessBuilder(command).redirectErrorStream(true).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The median of the ratios of the pairs. */
    private static double ratio(List<Run> ours, List<Run> theirs, ToDoubleFunction<Run> figure) {
        var sorted = IntStream.range(0, ours.size()).mapToDouble(pair -> figure.applyAsDouble(ours.get(pair)) / figure.applyAsDouble(theirs.get(pair))).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
