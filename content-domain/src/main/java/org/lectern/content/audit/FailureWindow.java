package org.lectern.content.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which failed sign-ins of one stretch of time get a line of their own, so that nobody can fill the disk by guessing: the first of each account, address
 * and door, up to bounds. What repeats it, or comes beyond the bounds, is counted and told in one line when the window closes.
 */
final class FailureWindow {

    /** Lines of one address; whoever makes up account names gets no further. */
    static final int LINES_OF_ADDRESS = 5;

    /** Lines of all. */
    static final int LINES = 20;

    /** One account, one address, one door. */
    record Pair(String account, String address, SignInFailed.Door door) {

        Pair(SignInFailed failure) {
            this(failure.account(), failure.address(), failure.door());
        }
    }

    /** What is told at the end. @param account empty where it stands for many */
    record Repeated(String account, String address, long times) {
    }

    private final Map<Pair, Long> repeats = new LinkedHashMap<>();
    private final Map<String, Integer> linesOfAddress = new HashMap<>();
    private final Map<String, Long> beyondOfAddress = new LinkedHashMap<>();
    private long beyond;

    /** @return whether this one is to be written now */
    boolean isNews(SignInFailed failure) {
        var pair = new Pair(failure);
        if (repeats.computeIfPresent(pair, (known, times) -> times + 1) != null) {
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
        repeats.put(pair, 0L);
        return true;
    }

    /** What has been counted and not written. */
    List<Repeated> rest() {
        var rest = new ArrayList<Repeated>();
        repeats.forEach((pair, times) -> {
            if (times > 0) {
                rest.add(new Repeated(pair.account(), pair.address(), times));
            }
        });
        beyondOfAddress.forEach((address, times) -> rest.add(new Repeated("", address, times)));
        if (beyond > 0) {
            rest.add(new Repeated("", "", beyond));
        }
        return rest;
    }
}
