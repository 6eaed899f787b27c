package org.lectern.inside;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import jakarta.data.repository.Repository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.lectern.trips.Server;

/**
 * Makes the two servers that Arquillian starts: the repository's {@code server.xml} without its application, for which Arquillian puts in its own, and the settings
 * by {@code server.env}. Each has an empty database of its own: H2 as by default, and a PostgreSQL that ends with the tests. Their logs lie below {@code target/inside}.
 */
public class Databases implements LoadableExtension {

    /** In the test archive, beside these classes: the names of all repositories, one a line. */
    static final String REPOSITORIES = "repositories.txt";

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path WLP = MODULE.resolve("target/liberty/wlp");
    private static final Map<String, Integer> PORTS = new TreeMap<>();

    /** The built WAR, with this package in it. */
    static WebArchive war() {
        var repositories = new ClassFileImporter().importPackages("org.lectern.content").stream().filter(type -> type.isAnnotatedWith(Repository.class)).map(JavaClass::getName);
        return ShrinkWrap.create(ZipImporter.class, "inside.war").importFrom(MODULE.resolve("target/lectern.war").toFile()).as(WebArchive.class).addPackage(Databases.class.getPackage())
                .addAsResource(new StringAsset(repositories.collect(Collectors.joining("\n"))), "org/lectern/inside/" + REPOSITORIES);
    }

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Databases.class);
    }

    void prepare(@Observes EventContext<SetupContainer> setup) throws IOException {
        var container = setup.getEvent().getContainer();
        prepare(container.getName(), container.getContainerConfiguration());
        setup.proceed();
    }

    /** Nothing is served before the tables are there, Arquillian's own requests included. */
    void await(@Observes AfterDeploy deployed) throws IOException {
        var health = URI.create("http://127.0.0.1:" + PORTS.get(deployed.getDeployment().getTarget().getName()) + "/inside/health/ready").toURL();
        while (((HttpURLConnection) health.openConnection()).getResponseCode() != HttpURLConnection.HTTP_OK) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void prepare(String name, ContainerDef container) throws IOException {
        var home = MODULE.resolve("target/inside").resolve(Server.fork()).resolve(name);
        var server = "lecternInside" + name + ProcessHandle.current().pid();      // Arquillian finds a server by its name, among all of the machine
        var folder = home.resolve("usr/servers").resolve(server);
        delete(home);
        Files.createDirectories(folder.resolve("configDropins/overrides"));
        Files.writeString(folder.resolve("server.xml"), Files.readString(MODULE.resolve("../server.xml")).replaceFirst("(?s)<webApplication .*</webApplication>", ""));
        Files.copy(MODULE.resolve("test/liberty/inside.xml"), folder.resolve("configDropins/overrides/inside.xml"));
        Files.write(folder.resolve("server.env"), settings(name, home).entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).toList());
        var drivers = Files.createDirectories(home.resolve("usr/shared/resources/jdbc"));
        try (var all = Files.list(WLP.resolve("usr/shared/resources/jdbc"))) {
            for (var driver : all.toList()) {
                Files.copy(driver, drivers.resolve(driver.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        container.overrideProperty("wlpHome", WLP.toString()).overrideProperty("usrDir", home.resolve("usr").toString()).overrideProperty("serverName", server)
                .overrideProperty("javaVmArguments", Server.SHORT_LIVED).overrideProperty("httpPort", PORTS.get(name).toString()).overrideProperty("deployType", "xml").overrideProperty("serverStartTimeout", "180")
                .overrideProperty("appDeployTimeout", "180").overrideProperty("appUndeployTimeout", "60").overrideProperty("serverStopTimeout", "60").overrideProperty("outputToConsole", "false");
    }

    private static Map<String, String> settings(String name, Path home) throws IOException {
        PORTS.put(name, freePort());
        var settings = new TreeMap<>(Map.of("JAVA_HOME", System.getProperty("java.home"), "keystore_password", "key-store-of-the-tests", "ltpa_keys_password", "ltpa-keys-of-the-tests",
                "LECTERN_HTTP_PORT", PORTS.get(name).toString(), "LECTERN_DATA", Files.createDirectories(home.resolve("data")).toString(), "LECTERN_ADMIN_PASSWORD", "admin-of-the-tests"));
        if (name.equals("postgresql")) {
            settings.put("LECTERN_DB_URL", EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start().getJdbcUrl("postgres", "postgres"));
            settings.put("LECTERN_DB_USER", "postgres");
        }
        return settings;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
