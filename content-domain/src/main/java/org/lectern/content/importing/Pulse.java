package org.lectern.content.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.lectern.content.edition.Edition;
import org.lectern.content.schema.SchemaReady;
import org.lectern.content.settings.Settings;

/**
 * Tells the other nodes that this one lives, and ends jobs that nobody works at any more. A node is known by the file {@code node} in its data folder, so
 * that one that was killed knows its own jobs when it starts again; those of a node that does not come back end when it has been silent for a minute.
 */
@ApplicationScoped
class Pulse {

    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());
    private static final int BEAT_SECONDS = 5;

    @Inject
    Settings settings;

    @Inject
    ImportStep step;

    @Inject
    Edition edition;

    @Resource
    ManagedScheduledExecutorService later;

    /** Sources that this process imports from just now, or is about to, and how many of its threads want to. */
    private final ConcurrentHashMap<String, Integer> atWork = new ConcurrentHashMap<>();

    private String node;
    private volatile boolean failing;

    /** Before the site is ready: whoever asks then sees what has become of the jobs. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) SchemaReady ready) {
        beat();
        later.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** The id of this node. */
    synchronized String node() {
        if (node == null) {
            var file = settings.data().resolve("node");
            try {
                Files.createDirectories(settings.data());
                if (!Files.exists(file)) {
                    Files.writeString(file, UUID.randomUUID().toString());
                }
                node = Files.readString(file).strip();
            } catch (IOException fault) {
                throw new UncheckedIOException("The data folder cannot be written", fault);
            }
        }
        return node;
    }

    /** A job of this source is about to be opened here. */
    void comes(String source) {
        atWork.merge(source, 1, Integer::sum);
    }

    /** It has ended, or was not opened after all. */
    void goes(String source) {
        atWork.computeIfPresent(source, (name, times) -> times == 1 ? null : times - 1);
    }

    private void beat() {
        if (edition.isDatabaseAway()) {
            return;
        }
        try {
            step.beat(node(), atWork::containsKey);
            failing = false;
        } catch (RuntimeException fault) {       // a scheduled task that throws is never run again
            if (!failing) {
                LOG.log(Level.WARNING, "This node cannot tell others that it lives; it tries again every few seconds: {0}", fault.toString());
            }
            failing = true;
        }
    }
}
