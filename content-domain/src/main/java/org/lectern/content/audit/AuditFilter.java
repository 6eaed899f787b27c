package org.lectern.content.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entries of the audit are asked for; what is empty does not narrow.
 *
 * @param from    at this time or later
 * @param until   before this time
 * @param account all of it, in any case
 * @param kind    such as {@code article}
 * @param subject the id of a thing of this kind
 * @param text    part of the title or of the network address, in any case
 */
public record AuditFilter(Optional<Instant> from, Optional<Instant> until, Optional<String> account, Optional<Action> action, Optional<String> kind, Optional<Long> subject, Optional<String> text) {

    /** All that is kept. */
    public static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AuditFilter {
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(account);
        Objects.requireNonNull(action);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }

    /** The same, and before this time. */
    public AuditFilter before(Instant time) {
        return new AuditFilter(from, until.filter(time::isAfter).or(() -> Optional.of(time)), account, action, kind, subject, text);
    }
}
