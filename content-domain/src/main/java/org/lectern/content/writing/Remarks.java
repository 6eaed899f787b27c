package org.lectern.content.writing;

import java.util.List;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Remarks {

    @Insert
    Remark add(Remark remark);

    @Query("select r from Remark r where r.reviewId = :reviewId order by r.madeAt, r.id")
    List<Remark> of(Long reviewId);
}
