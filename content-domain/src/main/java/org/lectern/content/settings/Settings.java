package org.lectern.content.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

/**
 * All settings of this installation, read once at the start and checked together. A bad one keeps the application from starting, with one line in the
 * log that names the variable, what it holds and what it may hold. An empty variable counts as unset. The server alone needs the further ones that
 * {@code server.xml} lists (database, realm, cookies).
 */
@ApplicationScoped
public class Settings {

    /** Observers of the application's start that come after this may rely on the settings. */
    public static final int STARTS_FIRST = 1;

    private final String siteName;
    private final URI url;
    private final Path data;
    private final boolean samples;
    private final ZoneId zone;
    private final int pageSize;
    private final boolean fourEyes;
    private final int importArchiveMegabytes;
    private final int importTotalMegabytes;
    private final int importArticleMegabytes;
    private final int importPictureMegabytes;
    private final int importEntries;
    private final int importRatio;
    private final int importDepth;
    private final int importPathLength;
    private final Path generatedPassword;
    private final boolean adminWithoutPassword;

    /** For the container's proxy alone. */
    protected Settings() {
        this(name -> Optional.empty());
    }

    @Inject
    Settings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    /** Settings from anywhere: the value of a name such as {@code lectern.site.name}, empty if it is unset. @throws BadSetting if one is bad */
    public Settings(Function<String, Optional<String>> source) {
        var values = new Values(source);
        siteName = values.text("lectern.site.name", "Lectern");
        url = values.address("lectern.url").orElseGet(() -> ownAddress(values));
        data = values.path("lectern.data", "data");
        samples = values.truth("lectern.samples", false);
        zone = values.zone("lectern.zone", "UTC");
        pageSize = values.number("lectern.page.size", 50, 1, 500);
        fourEyes = values.truth("lectern.four.eyes", false);
        importArchiveMegabytes = values.number("lectern.import.archive.mb", 512, 1, 4_000);
        importTotalMegabytes = values.number("lectern.import.total.mb", 1_024, 1, 100_000);
        importArticleMegabytes = values.number("lectern.import.article.mb", 2, 1, 20);
        importPictureMegabytes = values.number("lectern.import.picture.mb", 20, 1, 200);
        importEntries = values.number("lectern.import.entries", 50_000, 1, 1_000_000);
        importRatio = values.number("lectern.import.ratio", 50, 1, 1_000);
        importDepth = values.number("lectern.import.depth", 20, 1, 200);
        importPathLength = values.number("lectern.import.path.length", 400, 20, 1_000);
        generatedPassword = values.find("lectern.generated.password.file").isPresent() ? values.path("lectern.generated.password.file", "") : null;
        adminWithoutPassword = values.find("lectern.admin.user").isPresent() && values.find("lectern.admin.password").isEmpty();
    }

    void checkAtStart(@Observes @Initialized(ApplicationScoped.class) @Priority(STARTS_FIRST) Object start) {
        // The container makes this bean in order to call it, and so reads every setting before anything else runs.
    }

    /** The name that readers see: {@code LECTERN_SITE_NAME}. */
    public String siteName() {
        return siteName;
    }

    /** The public address of the front page, without the slash at its end: {@code LECTERN_URL}, else made of host, port and context root. Absolute links begin with it. */
    public URI url() {
        return url;
    }

    /** The folder of everything that must survive, absolute: {@code LECTERN_DATA}. It need not exist yet. */
    public Path data() {
        return data;
    }

    /** Whether an empty database gets sample articles: {@code LECTERN_SAMPLES}. */
    public boolean samples() {
        return samples;
    }

    /** The zone of dates that say none: {@code LECTERN_ZONE}, else UTC. */
    public ZoneId zone() {
        return zone;
    }

    /** How many articles a page of a list shows, 1 to 500: {@code LECTERN_PAGE_SIZE}, else 50. */
    public int pageSize() {
        return pageSize;
    }

    /** Whether nobody may publish the own text: {@code LECTERN_FOUR_EYES}, else false. */
    public boolean fourEyes() {
        return fourEyes;
    }

