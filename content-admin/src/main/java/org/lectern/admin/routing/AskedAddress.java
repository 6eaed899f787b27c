package org.lectern.admin.routing;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/** Lets forms of Faces come back to the address that was asked, not to the view below {@code WEB-INF} that answered. */
public class AskedAddress extends ViewHandlerWrapper {

    public AskedAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var asked = (String) context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
        return asked == null ? super.getActionURL(context, viewId) : asked;
    }
}
