package org.lectern.trips;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again for what a server shows only a moment after it has answered: {@code Until.shows(() -> site.get("/tags/java/"), page -> page.status() == 200)}. */
public final class Until {

    private static final Duration MOMENT = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private Until() {
    }

    /** As {@link #shows(Duration, Supplier, Predicate)}, for half a minute. */
    public static <T> T shows(Supplier<T> question, Predicate<T> expected) {
        return shows(MOMENT, question, expected);
    }

    /** Asks until the answer is as expected, less and less often. @return the last answer, which is another if {@code atMost} has passed: so assert what it is */
    public static <T> T shows(Duration atMost, Supplier<T> question, Predicate<T> expected) {
        var end = System.nanoTime() + atMost.toNanos();
        var pause = FIRST_PAUSE.toNanos();
        var answer = question.get();
        while (!expected.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
