package org.lectern.content;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event: somebody wants to know whether readers can be served. Each feature that has to be built or checked first observes it and says how far it is:
 * {@code void tell(@Observes ReadinessAsked asked) { asked.part("archive index", isReady()); }}. Observers answer at once and never ask the database.
 */
public final class ReadinessAsked {

    private final Map<String, Boolean> parts = new LinkedHashMap<>();

    /** @param name for the person on call, such as {@code schema} */
    public void part(String name, boolean ready) {
        parts.put(name, ready);
    }

    public Map<String, Boolean> parts() {
        return Map.copyOf(parts);
    }

    public boolean isReady() {
        return !parts.containsValue(false);
    }
}