    /** How large a zip may be that is imported, in MB: {@code LECTERN_IMPORT_ARCHIVE_MB}, else 512. */
    public int importArchiveMegabytes() {
        return importArchiveMegabytes;
    }

    /** How large all articles and pictures of one import may be together, in MB: {@code LECTERN_IMPORT_TOTAL_MB}, else 1,024. */
    public int importTotalMegabytes() {
        return importTotalMegabytes;
    }

    /** How large one Markdown file may be, in MB, 1 to 20: {@code LECTERN_IMPORT_ARTICLE_MB}, else 2. */
    public int importArticleMegabytes() {
        return importArticleMegabytes;
    }

    /** How large one picture may be, in MB, 1 to 200: {@code LECTERN_IMPORT_PICTURE_MB}, else 20. */
    public int importPictureMegabytes() {
        return importPictureMegabytes;
    }

    /** How many files and folders a zip may hold: {@code LECTERN_IMPORT_ENTRIES}, else 50,000. */
    public int importEntries() {
        return importEntries;
    }

    /** How many times its size a zip may expand to: {@code LECTERN_IMPORT_RATIO}, else 50. */
    public int importRatio() {
        return importRatio;
    }

    /** How many folders may lie above an imported file: {@code LECTERN_IMPORT_DEPTH}, else 20. */
    public int importDepth() {
        return importDepth;
    }

    /** How long the path of an imported file may be, in UTF-16 units, 20 to 1,000: {@code LECTERN_IMPORT_PATH_LENGTH}, else 400. */
    public int importPathLength() {
        return importPathLength;
    }

    /** The file with the password that the quick start has made; empty elsewhere. */
    public Optional<Path> generatedPassword() {
        return Optional.ofNullable(generatedPassword);
    }

    /** Whether {@code server.xml} has the one user of its own, who cannot sign in since no password is set. */
    public boolean adminWithoutPassword() {
        return adminWithoutPassword;
    }

    private static URI ownAddress(Values values) {
        var host = values.text("lectern.http.host", "127.0.0.1");
        if (host.equals("*") || host.equals("0.0.0.0") || host.equals("::")) {
            host = "localhost";
        }
        var port = values.number("lectern.http.port", 8080, 1, 65535);
        var root = values.text("lectern.context.root", "/").replaceAll("^/*|/*$", "");
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + (port == 80 ? "" : ":" + port) + (root.isEmpty() ? "" : "/" + root));
    }

    /** A setting holds what it must not hold. The sentence names the variable. */
    public static class BadSetting extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadSetting(String name, String value, String expected) {
            super("%s is \"%s\", but must be %s.".formatted(name.replace('.', '_').toUpperCase(Locale.ROOT), value, expected), null, false, false);
        }
    }

    private record Values(Function<String, Optional<String>> source) {

        Optional<String> find(String name) {
            return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        }

        String text(String name, String otherwise) {
            return find(name).orElse(otherwise);
        }

        Optional<URI> address(String name) {
            return find(name).map(value -> {
                try {
                    var address = new URI(value.replaceAll("/+$", ""));
                    if (isSite(address)) {
                        return address;
                    }
                    throw new URISyntaxException(value, "Not the address of a site");
                } catch (URISyntaxException e) {
                    throw new BadSetting(name, value, "an address such as https://kb.example.org or https://example.org/kb");
                }
            });
        }

        private static boolean isSite(URI address) {
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null
                    && address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null;
        }

        Path path(String name, String otherwise) {
            var value = text(name, otherwise);
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw new BadSetting(name, value, "a path");
            }
        }

        boolean truth(String name, boolean otherwise) {
            var value = text(name, Boolean.toString(otherwise));
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new BadSetting(name, value, "true or false");
            };
        }

        ZoneId zone(String name, String otherwise) {
            var value = text(name, otherwise);
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new BadSetting(name, value, "a time zone such as UTC or Europe/Vienna");
            }
        }

        int number(String name, int otherwise, int least, int most) {
            var value = text(name, Integer.toString(otherwise));
            if (value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
                return Integer.parseInt(value);
            }
            throw new BadSetting(name, value, "a whole number from %d to %d".formatted(least, most));
        }
    }
}
