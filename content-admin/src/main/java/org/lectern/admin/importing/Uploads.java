package org.lectern.admin.importing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

import org.lectern.content.Refusal;
import org.lectern.content.importing.Bounds;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.SourceFolder;
import org.lectern.content.settings.Settings;

/**
 * Zips that people have sent, in the folder {@code imports} of the data folder: readable by the server's own account alone, under random names, each bound
 * to whoever sent it. One waits at most an hour between plan and application; a start of the application finds none.
 */
@ApplicationScoped
public class Uploads {

    /** How long an upload waits to be applied. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Uploads of one account that wait at a time; the oldest goes when another comes. */
    private static final int MOST = 4;

    private static final Logger LOG = System.getLogger(Uploads.class.getName());
    private static final int STARTS_AFTER_SETTINGS = Settings.STARTS_FIRST + 1;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService later;

    private final Map<String, Upload> waiting = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** A zip that waits. @param fileName as its sender calls it; @param plan what {@code ImportReport.json} has made of it; @param job that applies it, once one does */
    record Upload(String id, String account, Path zip, ImportOptions options, String fileName, JsonObject plan, Instant until, Optional<Long> job) {

        private Upload appliedBy(Long begun) {
            return new Upload(id, account, zip, options, fileName, plan, until, Optional.of(begun));
        }
    }

    /** Opens the job that applies an upload. */
    interface Application {
        Long begin(Upload upload) throws IOException;
    }

    void clean(@Observes @Initialized(ApplicationScoped.class) @Priority(STARTS_AFTER_SETTINGS) Object start) {
        deleteAll();
    }

    @PreDestroy
    void deleteAll() {
        waiting.clear();
        if (!Files.isDirectory(folder())) {
            return;
        }
        try (var left = Files.list(folder())) {
            left.forEach(Uploads::delete);
        } catch (IOException unreadable) {
            LOG.log(Logger.Level.WARNING, "Old uploads in {0} could not be deleted: {1}", folder(), unreadable.toString());
        }
    }

    /** Where uploads lie while they are needed. */
    public Path folder() {
        return settings.data().resolve("imports");
    }

    /** Makes the folder, closed to other accounts of the machine, unless it is there. */
    public Path makeFolder() throws IOException {
        var folder = folder();
        Files.createDirectories(settings.data());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /**
     * Copies what somebody sends into a new file, which the caller deletes.
     *
     * @throws Refusal {@code import.archive.size} as soon as more comes than the bound allows; the file is gone then
     */
    Path copy(InputStream zip, Bounds bounds) throws IOException {
        var file = makeFolder().resolve(name() + ".zip");
        try (var out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            var buffer = new byte[1 << 16];
            var left = bounds.archiveBytes();
            for (int count; (count = zip.read(buffer)) >= 0; left -= count) {
                if (count > left) {
                    throw tooLarge(bounds);
                }
                var bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            return file;
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(file);
            throw fault;
        }
    }

    /** Opens what somebody sends. Its file has lost its name before the first entry is read, so that even a killed process leaves nothing behind. */
    SourceFolder open(InputStream zip, Bounds bounds) throws IOException {
        var file = copy(zip, bounds);
        try {
            return SourceFolder.read(file, bounds);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static Refusal tooLarge(Bounds bounds) {
        return new Refusal("import.archive.size", Math.max(1, bounds.archiveBytes() >> 20));
    }

    /** Lets a zip wait that {@link #copy} has written. From now on it is deleted here. @return the id of the upload */
    String keep(String account, Path zip, ImportOptions options, String fileName, JsonObject plan) {
        var own = waiting.values().stream().filter(upload -> upload.account().equals(account) && upload.job().isEmpty()).sorted(Comparator.comparing(Upload::until)).toList();
        own.stream().limit(Math.max(0, own.size() - MOST + 1)).forEach(upload -> discard(upload.id()));
        var id = name();
        waiting.put(id, new Upload(id, account, zip, options, fileName, plan, clock.instant().plus(KEPT), Optional.empty()));
        later.schedule(() -> discard(id), KEPT.toSeconds(), TimeUnit.SECONDS);
        return id;
    }

    /** An upload that still waits or has been applied in the last hour, for the account that sent it. */
    Optional<Upload> find(String account, String id) {
        return Optional.ofNullable(waiting.get(id)).filter(upload -> upload.account().equals(account) && upload.until().isAfter(clock.instant()));
    }

    /**
     * Applies an upload once, however often it is asked to at the same time. Its file is gone afterwards: what the job still reads from, it has open.
     *
     * @return the job, which may have been opened earlier
     * @throws Refusal whatever the application throws; the upload waits on then
     */
    Long apply(Upload upload, Application application) throws IOException {
        synchronized (upload.zip()) {         // one object for one file, as long as it waits
            var now = waiting.getOrDefault(upload.id(), upload);
            if (now.job().isPresent()) {
                return now.job().get();
            }
            var job = application.begin(now);
            waiting.replace(now.id(), now.appliedBy(job));
            delete(now.zip());
            return job;
        }
    }

    void discard(String id) {
        var upload = waiting.remove(id);
        if (upload != null) {
            delete(upload.zip());
        }
    }

    private String name() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file.getParent()) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.log(Logger.Level.WARNING, "The upload {0} could not be deleted: {1}", file, kept.toString());
        }
    }
}
