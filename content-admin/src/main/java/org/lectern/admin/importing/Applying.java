package org.lectern.admin.importing;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.lectern.content.Actor;
import org.lectern.content.Refusal;
import org.lectern.content.importing.ImportOptions;
import org.lectern.content.importing.Imports;
import org.lectern.content.importing.SourceFolder;

/** Imports behind the back of whoever asked: the job is open when this returns, though nothing is read yet, and is watched by its id. */
@ApplicationScoped
public class Applying {

    @Inject
    Imports imports;

    @Resource
    ManagedExecutorService workers;

    /**
     * Opens the job and hands the rest to another thread, which closes the folder.
     *
     * @throws org.lectern.content.importing.ImportRunning if a job of the same source has not ended; the folder is closed then, as after any failure
     */
    Long start(Actor actor, SourceFolder folder, ImportOptions options) throws IOException {
        try {
            var begun = imports.begin(actor, options);
            workers.execute(() -> apply(actor, folder, begun));
            return begun.job();
        } catch (RuntimeException fault) {
            folder.close();
            throw fault;
        }
    }

    private void apply(Actor actor, SourceFolder folder, Imports.Begun begun) {
        try (folder) {
            imports.apply(actor, begun, folder);
        } catch (Refusal declined) {
            // the job tells whoever watches it
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
