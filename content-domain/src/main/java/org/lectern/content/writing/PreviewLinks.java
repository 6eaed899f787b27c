package org.lectern.content.writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface PreviewLinks {

    @Insert
    Preview add(Preview preview);

    @Query("select p from Preview p where p.secret = :secret and p.endsAt > :now")
    Optional<Preview> living(String secret, Instant now);

    @Query("select p from Preview p where p.articleId = :articleId and p.endsAt > :now order by p.endsAt, p.id")
    List<Preview> of(Long articleId, Instant now);

    @Query("select p from Preview p where p.articleId = :articleId order by p.id")
    List<Preview> all(Long articleId);

    @Delete
    void remove(Preview preview);
}
