package org.lectern.web.routing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.lectern.content.address.AskedTags;
import org.lectern.content.reading.Reading;
import org.lectern.web.cache.Basis;
import org.lectern.web.cache.Offer;
import org.lectern.web.representation.Representation;
import org.lectern.web.site.Piece;
import org.lectern.web.site.Site;

/** One request on its way to its answer: shown at the one address where it lives, or led there, or told that nothing is there. */
abstract class Visit {

    private static final Pattern SIGN = Pattern.compile("(?i)%2[bc]");

    final HttpServletRequest request;
    final HttpServletResponse response;

    /** What was asked for, below the context root and decoded; empty if it cannot be decoded. */
    final Optional<String> path;

    private final Site site;
    private final Reading reading;
    private final Missing missing;

    Visit(HttpServletRequest request, HttpServletResponse response, Site site, Reading reading, Missing missing) {
        this.request = request;
        this.response = response;
        this.site = site;
        this.reading = reading;
        this.missing = missing;
        this.path = Route.decode(request.getRequestURI().substring(request.getContextPath().length())).filter(decoded -> decoded.startsWith("/"));
    }

    interface Answer {

        void give() throws ServletException, IOException;
    }

    void sendAt(String address, Supplier<Representation> made) throws ServletException, IOException {
        sendAt(address, Basis.NONE, made);
    }

    /** @param basis tells later whether it would be the same */
    void sendAt(String address, Basis basis, Supplier<Representation> made) throws ServletException, IOException {
        at(address, () -> {
            offer(address, basis);
            send(made.get());
        });
    }

    void send(Representation representation) throws IOException {
        representation.send(request, response);
    }

    /** Whether this is the address of an expression, letter for letter but for percent-encoding; in a path, that of its signs counts. */
    private boolean isSpelled(String address) {
        var sent = request.getRequestURI().substring(request.getContextPath().length());
        var wanted = address.substring(request.getContextPath().length());
        var query = wanted.indexOf('?');
        if (query >= 0) {
            return path.equals(Route.decode(wanted.substring(0, query))) && AskedTags.isSame(request.getQueryString(), wanted.substring(query + 1));
        }
        return path.equals(Route.decode(wanted)) && !SIGN.matcher(sent).find();
    }

    /** Answers if this is the address of an expression, else leads there. */
    void spelledAt(String address, Answer answer) throws ServletException, IOException {
        if (isSpelled(address)) {
            answer.give();
        } else {
            movedTo(address);
        }
    }

    void showAt(String address, String view) throws ServletException, IOException {
        showAt(address, view, Basis.NONE);
    }

    /** @param basis tells later whether the page would be the same */
    void showAt(String address, String view, Basis basis) throws ServletException, IOException {
        showAt(address, address, view, basis);
    }

    /** @param whole the address with what makes it another page than {@code address} alone */
    void showAt(String address, String whole, String view, Basis basis) throws ServletException, IOException {
        at(address, () -> {
            offer(whole, basis);
            show(view);
        });
    }

    /** Answers if this is the address where it lives, else leads there. Spellings that differ in percent-encoding alone are one address: proxies may change them. */
    void at(String address, Answer answer) throws ServletException, IOException {
        if (path.equals(Route.decode(address.substring(request.getContextPath().length())))) {
            answer.give();
        } else {
            moved(address);
        }
    }

    void offer(String address, Basis basis) {
        new Offer(address, site.snapshot().point(), basis).of(request);
    }

    void movedOrMissing() throws ServletException, IOException {
        var now = reading.moved(site.snapshot(), path.orElseThrow(), site.addresses());
        if (now.isPresent()) {
            moved(now.get());
        } else {
            notFound(path.get());
        }
    }

    void moved(String address) {
        movedTo(address + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
    }

    /** Browsers keep a 301 for ever unless told to ask again; a tag renamed and renamed back would then loop. */
    void movedTo(String address) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-cache");
    }

    void notFound(String asked) throws ServletException, IOException {
        missing.load(asked);
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        show("routing/missing");
    }

    void show(String view) throws ServletException, IOException {
        if (!response.containsHeader("Content-Language")) {
            response.setHeader("Content-Language", site.getLanguage());
        }
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        Piece.lay(site, request);
        var page = new WholePage(response);
        request.getRequestDispatcher("/WEB-INF/web/" + view + ".xhtml").forward(new ReadRequest(request), page);
        page.send();
    }
}
