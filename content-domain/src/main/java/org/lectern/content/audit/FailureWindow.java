package org.lectern.content.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides which failed sign-ins, or which refusals, of one stretch of time get a line of their own, so that nobody can fill the disk by guessing: the first of each
 * account, address and title, up to bounds of one doer and of all. What repeats it, or comes beyond the bounds, is counted and told in one line when the window closes.
 */
final class FailureWindow {

    /** Lines of one doer; whoever makes up account names gets no further. */
    static final int LINES_OF_ONE = 5;

    /** Lines of all. */
    static final int LINES = 20;

    /** @param title by which door somebody failed, or what was refused */
    record Failure(String account, String address, String title) {
    }

    /** Who is behind failures, as far as it is known; the rest is empty. */
    private record Doer(String account, String address) {
    }

    /** What is told at the end. @param account empty where it stands for many, as the address */
    record Repeated(String account, String address, long times) {
    }

    private final Function<Failure, Doer> doerOf;
    private final Map<Failure, Long> repeats = new LinkedHashMap<>();
    private final Map<Doer, Integer> linesOf = new HashMap<>();
    private final Map<Doer, Long> beyondOf = new LinkedHashMap<>();
    private long beyond;

    private FailureWindow(Function<Failure, Doer> doerOf) {
        this.doerOf = doerOf;
    }

    /** Of strangers, who may make up any account, but no address. */
    static FailureWindow ofStrangers() {
        return new FailureWindow(failure -> new Doer("", failure.address()));
    }

    /** Of people who have signed in; many of them may come from one address, that of a proxy. */
    static FailureWindow ofAccounts() {
        return new FailureWindow(failure -> new Doer(failure.account(), ""));
    }

    /** @return whether this one is to be written now */
    boolean isNews(Failure failure) {
        if (repeats.computeIfPresent(failure, (known, times) -> times + 1) != null) {
            return false;
        }
        var doer = doerOf.apply(failure);
        var lines = linesOf.getOrDefault(doer, 0);
        if (lines >= LINES_OF_ONE) {
            beyondOf.merge(doer, 1L, Long::sum);
            return false;
        }
        if (repeats.size() >= LINES) {
            beyond++;
            return false;
        }
        linesOf.put(doer, lines + 1);
        repeats.put(failure, 0L);
        return true;
    }

    /** What has been counted and not written. */
    List<Repeated> rest() {
        var rest = new ArrayList<Repeated>();
        repeats.forEach((failure, times) -> {
            if (times > 0) {
                rest.add(new Repeated(failure.account(), failure.address(), times));
            }
        });
        beyondOf.forEach((doer, times) -> rest.add(new Repeated(doer.account(), doer.address(), times)));
        if (beyond > 0) {
            rest.add(new Repeated("", "", beyond));
        }
        return rest;
    }
}
