package org.lectern.content.settings;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
 * All settings of this installation, read once at the start and checked together. A bad one keeps the application from starting; a line in the log for
 * each names the variable, what it holds and what it may hold. An empty variable counts as unset. The server alone needs the further ones that
 * {@code server.xml} lists (database, realm, cookies).
 */
@ApplicationScoped
public class Settings {

    /** Observers of the application's start that come after this may rely on the settings. */
    public static final int STARTS_FIRST = 1;

    /** The most that {@code LECTERN_SIGN_IN_HOURS} may say. */
    public static final int LONGEST_SIGN_IN_HOURS = 168;

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());

    /** What the server takes for a port that it does not open. */
    private static final int CLOSED = -1;

    private final String siteName;
    private final URI url;
    private final Path data;
    private final boolean samples;
    private final ZoneId zone;
    private final int pageSize;
    private final int feedSize;
    private final boolean feedFull;
    private final boolean fourEyes;
    private final int signInIdleMinutes;
    private final int signInHours;
    private final int auditDays;
    private final int cacheMegabytes;
    private final int cacheAwayHours;
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

    /** Settings from anywhere: the value of a name such as {@code lectern.site.name}, empty if it is unset. @throws BadSettings if any is bad */
    public Settings(Function<String, Optional<String>> source) {
        var values = new Values(source);
        siteName = values.text("lectern.site.name", "Lectern");
        url = values.address("lectern.url").orElseGet(() -> ownAddress(values));
        data = values.path("lectern.data", "data");
        samples = values.truth("lectern.samples", false);
        zone = values.zone("lectern.zone", "UTC");
        pageSize = values.number("lectern.page.size", 50, 1, 500);
        feedSize = values.number("lectern.feed.size", 50, 1, 500);
        feedFull = values.truth("lectern.feed.full", true);
        fourEyes = values.truth("lectern.four.eyes", false);
        signInIdleMinutes = values.number("lectern.sign.in.idle.minutes", 60, 1, 10_080);
        signInHours = values.number("lectern.sign.in.hours", 8, 1, LONGEST_SIGN_IN_HOURS);
        auditDays = values.number("lectern.audit.days", 730, 1, 36_500);
        cacheMegabytes = values.number("lectern.cache.mb", 64, 0, 100_000);
        cacheAwayHours = values.number("lectern.cache.away.hours", 24, 0, 8_760);
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
        values.mustBeGood();
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

    /** How many articles a feed holds at most, 1 to 500: {@code LECTERN_FEED_SIZE}, else 50. */
    public int feedSize() {
        return feedSize;
    }

    /** Whether feeds hold whole articles, and not their excerpts alone: {@code LECTERN_FEED_FULL}, else true. */
    public boolean feedFull() {
        return feedFull;
    }

    /** Whether nobody may publish the own text: {@code LECTERN_FOUR_EYES}, else false. */
    public boolean fourEyes() {
        return fourEyes;
    }

    /** How long a sign-in lasts in which nothing is asked for: {@code LECTERN_SIGN_IN_IDLE_MINUTES}, else an hour. */
    public Duration signInIdle() {
        return Duration.ofMinutes(signInIdleMinutes);
    }

    /** How long a sign-in lasts at most: {@code LECTERN_SIGN_IN_HOURS}, else eight hours. */
    public Duration signInLongest() {
        return Duration.ofHours(signInHours);
    }

    /** How many days an entry of the audit is kept, 1 to 36,500: {@code LECTERN_AUDIT_DAYS}, else 730. */
    public int auditDays() {
        return auditDays;
    }

    /** How many MB of finished pages are kept in memory, 0 for none: {@code LECTERN_CACHE_MB}, else 64. */
    public int cacheMegabytes() {
        return cacheMegabytes;
    }

    /** How long finished pages are shown while the database is away: {@code LECTERN_CACHE_AWAY_HOURS}, else a day. */
    public Duration cacheAway() {
        return Duration.ofHours(cacheAwayHours);
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
        var plainPort = values.number("lectern.http.port", 8080, -1, 65535);
        var tls = plainPort == CLOSED;
        var port = tls ? values.number("lectern.https.port", CLOSED, -1, 65535) : plainPort;
        var root = values.text("lectern.context.root", "/").replaceAll("^/*|/*$", "");
        return URI.create((tls ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + (port == (tls ? 443 : 80) ? "" : ":" + port) + (root.isEmpty() ? "" : "/" + root));
    }

    /** Settings hold what they must not hold. A sentence for each names the variable. */
    public static class BadSettings extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadSettings(List<String> sentences) {
            super(String.join(" ", sentences), null, false, false);
        }
    }

    /** Reads them all before it complains, so that nobody has to start the server once for each. */
    private static final class Values {

        private final Function<String, Optional<String>> source;
        private final List<String> bad = new ArrayList<>();

        Values(Function<String, Optional<String>> source) {
            this.source = source;
        }

        void mustBeGood() {
            if (!bad.isEmpty()) {
                bad.forEach(sentence -> LOG.log(Level.ERROR, sentence));
                throw new BadSettings(bad);
            }
        }

        Optional<String> find(String name) {
            return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        }

        String text(String name, String otherwise) {
            return find(name).orElse(otherwise);
        }

        Optional<URI> address(String name) {
            return read(name, "an address such as https://kb.example.org or https://example.org/kb", value -> {
                var address = URI.create(value.replaceAll("(?<!/)/+$", ""));
                return isSite(address) ? Optional.of(address) : Optional.empty();
            });
        }

        private static boolean isSite(URI address) {
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null
                    && address.getRawQuery() == null && address.getRawFragment() == null && address.getRawUserInfo() == null;
        }

        Path path(String name, String otherwise) {
            return read(name, "a path", value -> Optional.of(absolute(value))).orElseGet(() -> absolute(otherwise));
        }

        private static Path absolute(String path) {
            return Path.of(path).toAbsolutePath().normalize();
        }

        boolean truth(String name, boolean otherwise) {
            return read(name, "true or false", value -> value.equals("true") || value.equals("false") ? Optional.of(value.equals("true")) : Optional.empty()).orElse(otherwise);
        }

        ZoneId zone(String name, String otherwise) {
            return read(name, "a time zone such as UTC or Europe/Vienna", value -> Optional.of(ZoneId.of(value))).orElseGet(() -> ZoneId.of(otherwise));
        }

        int number(String name, int otherwise, int least, int most) {
            return read(name, "a whole number from %d to %d".formatted(least, most),
                    value -> value.matches("-?\\d{1,9}") ? Optional.of(Integer.parseInt(value)).filter(number -> number >= least && number <= most) : Optional.empty()).orElse(otherwise);
        }

        /** Empty if it is unset, or bad, which is kept in mind. */
        private <T> Optional<T> read(String name, String expected, Function<String, Optional<T>> reader) {
            var value = find(name);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            var read = Optional.<T>empty();
            try {
                read = reader.apply(value.get());
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                // as bad as what can be read and is not allowed
            }
            if (read.isEmpty()) {
                bad.add("%s is \"%s\", but must be %s. Lectern does not start.".formatted(name.replace('.', '_').toUpperCase(Locale.ROOT), value.get(), expected));
            }
            return read;
        }
    }
}
