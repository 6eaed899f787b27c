package org.lectern.content.audit;

import java.time.Instant;

import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Upkeeps extends DataRepository<Upkeep, String> {

    /** Takes a piece of work, unless it was done at that time or later. @return 1 for the one node that has it, 0 for the others */
    @Query("update Upkeep u set u.doneAt = :now where u.name = :name and u.doneAt < :before")
    long take(String name, Instant now, Instant before);
}
