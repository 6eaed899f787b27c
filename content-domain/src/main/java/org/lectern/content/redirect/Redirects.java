package org.lectern.content.redirect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.repository.By;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Redirects {

    @Insert
    Redirect add(Redirect redirect);

    @Save
    Redirect save(Redirect redirect);

    @Delete
    void remove(Redirect redirect);

    @Find
    Optional<Redirect> find(@By("path") String path);

    /** {@code paths} is not empty. */
    @Query("select r from Redirect r where r.path in :paths order by r.id")
    List<Redirect> all(Collection<String> paths);

    @Query("select r from Redirect r where r.tagId = :tagId order by r.id")
    List<Redirect> toTag(Long tagId);

    @Query("select r.path from Redirect r where r.articleId = :articleId order by r.path")
    List<String> pathsTo(Long articleId);
}
