package org.lectern.content.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which failed sign-ins, or which refusals, of one stretch of time get a line of their own, so that nobody can fill the disk by guessing: the first of each
 * account, address and title, up to bounds. What repeats it, or comes beyond the bounds, is counted and told in one line when the window closes.
 */
final class FailureWindow {

    /** Lines of one address; whoever makes up account names gets no further. */
    static final int LINES_OF_ADDRESS = 5;

    /** Lines of all. */
    static final int LINES = 20;

    /** @param title by which door somebody failed, or what was refused */
    record Failure(String account, String address, String title) {
    }

    /** What is told at the end. @param account empty where it stands for many */
    record Repeated(String account, String address, long times) {
    }

    private final Map<Failure, Long> repeats = new LinkedHashMap<>();
    private final Map<String, Integer> linesOfAddress = new HashMap<>();
    private final Map<String, Long> beyondOfAddress = new LinkedHashMap<>();
    private long beyond;

    /** @return whether this one is to be written now */
    boolean isNews(Failure failure) {
        if (repeats.computeIfPresent(failure, (known, times) -> times + 1) != null) {
            return false;
        }
        var lines = linesOfAddress.getOrDefault(failure.address(), 0);
        if (lines >= LINES_OF_ADDRESS) {
            beyondOfAddress.merge(failure.address(), 1L, Long::sum);
            return false;
        }
        if (repeats.size() >= LINES) {
            beyond++;
            return false;
        }
        linesOfAddress.put(failure.address(), lines + 1);
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
        beyondOfAddress.forEach((address, times) -> rest.add(new Repeated("", address, times)));
        if (beyond > 0) {
            rest.add(new Repeated("", "", beyond));
        }
        return rest;
    }
}
