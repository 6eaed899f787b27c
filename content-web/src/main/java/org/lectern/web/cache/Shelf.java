package org.lectern.web.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.lectern.content.archive.Point;

/**
 * Keeps pages by their addresses, as many as its bytes hold. Whoever asks for one that is not current makes it, and all who ask meanwhile wait for that one; a page
 * is current for a reader if the archive had not gone on when the reader came.
 */
final class Shelf {

    private final Cache<String, FinishedPage> pages;
    private final ConcurrentHashMap<String, CompletableFuture<Making.Made>> makings = new ConcurrentHashMap<>();
    private final Supplier<Point> present;
    private final Supplier<Duration> outage;
    private final Duration longestOutage;
    private final long patience;

    /** Makes a page in one thread: that of the reader who came first. */
    interface Making {

        /** What came of it. */
        sealed interface Made {
        }

        /** A page; the answer is not sent yet. @param address where it lives, perhaps elsewhere than it was asked for */
        record Finished(String address, FinishedPage page) implements Made {
        }

        /** Something that is not to be kept; the answer is sent. */
        record Sent() implements Made {
        }

        /** Nothing, since something that it needs is away; the answer is not sent yet. */
        record Impossible() implements Made {
        }

        /** @param passing to be run as soon as nobody else need wait: it becomes an answer to this reader alone, who may be slow to take it */
        Made make(Runnable passing) throws IOException, ServletException;
    }

    /** What a reader gets. */
    sealed interface Answer {
    }

    /** A page, and how it came about. */
    record Page(FinishedPage page, Origin origin) implements Answer {
    }

    /** The answer is sent already. */
    record Sent() implements Answer {
    }

    /** Nothing for now. */
    record Nothing() implements Answer {
    }

    enum Origin {
        /** It lay here and is current. */
        KEPT("lectern; hit"),
        /** It was made for this reader: nothing lay here. */
        MADE("lectern; fwd=miss"),
        /** It was made for this reader, since the one that lay here was not current. */
        MADE_ANEW("lectern; fwd=stale"),
        /** It was made for another reader meanwhile: nothing lay here. */
        SHARED("lectern; fwd=miss; collapsed"),
        /** It was made for another reader meanwhile, since the one that lay here was not current. */
        SHARED_ANEW("lectern; fwd=stale; collapsed"),
        /** It lay here and is the last that can be had: newer ones cannot be made, or not soon enough. */
        STALE("lectern; hit; detail=stale");

        private final String status;

        Origin(String status) {
            this.status = status;
        }

        /** The header {@code Cache-Status} (RFC 9211). */
        String status() {
            return status;
        }
    }

    /**
     * @param bytes         how much it holds at most
     * @param present       where the archive stands
     * @param outage        for how long nothing can be made; zero while it can
     * @param longestOutage after which no page is shown any more that cannot be made anew
     * @param patience      how long somebody waits for a page that is made for another
     */
    Shelf(long bytes, Supplier<Point> present, Supplier<Duration> outage, Duration longestOutage, Duration patience) {
        this.pages = Caffeine.newBuilder().maximumWeight(bytes).weigher((String address, FinishedPage page) -> page.weight() + 2 * address.length()).executor(Runnable::run).build();
        this.present = present;
        this.outage = outage;
        this.longestOutage = longestOutage;
        this.patience = patience.toNanos();
    }

    /** The page at this address, if it is here and current, or would be made of the same again, and can be made anew. */
    Optional<FinishedPage> find(String address) {
        var page = pages.getIfPresent(address);
        if (page == null || !outage.get().isZero()) {
            return Optional.empty();
        }
        return isCurrent(page) ? Optional.of(page) : confirm(address, page);
    }

    private Optional<FinishedPage> confirm(String address, FinishedPage page) {
        var confirmed = page.confirmed();
        confirmed.ifPresent(now -> pages.asMap().merge(address, now, Shelf::newer));
        return confirmed.filter(this::isCurrent);
    }

    Answer take(String address, Making making) throws IOException, ServletException {
        var end = System.nanoTime() + patience;
        var came = present.get();
        while (true) {
            var known = pages.getIfPresent(address);
            var away = outage.get();
            if (away.isZero() ? known != null && isCurrent(known) : isPresentable(known, away)) {
                return new Page(known, away.isZero() ? Origin.KEPT : Origin.STALE);
            }
            var mine = new CompletableFuture<Making.Made>();
            var others = makings.putIfAbsent(address, mine);
            if (others == null) {
                return make(address, known, making, mine);
            }
            var made = await(others, end);
            if (made.isEmpty()) {
                return isPresentable(known, away) ? new Page(known, Origin.STALE) : new Nothing();
            }
            if (!(made.get() instanceof Making.Finished finished && finished.address().equals(address))) {
                return answer(address, known, making.make(() -> { }), away);
            }
            var point = finished.page().point();
            if (point.number() >= came.number() && present.get().allows(point)) {
                return new Page(finished.page(), known == null ? Origin.SHARED : Origin.SHARED_ANEW);
            }
        }
    }

    private Answer make(String address, FinishedPage known, Making making, CompletableFuture<Making.Made> mine) throws IOException, ServletException {
        Making.Made made = new Making.Sent();
        try {
            made = making.make(() -> letGo(address, mine, new Making.Sent()));
            return answer(address, known, made, outage.get());
        } finally {
            letGo(address, mine, made);
        }
    }

    /** Whoever waits goes on with this. */
    private void letGo(String address, CompletableFuture<Making.Made> mine, Making.Made made) {
        makings.remove(address, mine);
        mine.complete(made);
    }

    private Answer answer(String address, FinishedPage known, Making.Made made, Duration away) {
        if (made instanceof Making.Finished finished) {
            if (finished.address().equals(address)) {
                pages.asMap().merge(address, finished.page(), Shelf::newer);
            }
            return new Page(finished.page(), known == null ? Origin.MADE : Origin.MADE_ANEW);
        }
        if (made instanceof Making.Impossible) {
            return isPresentable(known, away) ? new Page(known, Origin.STALE) : new Nothing();
        }
        if (known != null) {
            pages.asMap().remove(address, known);       // it has moved, or is gone
        }
        return new Sent();
    }

    private static FinishedPage newer(FinishedPage one, FinishedPage other) {
        return one.point().number() > other.point().number() ? one : other;
    }

    private boolean isCurrent(FinishedPage page) {
        return page.point().number() == present.get().number();
    }

    /** Whether a page may be shown that cannot be made anew: nothing has been hidden since, and it has not been so for too long. */
    private boolean isPresentable(FinishedPage page, Duration away) {
        return page != null && present.get().allows(page.point()) && away.compareTo(longestOutage) <= 0;
    }

    private static Optional<Making.Made> await(CompletableFuture<Making.Made> others, long end) throws ServletException {
        try {
            return Optional.of(others.get(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException never) {
            throw new ServletException(never);
        }
    }
}
