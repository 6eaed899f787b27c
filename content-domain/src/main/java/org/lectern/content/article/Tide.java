package org.lectern.content.article;

import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

import org.lectern.content.edition.Edition;
import org.lectern.content.schema.SchemaReady;

/** Asks every second whether an article's time has come or is over. On several nodes the one that takes the rows first writes it; the others find nothing left. */
@ApplicationScoped
public class Tide {

    private static final System.Logger LOG = System.getLogger(Tide.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    Publishing publishing;

    @Inject
    Edition edition;

    @Resource
    ManagedScheduledExecutorService later;

    private volatile ScheduledFuture<?> turning;
    private volatile boolean failing;

    void start(@Observes SchemaReady ready) {
        turning = later.scheduleWithFixedDelay(this::turn, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (turning != null) {
            turning.cancel(false);
        }
    }

    private void turn() {
        if (edition.isDatabaseAway()) {
            return;
        }
        try {
            while (publishing.tide(AT_ONCE) >= AT_ONCE) {
                Thread.onSpinWait();
            }
            failing = false;
        } catch (OptimisticLockingFailureException | OptimisticLockException lost) {
            LOG.log(Level.DEBUG, "Another node, or an editor, was faster; what is left comes with the next second.");
        } catch (RuntimeException fault) {       // a scheduled task that throws is never run again
            if (!failing) {
                LOG.log(Level.WARNING, "What is due could not be written; it is tried again every second: {0}", fault.toString().lines().findFirst().orElseThrow());
            }
            failing = true;
        }
    }
}
