package org.lectern.content.author;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.repository.Delete;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

import org.lectern.content.Slug;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Authors {

    @Insert
    Author add(Author author);

    /** {@code slugs} is not empty. */
    @Query("select a from Author a where a.slug in :slugs order by a.id")
    List<Author> bySlugs(Collection<Slug> slugs);

    @Save
    Author save(Author author);

    @Query("select a from Author a where a.account = :account")
    Optional<Author> ofAccount(String account);

    /** Those with an account who call themselves so now. {@code names} is not empty. */
    @Query("select a from Author a where a.account is not null and a.name in :names order by a.id")
    List<Author> withAccountNamed(Collection<String> names);

    @Insert
    AuthorAlias add(AuthorAlias alias);

    /** {@code slugs} is not empty. */
    @Query("select a from AuthorAlias a where a.slug in :slugs order by a.slug")
    List<AuthorAlias> aliases(Collection<String> slugs);

    @Delete
    void remove(AuthorAlias alias);

    /** {@code ids} is not empty. */
    @Query("select a from Author a where a.id in :ids order by a.id")
    List<Author> byIds(Collection<Long> ids);

    /** Everybody, whether readers see an article under the name or not. */
    @Query("select new org.lectern.content.author.AuthorName(a.id, a.slug, a.name, a.portrait) from Author a order by a.id")
    List<AuthorName> names();

    @Query("select count(a) from Author a")
    long count();
}
