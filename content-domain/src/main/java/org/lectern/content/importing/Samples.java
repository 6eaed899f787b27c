package org.lectern.content.importing;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.lectern.content.Actor;
import org.lectern.content.article.Articles;
import org.lectern.content.schema.SchemaReady;
import org.lectern.content.settings.Settings;

/**
 * Puts sample articles into an empty database where {@code LECTERN_SAMPLES} asks for them, by the same import as everybody else's. A start that was cut off
 * in the middle of it goes on with it; once it is done, articles that staff throw away do not come back.
 */
@ApplicationScoped
class Samples {

    private static final Logger LOG = System.getLogger(Samples.class.getName());
    private static final String SOURCE = "samples";

    /** One path a line, relative to the folder beside it. */
    private static final String LIST = "samples/samples.txt";
    private static final String FOLDER = "samples/";

    @Inject
    Settings settings;

    @Inject
    Articles articles;

    @Inject
    Imports imports;

    @Resource
    ManagedExecutorService workers;

    /** Late: whatever else waits for the tables, such as the end of interrupted jobs, comes first. */
    void offer(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) SchemaReady ready) {
        if (settings.samples()) {
            workers.execute(this::importIfWanted);
        }
    }

    private void importIfWanted() {
        if (articles.count() > 0 && !wasCutOff()) {
            return;
        }
        try (var folder = SourceFolder.read(zip(), Bounds.SAFE)) {
            var report = imports.apply(Actor.SYSTEM, imports.begin(Actor.SYSTEM, ImportOptions.of(SOURCE)), folder);
            LOG.log(Logger.Level.INFO, "The database was empty: {0} sample articles are there now.", report.plan().count(PlannedArticle.State.NEW));
        } catch (ImportRunning elsewhere) {
            LOG.log(Logger.Level.DEBUG, "Another node imports the sample articles.");
        } catch (IOException fault) {
            LOG.log(Logger.Level.ERROR, "The sample articles could not be read.", fault);
        }
    }

    private boolean wasCutOff() {
        return imports.newest(Actor.SYSTEM, 1).stream().anyMatch(job -> job.source().equals(SOURCE) && job.state() == ImportJob.State.INTERRUPTED);
    }

    /** The sample folder as the zip that the import takes. */
    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8); var list = open(LIST)) {
            for (var path : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
                zip.putNextEntry(new ZipEntry(path));
                try (var file = open(FOLDER + path)) {
                    file.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static InputStream open(String name) throws IOException {
        var file = Samples.class.getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }
}
