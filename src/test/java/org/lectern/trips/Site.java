package org.lectern.trips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One visitor over HTTP, who keeps cookies and follows no redirect: {@code new Site(Server.shared()).get("/tags/java/")}. Paths begin below the context root
 * with a slash and are sent as given, so encode them.
 */
public class Site {

    /** An import may be answered when all of it is written. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)       // the upgrade to HTTP/2 hangs against Liberty
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .cookieHandler(cookies)
            .build();
    private final String root;

    public Site(Server server) {
        this(server.url());
    }

    Site(URI url) {
        root = url.toString().replaceAll("/$", "");
    }

    /** Somebody who has signed in at the desk as this user; see {@link Server} for users and passwords. */
    public static Site signedIn(Server server, String user) {
        var site = new Site(server);
        site.get("/admin/");
        var answer = site.signIn(user, Server.password(user));
        if (answer.status() != 302 || answer.header("Location").endsWith("/sign-in/failed")) {
            throw new IllegalStateException("Cannot sign in as " + user + ": " + answer.status() + "\n" + answer.body());
        }
        return site;
    }

    /** Sends the form of the sign-in page. */
    public Page signIn(String user, String password) {
        return post("/j_security_check", Map.of("j_username", user, "j_password", password));
    }

    /** {@code headers} are names and values by turns. */
    public Page get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends a form. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        var form = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        var all = new java.util.ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return send("POST", path, BodyPublishers.ofString(form), all.toArray(String[]::new));
    }

    public Page send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Page(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a page and does something as soon as its headers are here, while the server may still be at it. */
    public void beforeTheEndOf(String path, Runnable meanwhile) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).build();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            meanwhile.run();
            body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookies that this visitor holds now. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** The value of an {@code Authorization} header. */
    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
