package org.lectern.web.cache;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Holds back the bytes of an answer that was {@linkplain Offer offered}, and lets every other answer pass, of which it tells before a reader takes the first byte; but that
 * the service is away it keeps for itself.
 */
final class HeldResponse extends HttpServletResponseWrapper {

    private static final int USUAL = 32 * 1024;

    /** They are told anew each time, or say that the answer is one person's. */
    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(Set.of("Content-Length", "Content-Type", "Date", "ETag", "Vary", "Retry-After"));
    }

    private final HttpServletRequest request;
    private final Runnable passing;
    private final Set<String> headers = new LinkedHashSet<>();
    private HeldBytes bytes;
    private boolean personal;
    private boolean impossible;

    /** @param passing told, perhaps more than once, that the answer goes to this reader alone */
    HeldResponse(HttpServletRequest request, HttpServletResponse response, Runnable passing) {
        super(response);
        this.request = request;
        this.passing = passing;
    }

    /** Whether it was declined since something is away. */
    boolean isImpossible() {
        return impossible;
    }

    /** The page, if the answer is one and may be kept. */
    Optional<FinishedPage> page() {
        var offer = Offer.in(request);
        var session = request.getSession(false);
        if (bytes == null || offer.isEmpty()) {
            return Optional.empty();
        }
        if (personal || impossible || getStatus() != SC_OK || headers.contains("Content-Encoding") || isPrivate() || session != null && session.isNew()) {
            return Optional.empty();
        }
        var told = headers.stream().filter(name -> !OWN.contains(name)).flatMap(name -> getHeaders(name).stream().map(value -> new FinishedPage.Header(name, value))).toList();
        return Optional.of(new FinishedPage(offer.get().point(), offer.get().basis(), getContentType(), told, bytes));
    }

    private boolean isPrivate() {
        var told = String.valueOf(getHeader("Cache-Control"));
        return told.contains("no-store") || told.contains("private");
    }

    /** Sends what was held back and is no page after all. */
    void release() throws IOException {
        if (bytes != null && !impossible) {
            passing.run();
            super.setContentLength(bytes.size());
            bytes.writeTo(super.getOutputStream());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isHeld() ? bytes.stream() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return isHeld() ? bytes.writer(Charset.forName(Optional.ofNullable(getCharacterEncoding()).orElse("UTF-8"))) : super.getWriter();
    }

    private boolean isHeld() {
        if (bytes == null && Offer.in(request).isPresent()) {
            bytes = new HeldBytes(USUAL);
        }
        if (bytes == null) {
            passing.run();
        }
        return bytes != null;
    }

    @Override
    public void setContentLength(int length) {
        if (!isHeld()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isHeld()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isHeld()) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        if (bytes != null) {
            bytes.reset();
        }
    }

    @Override
    public void reset() {
        super.reset();
        headers.clear();
        resetBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        if (status == SC_SERVICE_UNAVAILABLE) {
            impossible = true;
        } else {
            passing.run();
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status == SC_SERVICE_UNAVAILABLE) {
            impossible = true;
        } else {
            passing.run();
            super.sendError(status, message);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        note(name);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        note(name);
        super.addHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        note(name);
        super.setIntHeader(name, value);
    }

    @Override
    public void addIntHeader(String name, int value) {
        note(name);
        super.addIntHeader(name, value);
    }

    @Override
    public void setDateHeader(String name, long date) {
        note(name);
        super.setDateHeader(name, date);
    }

    @Override
    public void addDateHeader(String name, long date) {
        note(name);
        super.addDateHeader(name, date);
    }

    private void note(String name) {
        headers.add(name);
        personal |= name.equalsIgnoreCase("Set-Cookie");
    }

    @Override
    public void addCookie(Cookie cookie) {
        personal = true;
        super.addCookie(cookie);
    }
}
