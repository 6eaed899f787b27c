package org.lectern.server;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.people.SignIns;

/** Ends session and sign-in on {@code POST /sign-out}, and shows the front page. The cookies are dead afterwards, also for whoever has kept a copy. */
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var token = SignInToken.hashOf(request);
        if (request.getRemoteUser() != null && token.isPresent() && !SignInToken.isTwisted(request)) {
            signIns.end(Actors.of(request), token.get());
        }
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/");
    }
}
