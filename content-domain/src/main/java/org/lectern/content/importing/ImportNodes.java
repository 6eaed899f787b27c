package org.lectern.content.importing;

import java.time.Instant;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
interface ImportNodes {

    @Save
    ImportNode save(ImportNode node);

    @Query("delete from ImportNode n where n.beatAt < :before")
    void forget(Instant before);
}
