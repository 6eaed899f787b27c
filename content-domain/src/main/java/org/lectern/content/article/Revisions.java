package org.lectern.content.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Revisions {

    @Insert
    Revision add(Revision revision);

    @Query("select r from Revision r where r.articleId = :articleId and r.number = :number")
    Optional<Revision> numbered(Long articleId, int number);

    @Query("select new org.lectern.content.article.RevisionLine(r.number, r.title, r.account, r.reason, r.madeAt) from Revision r where r.articleId = :articleId order by r.number desc, r.id desc")
    List<RevisionLine> lines(Long articleId);

    /** The newest first. {@code reasons} is not empty. */
    @Query("select r from Revision r where r.articleId = :articleId and r.reason in :reasons order by r.number desc, r.id desc")
    List<Revision> lastTexts(Long articleId, Collection<String> reasons, Limit most);

    @Query("select r from Revision r where r.articleId = :articleId order by r.number, r.id")
    List<Revision> of(Long articleId);
}
