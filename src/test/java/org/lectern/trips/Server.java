package org.lectern.trips;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.lectern.content.Sha256;

/**
 * An Open Liberty that runs the built WAR, as an operations team would: the repository's {@code server.xml}, settings by environment variables, a data folder
 * of its own below {@code target/trips}. Its log is {@code target/trips/FORK/NAME/console.log}; the fork is the process of tests, {@code fork-1} or {@code fork-2}.
 */
public final class Server implements AutoCloseable {

    /** The password of user {@code admin}, as {@link #password} gives it. */
    public static final String ADMIN_PASSWORD = password("admin");

    /** The largest zip that the desk's server imports, in MB: small, so that trips can exceed it. */
    public static final int IMPORT_MEGABYTES = 2;

    /** How a Java that lives for minutes is started: what its second compiler costs would not come back. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String DATABASE = "LECTERN_DB_URL";
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path WLP = MODULE.resolve("target/liberty/wlp");
    private static final Path TRIPS = MODULE.resolve("target/trips").resolve(fork());
    private static final Duration START = Duration.ofMinutes(3);
    /** How many sample articles there are. */
    private static final int SAMPLES = 45;
    private static Server shared;
    private static Server desk;

    private final String name;
    private final Map<String, String> settings;
    private final int port = freePort();
    private Process process;

    private Server(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = settings;
    }

    /** The password of {@code admin}, rita (reader), anna (author), eva (editor) or ada (administrator and nothing else). */
    public static String password(String user) {
        return user + "-of-the-trips";
    }

    /** Which of the processes of tests this is: two run at a time, and must not meet. */
    public static String fork() {
        return System.getProperty("lectern.fork", "fork-1");
    }

    /** The server that all trips share, with the sample articles. It stops with the tests. Trips must not rely on what others have done to it. */
    public static synchronized Server shared() {
        if (shared == null) {
            shared = start("shared", Map.of("LECTERN_SAMPLES", "true"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** The server that the trips of the desk share: it begins empty, and they may import into it. It stands behind a proxy, this machine. It stops with the tests. */
    public static synchronized Server desk() {
        if (desk == null) {
            desk = start("desk", Map.of("LECTERN_TRUSTED_PROXIES", "127\\.0\\.0\\.1", "LECTERN_IMPORT_ARCHIVE_MB", Integer.toString(IMPORT_MEGABYTES), DATABASE, shareable("desk"),
                    "JVM_ARGS", SHORT_LIVED + " -Dh2.bindAddress=127.0.0.1"));
            Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
        }
        return desk;
    }

    /** A database in the usual place, which more than one process may open. */
    private static String shareable(String name) {
        return "jdbc:h2:file:" + TRIPS.resolve(name).resolve("data/lectern") + ";WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }

    /**
     * Lets a sign-in grow old, so that nobody has to wait for its end. Of the desk's server alone.
     *
     * @param token the value of its cookie; @param idle  since when nothing has been asked for; @param length since when it has lasted
     */
    public void ageSignIn(String token, Duration idle, Duration length) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        try (var database = DriverManager.getConnection(settings.get(DATABASE), "lectern", "");
                var update = database.prepareStatement("update sign_in set seen_at = ?, began_at = ? where token = ?")) {
            update.setObject(1, now.minus(idle));
            update.setObject(2, now.minus(length));
            update.setString(3, Sha256.of(token));
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Nobody has signed in with this");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server of one's own, with an empty data folder, answering. {@code settings} are further {@code LECTERN_*} variables. */
    public static Server start(String name, Map<String, String> settings) {
        var server = new Server(name, settings);
        server.begin();
        server.awaitServed();
        return server;
    }

    /** As {@link #start(String, Map)}, but it may not be ready to serve: its database may be missing. */
    public static Server begin(String name, Map<String, String> settings) {
        var server = new Server(name, settings);
        server.begin();
        return server;
    }

    private void begin() {
        try {
            delete(home());
            prepare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launch();
    }

    /** Starts it again with the data that it has. Returns when {@code /health/ready} says so. */
    public void start() {
        launch();
        awaitServed();
    }

    private void launch() {
        try {
            var launch = new ProcessBuilder(WLP.resolve(isWindows() ? "bin/server.bat" : "bin/server").toString(), "run", "lectern").redirectErrorStream(true);
            launch.environment().keySet().removeIf(variable -> variable.startsWith("LECTERN_"));
            launch.environment().putAll(environment());
            process = launch.start();
            awaitLine(process.inputReader(StandardCharsets.UTF_8), "CWWKF0011I");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as a power failure would. */
    public void kill() {
        end(true);
    }

    @Override
    public void close() {
        end(false);
    }

    /** The address of the front page, with a slash at its end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + settings.getOrDefault("LECTERN_CONTEXT_ROOT", "") + "/");
    }

    public Path data() {
        return home().resolve("data");
    }

    /** What it has written to the console so far. */
    public String log() {
        try {
            return Files.readString(home().resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home() {
        return TRIPS.resolve(name);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", home().resolve("usr").toString());
        environment.put("JVM_ARGS", SHORT_LIVED);
        environment.put("keystore_password", "key-store-of-the-trips");
        environment.put("ltpa_keys_password", "ltpa-keys-of-the-trips");
        environment.put("LECTERN_HTTP_PORT", Integer.toString(port));
        environment.put("LECTERN_DATA", data().toString());
        environment.put("LECTERN_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.putAll(settings);
        return environment;
    }

    private void prepare() throws IOException {
        var server = home().resolve("usr/servers/lectern");
        copy(MODULE.resolve("../server.xml"), server.resolve("server.xml"));
        copy(MODULE.resolve("test/liberty/trips.xml"), server.resolve("configDropins/overrides/trips.xml"));
        copy(MODULE.resolve("target/lectern.war"), server.resolve("apps/lectern.war"));
        try (var drivers = Files.list(WLP.resolve("usr/shared/resources/jdbc"))) {
            for (var driver : drivers.toList()) {
                copy(driver, home().resolve("usr/shared/resources/jdbc").resolve(driver.getFileName()));
            }
        }
        Files.createDirectories(data());
    }

    private void awaitLine(BufferedReader output, String expected) throws IOException {
        var log = Files.newBufferedWriter(home().resolve("console.log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            log.write(line + "\n");
            if (line.contains(expected)) {
                log.flush();
                var rest = new Thread(() -> drain(output, log), "log of server " + name);
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
        log.close();
        throw new IllegalStateException("Server " + name + " did not start:\n" + log());
    }

    private static void drain(BufferedReader output, java.io.Writer log) {
        try (log) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + "\n");
                log.flush();
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    /** Returns when {@code /health/ready} says so, and the sample articles are there. */
    public void awaitServed() {
        awaitReady();
        awaitSamples();
    }

    private void awaitReady() {
        var ready = new Site(url());
        var end = System.nanoTime() + START.toNanos();
        while (ready.get("/health/ready").status() != 200) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("Server " + name + " did not become ready:\n" + log());
            }
            pause();
        }
    }

    /** The sample articles come in after the server has become ready. */
    private void awaitSamples() {
        var visitor = new Site(this);
        var end = System.nanoTime() + START.toNanos();
        while ("true".equals(settings.get("LECTERN_SAMPLES")) && !visitor.get("/").text(".lead .meta").startsWith(SAMPLES + " articles")) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("Server " + name + " did not take its sample articles:\n" + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end(boolean atOnce) {
        var all = process.descendants().toList();
        all.forEach(atOnce ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
        all.forEach(each -> each.onExit().completeOnTimeout(each, 60, TimeUnit.SECONDS).join());
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
