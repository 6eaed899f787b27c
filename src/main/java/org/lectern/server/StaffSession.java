package org.lectern.server;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.people.SignIns;

/**
 * Lets in who is signed in still: the server's token says who it was, {@link SignIns} whether that holds. Ties the session to the person: it gets a new id at each
 * sign-in (the container keeps the old one, which somebody else may have planted), and one that belongs to another person ends. Who has to sign in again comes back
 * to the page; the session stays, so that a form that stood open meanwhile can still be sent.
 */
public class StaffSession extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String OWNER = StaffSession.class.getName();

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (request.getRemoteUser() != null) {
            var state = meet(request);
            if (state == SignIns.State.ENDED) {
                request.logout();
                response.sendRedirect(request.getContextPath() + SignIn.PATH + SignIn.back(asked(request)));
                return;
            }
            bind(request, request.getRemoteUser(), state == SignIns.State.BEGUN);
        }
        chain.doFilter(request, response);
    }

    private SignIns.State meet(HttpServletRequest request) {
        if (SignInToken.isTwisted(request)) {
            return SignIns.State.ENDED;
        }
        return SignInToken.hashOf(request).map(token -> signIns.meet(Actors.of(request), token)).orElse(SignIns.State.HOLDS);
    }

    /** The page to come back to; a form that was sent stands at its own address. */
    private static String asked(HttpServletRequest request) {
        var query = request.getMethod().equals("GET") && request.getQueryString() != null ? "?" + request.getQueryString() : "";
        return request.getRequestURI().substring(request.getContextPath().length()) + query;
    }

    private static void bind(HttpServletRequest request, String account, boolean begins) {
        var session = request.getSession();
        var owner = session.getAttribute(OWNER);
        if (owner != null && !account.equals(owner)) {
            session.invalidate();
            session = request.getSession();
        } else if (!session.isNew() && (begins || owner == null)) {
            request.changeSessionId();
        }
        session.setAttribute(OWNER, account);
    }
}
