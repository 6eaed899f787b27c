package org.lectern.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.lectern.content.ReadinessAsked;

/**
 * Whether readers can be served: {@code /health/ready}. Each feature says for itself whether it is ready; what is ready once stays so, also while the
 * database is away for a time.
 */
@org.eclipse.microprofile.health.Readiness
@Default
@ApplicationScoped
public class Readiness implements HealthCheck {

    @Inject
    Event<ReadinessAsked> features;

    private volatile boolean ready;

    @Override
    public HealthCheckResponse call() {
        var asked = ask();
        var answer = HealthCheckResponse.named("Lectern").status(ready);
        asked.parts().forEach((part, isReady) -> answer.withData(part, ready || isReady));
        return answer.build();
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
