package org.lectern.content.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
interface ImportJobs {

    @Insert
    ImportJob add(ImportJob job);

    @Save
    ImportJob save(ImportJob job);

    @Find
    Optional<ImportJob> find(@By("id") Long id);

    @Query("select j from ImportJob j where j.node = :node and j.state = org.lectern.content.importing.ImportJob.State.RUNNING order by j.id")
    List<ImportJob> runningHere(String node);

    /** What runs on other nodes that have given no sign of life since then. */
    @Query("""
            select j from ImportJob j
            where j.node <> :node and j.state = org.lectern.content.importing.ImportJob.State.RUNNING
                and not exists (select n.id from ImportNode n where n.id = j.node and n.beatAt >= :since)
            order by j.id""")
    List<ImportJob> orphaned(String node, Instant since);

    @Query("select j from ImportJob j where j.source = :source and j.state = org.lectern.content.importing.ImportJob.State.RUNNING order by j.id")
    List<ImportJob> running(String source);

    @Query("select j from ImportJob j order by j.id desc")
    List<ImportJob> newest(Limit most);
}
