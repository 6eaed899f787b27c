package org.lectern.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.JsonText;

/**
 * What machines ask that watch over the server, answered as MicroProfile Health 4.0 words it: {@code /health/started} is up once the application runs and its settings
 * are good, {@code /health/ready} when readers can be served, {@code /health/live} unless threads wait for each other for ever; {@code /health} says all of it.
 * Served by the application itself: the server's own feature would be a second application, with a sign-in that nobody guards, and says ready while this one is away.
 */
public class Health extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo() == null ? "" : request.getPathInfo()) {
            case "/started" -> answer(response, started());
            case "/ready" -> answer(response, ready());
            case "/live" -> answer(response, live());
            case "" -> answer(response, started(), ready(), live());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** One check. @param data of its parts; may be null */
    private record Check(String name, boolean isUp, JsonObjectBuilder data) {
    }

    private static Check started() {
        return new Check("Started", true, null);
    }

    private Check ready() {
        var parts = JsonText.object();
        readiness.parts().forEach(parts::add);
        return new Check("Ready", readiness.isReady(), parts);
    }

    /** Never asks the database: whether a restart would help is the question. */
    private static Check live() {
        return new Check("Threads", ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null, null);
    }

    private static void answer(HttpServletResponse response, Check... all) throws IOException {
        var checks = JsonText.array();
        var isUp = true;
        for (var check : all) {
            isUp &= check.isUp();
            var line = JsonText.object().add("name", check.name()).add("status", word(check.isUp()));
            checks.add(check.data() == null ? line : line.add("data", check.data()));
        }
        response.setStatus(isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(JsonText.object().add("status", word(isUp)).add("checks", checks).build().toString());
    }

    private static String word(boolean isUp) {
        return isUp ? "UP" : "DOWN";
    }
}
