package org.lectern.content.audit;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.lectern.content.Actor;

/** Writes failed sign-ins into the audit, folded by {@link FailureWindow} minute by minute. */
@ApplicationScoped
class FailedSignIns {

    private static final int WINDOW_SECONDS = 60;

    @Inject
    Audit audit;

    @Resource
    ManagedScheduledExecutorService later;

    private FailureWindow window;

    void on(@Observes SignInFailed failure) {
        if (isNews(failure)) {
            write(failure.account(), failure.address(), failure.door().name().toLowerCase(Locale.ROOT));
        }
    }

    private synchronized boolean isNews(SignInFailed failure) {
        if (window == null) {
            window = new FailureWindow();
            later.schedule(this::close, WINDOW_SECONDS, TimeUnit.SECONDS);
        }
        return window.isNews(failure);
    }

    private void close() {
        FailureWindow closed;
        synchronized (this) {
            closed = window;
            window = null;
        }
        for (var repeated : closed.rest()) {
            write(repeated.account(), repeated.address(), "+ " + repeated.times());
        }
    }

    private void write(String account, String address, String title) {
        audit.write(new Actor(account, Set.of(), address), Action.SIGN_IN_FAILED, "account", null, title);
    }
}
