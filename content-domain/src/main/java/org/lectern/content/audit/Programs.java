package org.lectern.content.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.lectern.content.Actor;

/** Writes into the audit which programs sign in: each account and address once in an hour, since they do so with every request. */
@ApplicationScoped
class Programs {

    /** Accounts and addresses that are remembered; of those beyond it, the ones told longest ago are told again. */
    static final int MOST = 10_000;

    private static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    Audit audit;

    private final Map<Program, Instant> told = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record Program(String account, String address) {

        static Program of(Actor actor) {
            return new Program(actor.account(), actor.address());
        }
    }

    void on(@Observes ProgramSignedIn signedIn) {
        if (isNews(signedIn)) {
            audit.write(signedIn.actor(), Action.SIGNED_IN, "account", null, "api");
            remember(signedIn);
        }
    }

    synchronized boolean isNews(ProgramSignedIn signedIn) {
        var last = told.get(Program.of(signedIn.actor()));
        return last == null || !last.plus(WINDOW).isAfter(signedIn.at());
    }

    /** Only what has been written: an audit that could not be written is tried again. */
    synchronized void remember(ProgramSignedIn signedIn) {
        var program = Program.of(signedIn.actor());
        told.remove(program);
        told.put(program, signedIn.at());
    }
}
