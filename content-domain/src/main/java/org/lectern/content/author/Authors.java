package org.lectern.content.author;

import java.util.Collection;
import java.util.List;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

import org.lectern.content.Slug;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Authors {

    @Insert
    Author add(Author author);

    /** {@code slugs} is not empty. */
    @Query("select a from Author a where a.slug in :slugs order by a.id")
    List<Author> bySlugs(Collection<Slug> slugs);

    @Query("select count(a) from Author a")
    long count();
}
