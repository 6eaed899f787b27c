package org.lectern.content.audit;

import java.time.Instant;
import java.util.List;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface AuditEntries {

    @Insert
    AuditEntry add(AuditEntry entry);

    @Query("select e from AuditEntry e order by e.happenedAt desc, e.id desc")
    List<AuditEntry> newest(Limit most);

    /** For {@link Retention} alone. @return how many */
    @Query("delete from AuditEntry e where e.happenedAt < :before")
    long removeBefore(Instant before);
}
