import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much autosaves let the embedded database grow: people type at once, each a text of 20 KB that becomes longer by 300 characters every 15 seconds, as fast as the
 * editor's script sends it. Arguments: address, user, password, folder of the data, minutes, people. Prints the size of the database's file each minute.
 */
public final class Autosave {

    private static final int EVERY_SECONDS = 15;
    private static final int BEGINS_WITH = 20_000;
    private static final String TYPED = "A person types about sixty words a minute, of five letters and a space each. ".repeat(4).substring(0, 300);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final String root;
    private final Path data;
    private String token;

    private Autosave(String root, Path data) {
        this.root = root.replaceAll("/$", "");
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new Autosave(arguments[0], Path.of(arguments[3]));
        bench.signIn(arguments[1], arguments[2]);
        bench.write(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
    }

    private void write(int minutes, int people) throws Exception {
        var text = new StringBuilder("The text that was there when they began. ".repeat(BEGINS_WITH / 41));
        keep(people, text);
        Thread.sleep(2_000);
        var before = size();
        var sent = 0;
        System.out.printf(Locale.ENGLISH, "| minute | autosaves | KB sent | file, KB | grown by, KB |%n|---|---|---|---|---|%n");
        var bytes = 0L;
        for (var turn = 1; turn <= minutes * 60 / EVERY_SECONDS; turn++) {
            Thread.sleep(1_000L * EVERY_SECONDS);
            text.append(TYPED);
            keep(people, text);
            sent += people;
            bytes += (long) people * text.length();
            if (turn % (60 / EVERY_SECONDS) == 0) {
                System.out.printf(Locale.ENGLISH, "| %d | %d | %d | %d | %d |%n", turn * EVERY_SECONDS / 60, sent, bytes >> 10, size() >> 10, size() - before >> 10);
            }
        }
        for (var person = 1; person <= people; person++) {
            post("/admin/autosave.json", Map.of("token", token, "page", page(person), "do", "drop"));
        }
        Thread.sleep(60_000);
        System.out.printf(Locale.ENGLISH, "| a minute after all was saved | %d | %d | %d | %d |%n", sent, bytes >> 10, size() >> 10, size() - before >> 10);
    }

    private void keep(int people, CharSequence text) throws Exception {
        for (var person = 1; person <= people; person++) {
            post("/admin/autosave.json", Map.of("token", token, "page", page(person), "content", "{\"fields\":\"" + text + "\"}"));
        }
    }

    private static String page(int person) {
        return "new:bench-person-" + person;
    }

    private long size() throws IOException {
        return Files.size(data.resolve("lectern.mv.db"));
    }

    private void signIn(String user, String password) throws Exception {
        send(HttpRequest.newBuilder(URI.create(root + "/admin/")).build());
        post("/j_security_check", Map.of("j_username", user, "j_password", password));
        var answer = send(HttpRequest.newBuilder(URI.create(root + "/admin/autosave.json")).build()).body();
        var found = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        token = found.group(1);
    }

    private void post(String path, Map<String, String> fields) throws Exception {
        var form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
