package org.lectern.web.cache;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.lectern.content.archive.Point;

/**
 * Says of the answer to a request that it may be kept: it is the whole page at this address, the same for everybody whoever asks and by whatever host, made of nothing
 * but the public state at this point and of what the address says.
 *
 * @param address the one spelling of the page's address with its context root, and with those parameters alone that {@link Address} lets stand
 * @param basis tells later whether it would be the same
 */
public record Offer(String address, Point point, Basis basis) {

    private static final String ATTRIBUTE = Offer.class.getName();
    private static final String WANTED = ATTRIBUTE + ".wanted";

    /** To be called before the first byte of the answer is written. Without a cache in front it changes nothing. */
    public void of(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether this answer was offered and a cache stands in front, which then tells askers what they have already. It wants the whole answer, also for {@code HEAD}. */
    public static boolean isTaken(HttpServletRequest request) {
        return request.getAttribute(WANTED) != null && in(request).isPresent();
    }

    /** Says that offers are wanted. */
    static void want(HttpServletRequest request) {
        request.setAttribute(WANTED, true);
    }

    static Optional<Offer> in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Offer offer ? Optional.of(offer) : Optional.empty();
    }
}
