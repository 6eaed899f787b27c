package org.lectern.server;

import java.io.IOException;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.settings.Settings;

/**
 * Where every error ends that nobody else has answered: a page that helps, or a problem for programs below {@code /api}. It tells nothing of the inside;
 * that stands in the log.
 */
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String VIEW = "/WEB-INF/server/error.xhtml";
    private static final String REASON = ErrorPage.class.getName();
    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 413, 500, 503);

    @Inject
    private transient Settings settings;

    static boolean hasText(int status) {
        return KNOWN.contains(status);
    }

    /** Declines a request; {@code key} names the sentence that says why. */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String key) throws IOException {
        request.setAttribute(REASON, key);
        response.sendError(status);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);       // somebody asked for the page itself
            return;
        }
        var name = hasText(status) ? status.toString() : "other";
        var reason = request.getAttribute(REASON) instanceof String key ? key : "error." + name + ".text";
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).substring(request.getContextPath().length());
        if (Paths.isApi(path)) {
            Problem.send(response, status, reason);
        } else {
            PlainPage.show(request, response, settings, VIEW, "error." + name + ".heading", Problem.texts().say(reason));
        }
    }
}
