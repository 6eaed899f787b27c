package org.lectern.content.audit;

import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.lectern.content.schema.SchemaReady;

/** Asks every hour whether the audit is to be pruned; {@link Retention} does so once a day. */
@ApplicationScoped
class Pruning {

    private static final System.Logger LOG = System.getLogger(Pruning.class.getName());

    @Inject
    Retention retention;

    @Resource
    ManagedScheduledExecutorService later;

    private volatile ScheduledFuture<?> turning;

    void start(@Observes SchemaReady ready) {
        turning = later.scheduleWithFixedDelay(this::turn, 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (turning != null) {
            turning.cancel(false);
        }
    }

    private void turn() {
        try {
            retention.prune();
        } catch (RuntimeException fault) {       // a scheduled task that throws is never run again
            LOG.log(Level.WARNING, "Old entries of the audit could not be deleted; it is tried again in an hour: {0}", fault.toString().lines().findFirst().orElseThrow());
        }
    }
}
