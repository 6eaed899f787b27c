package org.lectern.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down the guessing of passwords, at all doors together, and locks nobody out.
 *
 * <ul>
 * <li>A pair of account and address has {@value #FREE} wrong tries; then it waits 5 s, doubled by each further one up to 15 minutes. One wrong try is
 * forgiven every 30 minutes without another. So one address gets about 100 tries a day at one account.
 * <li>An account that is guessed at from many addresses makes each try of a pair wait 5 s: a stranger can cause this delay for others, and no more.
 * <li>An address that guesses at many accounts has one try in a second for all of them together.
 * <li>A pair that has signed in before is spared both.
 * <li>What is remembered is bounded: {@value #MOST} pairs, accounts and addresses each, the longest unused forgotten first. Who is told to wait is not remembered for
 * asking, so that nobody makes the guard forget by asking much.
 * </ul>
 *
 * <p>An IPv6 address counts by its /64 network. The answer is the same whether the account exists or not.
 */
class SignInThrottle {

    static final int FREE = 5;
    static final int MOST = 20_000;

    private static final int PENDING_AT_ONCE = 8;
    private static final int PENDING_AT_ONCE_KNOWN = 64;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGIVEN_EVERY = Duration.ofMinutes(30);
    private static final int ACCOUNT_IS_GUESSED_AT = 30;
    private static final Duration ACCOUNT_FORGIVEN_EVERY = Duration.ofSeconds(30);
    private static final int ADDRESS_GUESSES = 60;
    private static final Duration ADDRESS_GUESSES_EVERY = Duration.ofSeconds(1);
    private static final Duration ADDRESS_FORGIVEN_EVERY = Duration.ofSeconds(15);
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    private final Clock clock;
    private final Map<Pair, Tries> pairs = bounded();
    private final Map<String, Failures> accounts = bounded();
    private final Map<String, Source> addresses = bounded();
    private final Map<Pair, Instant> known = bounded();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this pair has to wait before its next try; zero: it may try now, and {@link #settle} must follow. Between 1 s and 15 minutes otherwise. */
    synchronized Duration ask(String account, String address) {
        var now = clock.instant();
        var pair = new Pair(fold(account), network(address));
        var wait = waits(pair, now);
        if (wait.isZero()) {
            pairs.computeIfAbsent(pair, unseen -> new Tries()).pending++;
            addresses.computeIfAbsent(pair.network, unseen -> new Source()).begin(now);
        }
        return wait.isZero() ? wait : Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private Duration waits(Pair pair, Instant now) {
        var isKnown = isKnown(pair, now);
        var tries = pairs.get(pair);
        if (tries != null) {
            var wait = tries.waits(now);
            if (wait.isZero() && tries.pending >= (isKnown ? PENDING_AT_ONCE_KNOWN : PENDING_AT_ONCE)) {
                wait = Duration.ofSeconds(1);
            }
            if (!wait.isZero()) {
                return wait;
            }
        }
        if (isKnown) {
            return Duration.ZERO;
        }
        var source = addresses.get(pair.network);
        var wait = source == null ? Duration.ZERO : source.waits(now);
        return wait.isZero() && isGuessedAt(pair.account, now) ? pairs.computeIfAbsent(pair, unseen -> new Tries()).passesGate(now) : wait;
    }

    /** The try for which {@link #ask} gave way has ended. */
    synchronized void settle(String account, String address, boolean signedIn) {
        var now = clock.instant();
        var pair = new Pair(fold(account), network(address));
        var tries = pairs.computeIfAbsent(pair, unseen -> new Tries());
        tries.pending = Math.max(0, tries.pending - 1);
        tries.gate = null;
        var source = addresses.computeIfAbsent(pair.network, unseen -> new Source());
        source.pending = Math.max(0, source.pending - 1);
        if (signedIn) {
            known.put(pair, now);
        } else {
            tries.failures.add(now, FORGIVEN_EVERY);
            accounts.computeIfAbsent(pair.account, unseen -> new Failures()).add(now, ACCOUNT_FORGIVEN_EVERY);
            source.failures.add(now, ADDRESS_FORGIVEN_EVERY);
        }
    }

    /** How many things are remembered in all. */
    synchronized int size() {
        return pairs.size() + accounts.size() + addresses.size() + known.size();
    }

    private boolean isKnown(Pair pair, Instant now) {
        var since = known.get(pair);
        return since != null && since.plus(KNOWN_FOR).isAfter(now);
    }

    private boolean isGuessedAt(String account, Instant now) {
        var failures = accounts.get(account);
        return failures != null && failures.left(now, ACCOUNT_FORGIVEN_EVERY) >= ACCOUNT_IS_GUESSED_AT;
    }

    /** Directories take names in any case and form, so that these must not be more tries. */
    private static String fold(String account) {
        var folded = Normalizer.normalize(account.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.length() <= 100 ? folded : folded.substring(0, 100);
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    private record Pair(String account, String network) {
    }

    /** Wrong tries, of which time forgives one after the other. */
    private static class Failures {

        /** So that a long attack is forgiven soon after its end. */
        static final int MOST_COUNTED = 2 * ADDRESS_GUESSES;

        int count;
        Instant last = Instant.EPOCH;

        void add(Instant now, Duration forgivenEvery) {
            count = Math.min(MOST_COUNTED, left(now, forgivenEvery) + 1);
            last = now;
        }

        int left(Instant now, Duration forgivenEvery) {
            var forgiven = Duration.between(last, now).dividedBy(forgivenEvery);
            return (int) Math.max(0, count - Math.max(0, forgiven));
        }
    }

    /** The tries that come from one address, for whatever account. */
    private static class Source {

        final Failures failures = new Failures();
        int pending;
        /** When the next try may come, while it looks like guessing. */
        Instant next = Instant.EPOCH;

        /** Tries under way count as wrong: many at once are no way round. */
        Duration waits(Instant now) {
            return failures.left(now, ADDRESS_FORGIVEN_EVERY) + pending >= ADDRESS_GUESSES && next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
        }

        void begin(Instant now) {
            pending++;
            next = now.plus(ADDRESS_GUESSES_EVERY);
        }
    }

    private static class Tries {

        final Failures failures = new Failures();
        int pending;
        /** When the next try may come, while the account is guessed at. */
        Instant gate;

        Duration waits(Instant now) {
            var wrong = failures.left(now, FORGIVEN_EVERY);
            if (wrong < FREE) {
                return Duration.ZERO;
            }
            var delay = SHORTEST.multipliedBy(1L << Math.min(10, wrong - FREE));
            var due = failures.last.plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
            return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
        }

        Duration passesGate(Instant now) {
            if (gate == null) {
                gate = now.plus(SHORTEST);
            }
            return gate.isAfter(now) ? Duration.between(now, gate) : Duration.ZERO;
        }
    }
}
