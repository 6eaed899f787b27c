package org.lectern.web.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.address.Addresses;
import org.lectern.content.archive.Archive;
import org.lectern.content.edition.Edition;
import org.lectern.content.settings.Settings;

/**
 * Stands before the public site and answers with the finished page, if there is one: no bean, no view, no session, and the same bytes for everybody. Otherwise it
 * lets the page be made, once for all who ask for it meanwhile, and keeps it if it was {@linkplain Offer offered}.
 *
 * <p>A page that is older than what readers should see is made anew; it is shown only while that cannot be done, and never once something has been hidden since.
 */
public class PageCache extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Nothing below these can be a page that is the same for everybody, and what is there may be large, or somebody's own. */
    private static final List<String> OTHERS = List.of("/admin", "/api", "/health", "/assets/", "/media/", "/preview", "/sign-", "/error", "/favicon", "/robots.txt", "/search");

    /** How long somebody waits for a page that is made for another. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a link that names an edition waits for it, and how many such readers wait at once: anybody can write one, and each that waits takes a thread of the server's few. */
    private static final Duration UNTIL_REACHED = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 3;

    /** In seconds. */
    private static final String SOON = "5";

    @Inject
    private transient Archive archive;

    @Inject
    private transient Edition edition;

    @Inject
    private transient Settings settings;

    private transient Shelf shelf;
    private final transient Semaphore waiting = new Semaphore(MOST_WAITING);

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        if (settings.cacheMegabytes() > 0) {
            shelf = new Shelf(settings.cacheMegabytes() * 1024L * 1024, archive.points(), edition.outage(), settings.cacheAway(), PATIENCE);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var query = request.getQueryString();
        var method = request.getMethod();
        if (!(method.equals("GET") || method.equals("HEAD")) || !Address.isReadable(query)) {
            chain.doFilter(request, response);
            return;
        }
        if (query != null && !isOther(request)) {
            await(Address.number(query, Addresses.EDITION));
        }
        if (shelf == null) {
            chain.doFilter(request, response);
            return;
        }
        var address = Address.of(request.getContextPath(), request.getRequestURI(), query);
        var page = shelf.find(address);
        if (page.isPresent()) {
            send(page.get(), Shelf.Origin.KEPT, request, response);
        } else if (isOther(request)) {
            chain.doFilter(request, response);
        } else {
            answer(shelf.take(address, passing -> make(request, response, chain, passing)), request, response);
        }
    }

    /** A link from the desk leads to what was just published, whichever node it meets. */
    private void await(long number) {
        if (number >= 0 && waiting.tryAcquire()) {
            try {
                edition.awaitReached(number, UNTIL_REACHED);
            } finally {
                waiting.release();
            }
        }
    }

    private static boolean isOther(HttpServletRequest request) {
        var root = request.getContextPath().length();
        var path = request.getRequestURI();
        return OTHERS.stream().anyMatch(other -> path.startsWith(other, root)) || path.endsWith("/j_security_check");
    }

    private static Shelf.Making.Made make(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Runnable passing) throws IOException, ServletException {
        Offer.want(request);
        var held = new HeldResponse(request, response, passing);
        chain.doFilter(request, held);
        if (held.isImpossible()) {
            return new Shelf.Making.Impossible();
        }
        var page = held.page();
        if (page.isPresent()) {
            return new Shelf.Making.Finished(Offer.in(request).orElseThrow().address(), page.get());
        }
        held.release();
        return new Shelf.Making.Sent();
    }

    private static void answer(Shelf.Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answer instanceof Shelf.Page found) {
            send(found.page(), found.origin(), request, response);
        } else if (answer instanceof Shelf.Nothing) {
            response.setHeader("Retry-After", SOON);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void send(FinishedPage page, Shelf.Origin origin, HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (var header : page.headers()) {
            response.setHeader(header.name(), header.value());
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Status", origin.status());
        if (origin == Shelf.Origin.STALE) {
            response.setHeader("Age", Long.toString(page.age()));
            response.setHeader("Retry-After", null);
        }
        var known = request.getHeader("If-None-Match");
        if (known != null) {
            var tag = page.tagAmong(known);
            if (tag.isPresent()) {
                response.setHeader("ETag", tag.get());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        var body = Encodings.takesGzip(request.getHeader("Accept-Encoding")) ? page.packed() : page.plain();
        if (body != page.plain()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("ETag", body.tag());
        response.setContentType(page.type());
        response.setContentLength(body.bytes().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body.bytes());
        }
    }
}
