package org.lectern.content.writing;

import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
public interface AutosaveRows {

    @Insert
    void add(Autosave autosave);

    @Save
    void save(Autosave autosave);

    @Query("select a from Autosave a where a.account = :account and a.page = :page")
    Optional<Autosave> find(String account, String page);

    /** What was typed of articles that are not begun yet, the newest first. */
    @Query("select a from Autosave a where a.account = :account and a.page like 'new:%' order by a.savedAt desc, a.id desc")
    List<Autosave> begun(String account, Limit limit);

    @Query("select a from Autosave a where a.account = :account order by a.savedAt desc, a.id desc")
    List<Autosave> of(String account, Limit limit);

    @Query("select count(a) from Autosave a where a.account = :account")
    long count(String account);

    @Delete
    void remove(Autosave autosave);
}
