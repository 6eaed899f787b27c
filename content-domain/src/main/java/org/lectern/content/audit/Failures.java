package org.lectern.content.audit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.lectern.content.Actor;

/** Writes failed sign-ins and refusals of roles into the audit, each folded by a {@link FailureWindow} minute by minute. */
@ApplicationScoped
class Failures {

    private static final int WINDOW_SECONDS = 60;

    @Inject
    Audit audit;

    @Resource
    ManagedScheduledExecutorService later;

    private final Map<Action, FailureWindow> windows = new EnumMap<>(Action.class);

    void on(@Observes SignInFailed failure) {
        tell(Action.SIGN_IN_FAILED, new FailureWindow.Failure(failure.account(), failure.address(), failure.door().name().toLowerCase(Locale.ROOT)));
    }

    void on(@Observes RoleRefused refused) {
        tell(Action.ROLE_REFUSED, new FailureWindow.Failure(refused.actor().account(), refused.actor().address(), refused.what()));
    }

    private void tell(Action action, FailureWindow.Failure failure) {
        if (isNews(action, failure)) {
            write(action, failure.account(), failure.address(), failure.title());
        }
    }

    private synchronized boolean isNews(Action action, FailureWindow.Failure failure) {
        var window = windows.computeIfAbsent(action, opened -> {
            later.schedule(() -> close(action), WINDOW_SECONDS, TimeUnit.SECONDS);
            return action == Action.ROLE_REFUSED ? FailureWindow.ofAccounts() : FailureWindow.ofStrangers();
        });
        return window.isNews(failure);
    }

    private void close(Action action) {
        FailureWindow closed;
        synchronized (this) {
            closed = windows.remove(action);
        }
        for (var repeated : closed.rest()) {
            write(action, repeated.account(), repeated.address(), "+ " + repeated.times());
        }
    }

    private void write(Action action, String account, String address, String title) {
        audit.write(new Actor(account, Set.of(), address), action, "account", null, title);
    }
}
