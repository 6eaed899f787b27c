package org.lectern.admin.routing;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that its page has read: to Faces, which only shows a page, it is a first visit. So no field or parameter of a stranger, such as a view state, reaches it; the view itself learns what has
 * just been done.
 */
final class ReadRequest extends HttpServletRequestWrapper {

    private static final String DONE = "done";

    ReadRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        return name.equals(DONE) && getMethod().equals("GET") ? super.getParameter(DONE) : null;
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }
}
