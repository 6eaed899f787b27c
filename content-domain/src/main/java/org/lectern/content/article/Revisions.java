package org.lectern.content.article;

import java.util.List;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Revisions {

    @Insert
    Revision add(Revision revision);

    @Query("select r from Revision r where r.articleId = :articleId order by r.number, r.id")
    List<Revision> of(Long articleId);
}
