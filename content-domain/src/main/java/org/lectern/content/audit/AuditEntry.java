package org.lectern.content.audit;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One line of the audit. It is written once. */
@Entity
@Table(name = "audit")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_ids")
    @SequenceGenerator(name = "audit_ids", sequenceName = "audit_ids", allocationSize = 50)
    private Long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String account;

    private String address;

    @Enumerated(EnumType.STRING)
    private Action action;

    private String kind;

    private Long subject;

    private String title;

    protected AuditEntry() {
    }

    AuditEntry(Instant happenedAt, String account, String address, Action action, String kind, Long subject, String title) {
        this.happenedAt = happenedAt;
        this.account = cut(account, 200);
        this.address = cut(address, 64);
        this.action = action;
        this.kind = kind;
        this.subject = subject;
        this.title = cut(title, 1000);
    }

    private static String cut(String text, int most) {
        var kept = text.replace("\u0000", "");
        return kept.length() > most ? kept.substring(0, most) : kept;
    }

    public Long id() {
        return id;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public String account() {
        return account;
    }

    public String address() {
        return address;
    }

    public Action action() {
        return action;
    }

    /** What sort of thing it was done to: {@code article}, {@code tag}, {@code account}. */
    public String kind() {
        return kind;
    }

    /** The id of that thing; empty where it has none. */
    public Optional<Long> subject() {
        return Optional.ofNullable(subject);
    }

    /** Its name at that time. */
    public String title() {
        return title;
    }
}
