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

    /** The newest first, older than {@code before}. */
    @Query("""
            select new org.lectern.content.article.RevisionLine(r.number, r.title, r.account, r.reason, r.madeAt)
            from Revision r
            where r.articleId = :articleId and r.number < :before
            order by r.number desc, r.id desc""")
    List<RevisionLine> lines(Long articleId, int before, Limit most);

    /** Who made revisions newer than {@code live} for one of the reasons {@code texts}, since the last one for one of {@code releases}. Neither is empty. */
    @Query("""
            select distinct r.account
            from Revision r
            where r.articleId = :articleId and r.number > :live and r.reason in :texts
            and not exists (select later.id from Revision later where later.articleId = r.articleId and later.number > r.number and later.reason in :releases)""")
    List<String> writers(Long articleId, int live, Collection<String> texts, Collection<String> releases);

    @Query("select r from Revision r where r.articleId = :articleId order by r.number, r.id")
    List<Revision> of(Long articleId);
}
