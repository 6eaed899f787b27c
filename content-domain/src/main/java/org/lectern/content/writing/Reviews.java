package org.lectern.content.writing;

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
public interface Reviews {

    @Insert
    Review add(Review review);

    @Save
    Review save(Review review);

    @Find
    Optional<Review> find(@By("id") Long id);

    /** Of one article, the newest first. */
    @Query("select r from Review r where r.articleId = :articleId order by r.handedInAt desc, r.id desc")
    List<Review> of(Long articleId);

    /** Who waits longest comes first; what lies in the bin waits for nobody. */
    @Query("""
            select new org.lectern.content.writing.ReviewLine(r.id, a.id, v.title, a.status, r.account, r.note, r.handedInAt)
            from Review r, Article a, Revision v
            where r.state = org.lectern.content.writing.Review.State.OPEN and a.id = r.articleId and a.status <> org.lectern.content.article.Status.BINNED
            and v.articleId = a.id and v.number = a.revision
            order by r.handedInAt, r.id""")
    List<ReviewLine> queue(Limit most);

    @Query("select count(r) from Review r, Article a where r.state = org.lectern.content.writing.Review.State.OPEN and a.id = r.articleId and a.status <> org.lectern.content.article.Status.BINNED")
    long countOpen();
}
