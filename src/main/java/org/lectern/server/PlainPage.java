package org.lectern.server;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.Texts;
import org.lectern.content.settings.Settings;
import org.lectern.web.routing.ReadRequest;

/**
 * What the views of this package show: pages that need no article and no session.
 *
 * @param root    the context root, without a slash at its end
 * @param heading the page's one heading
 * @param text    a sentence below it, or empty
 */
public record PlainPage(String siteName, String root, String heading, String text, Texts texts) {

    static void show(HttpServletRequest request, HttpServletResponse response, Settings settings, String view, String heading, String text) throws ServletException, IOException {
        var texts = Problem.texts();
        request.setAttribute("page", new PlainPage(settings.siteName(), request.getContextPath(), texts.say(heading), text, texts));
        request.getRequestDispatcher(view).forward(new ReadRequest(request), response);
    }

    public String say(String key) {
        return texts.say(key);
    }
}
