package org.lectern.web.routing;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Makes all views but those of the desk transient: Faces keeps nothing of them for a later request, neither in a session, which would set a cookie, nor in the page.
 * That {@code f:view transient="true"} in a view says the same comes too late: Faces asks whether to make a session before it builds the view.
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
        if (view != null && !view.getViewId().startsWith("/WEB-INF/admin/")) {
            view.setTransient(true);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // nothing is left to do
    }
}
