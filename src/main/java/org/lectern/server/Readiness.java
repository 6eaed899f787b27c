package org.lectern.server;

import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.lectern.content.ReadinessAsked;

/**
 * Whether readers can be served: {@code /health/ready}. Each feature says for itself whether it is ready; what is ready once stays so, also while the
 * database is away for a time.
 */
@ApplicationScoped
public class Readiness {

    @Inject
    Event<ReadinessAsked> features;

    private volatile boolean ready;

    /** Each feature, and whether it is ready. */
    Map<String, Boolean> parts() {
        var parts = new TreeMap<String, Boolean>();
        ask().parts().forEach((part, isReady) -> parts.put(part, ready || isReady));
        return parts;
    }

    boolean isReady() {
        return ready || ask().isReady();
    }

    private ReadinessAsked ask() {
        var asked = new ReadinessAsked();
        features.fire(asked);
        ready = ready || asked.isReady();
        return asked;
    }
}
