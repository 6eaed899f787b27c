package org.lectern.content.importing;

import java.util.List;
import java.util.Optional;

import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;
import jakarta.data.repository.Insert;

@Repository(dataStore = "java:app/env/persistence/content")
interface Origins {

    @Insert
    Origin add(Origin origin);

    @Save
    Origin save(Origin origin);

    @Find
    Optional<Origin> find(@By("source") String source, @By("path") String path);

    @Query("""
            select new org.lectern.content.importing.KnownArticle(o.path, o.articleId, o.sha256, o.revision, a.revision, a.slug, a.title, a.status)
            from Origin o, Article a
            where a.id = o.articleId and o.source = :source
            order by o.path""")
    List<KnownArticle> known(String source);
}
