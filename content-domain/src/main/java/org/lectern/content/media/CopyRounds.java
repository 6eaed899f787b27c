package org.lectern.content.media;

import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.lectern.content.edition.Edition;
import org.lectern.content.schema.SchemaReady;

/** Asks every few seconds for pictures without smaller copies. Of two nodes that meet at one picture, one writes; the other tries again and finds it done. */
@ApplicationScoped
public class CopyRounds {

    private static final System.Logger LOG = System.getLogger(CopyRounds.class.getName());

    /** Few, so that the transaction is short and an editor does not wait behind it for the edition. */
    private static final int AT_ONCE = 4;
    private static final int SECONDS = 5;

    @Inject
    CopyMaking making;

    @Inject
    Edition edition;

    @Resource
    ManagedScheduledExecutorService later;

    private volatile ScheduledFuture<?> turning;
    private volatile boolean failing;

    void start(@Observes SchemaReady ready) {
        turning = later.scheduleWithFixedDelay(this::turn, SECONDS, SECONDS, TimeUnit.SECONDS);
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
            while (making.make(AT_ONCE) == AT_ONCE) {
                Thread.onSpinWait();
            }
            failing = false;
        } catch (RuntimeException fault) {       // a scheduled task that throws is never run again
            if (!failing) {
                LOG.log(Level.WARNING, "Smaller copies of pictures could not be written; it is tried again every {0} seconds: {1}", SECONDS, fault.toString().lines().findFirst().orElseThrow());
            }
            failing = true;
        }
    }
}
