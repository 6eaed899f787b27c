package org.lectern.server;

import java.io.IOException;
import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.settings.Settings;

/** The sign-in page, {@code /sign-in}, to which the container sends whoever asks for a page of staff; {@code /sign-in/failed} after a wrong try. */
public class SignIn extends HttpServlet {

    private static final long serialVersionUID = 1;
    /** The form-error-page of {@code web.xml}. */
    static final String FAILED = "/sign-in/failed";

    private static final String VIEW = "/WEB-INF/server/sign-in.xhtml";

    @Inject
    private transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        show(request, response, settings, FAILED.equals(Paths.of(request)) ? "sign-in.failed" : null);
    }

    /** The container forwards here whatever method was refused, and the throttle when somebody has to wait. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var wait = (Duration) request.getAttribute(Duration.class.getName());
        if (wait == null) {
            doGet(request, response);
        } else {
            response.setStatus(Problem.TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
            show(request, response, settings, "error.throttled", wait.toSeconds());
        }
    }

    static void showThrottled(HttpServletRequest request, HttpServletResponse response, Duration wait) throws ServletException, IOException {
        request.setAttribute(Duration.class.getName(), wait);
        request.getRequestDispatcher("/sign-in").forward(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, Settings settings, String warning, Object... values) throws ServletException, IOException {
        PlainPage.show(request, response, settings, VIEW, "sign-in.title", warning == null ? "" : Problem.texts().say(warning, values));
    }
}
