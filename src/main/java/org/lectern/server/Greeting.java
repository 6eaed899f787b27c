package org.lectern.server;

import java.lang.System.Logger;
import java.nio.file.Files;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.lectern.content.settings.Settings;

/** What the person who starts the server has to know: in the quick start the address and where the password is; anywhere, that nobody can sign in. */
@ApplicationScoped
class Greeting {

    private static final Logger LOG = System.getLogger(Greeting.class.getName());

    void greet(@Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER) Object start, Settings settings) {
        if (settings.adminWithoutPassword()) {
            LOG.log(Logger.Level.WARNING, "Nobody can sign in: user admin has no password. Set LECTERN_ADMIN_PASSWORD, or give the server a realm of your own.");
        }
        settings.generatedPassword().ifPresent(file -> {
            var password = Files.exists(file) ? "in " + file : "from LECTERN_ADMIN_PASSWORD";
            System.out.println("Lectern answers at %s/ and staff sign in at %<s/admin/ as admin, with the password %s".formatted(settings.url(), password));
        });
    }
}
