package org.lectern.web.routing;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Makes public views transient, so that readers get no session and no cookie. That {@code f:view transient="true"} in a view says the same comes too late:
 * Faces asks for a session before it builds the view.
 */
public class NoSession implements PhaseListener {

    private static final long serialVersionUID = 1;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        var view = event.getFacesContext().getViewRoot();
        if (view != null && view.getViewId().startsWith("/WEB-INF/web/")) {
            view.setTransient(true);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // nothing is left to do
    }
}
