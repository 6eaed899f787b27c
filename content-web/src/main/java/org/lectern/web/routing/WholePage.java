package org.lectern.web.routing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.lectern.web.cache.HeldBytes;

/**
 * Holds a page back until it is finished, so that a fault in its middle becomes an error page and never half a page with status 200. The server's own
 * buffer does not do that, whatever size it is given.
 */
final class WholePage extends HttpServletResponseWrapper {

    private final HeldBytes bytes = new HeldBytes(64 * 1024);

    WholePage(HttpServletResponse response) {
        super(response);
    }

    /** Sends what was written. */
    void send() throws IOException {
        getResponse().setContentLength(bytes.size());
        bytes.writeTo(getResponse().getOutputStream());
    }

    @Override
    public PrintWriter getWriter() {
        return bytes.writer(StandardCharsets.UTF_8);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return bytes.stream();
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the page is whole
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }
}
