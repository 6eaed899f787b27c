package org.lectern.content.tag;

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

import org.lectern.content.Slug;

@Repository(dataStore = "java:app/env/persistence/content")
public interface Tags {

    @Insert
    Tag add(Tag tag);

    @Insert
    TagAlias add(TagAlias alias);

    @Save
    Tag save(Tag tag);

    @Find
    Optional<Tag> find(@By("id") Long id);

    @Find
    Optional<Tag> bySlug(@By("slug") Slug slug);

    /** {@code slugs} is not empty. */
    @Query("select t from Tag t where t.slug in :slugs order by t.id")
    List<Tag> bySlugs(Collection<Slug> slugs);

    /** {@code slugs} is not empty. */
    @Query("select a from TagAlias a where a.alias in :slugs order by a.alias")
    List<TagAlias> aliases(Collection<String> slugs);

    /** {@code ids} is not empty. */
    @Query("select t from Tag t where t.id in :ids order by t.id")
    List<Tag> byIds(Collection<Long> ids);

    @Query("select a from TagAlias a where a.tagId = :tagId order by a.alias")
    List<TagAlias> aliasesOf(Long tagId);

    /** The ids of the articles where readers may start, in order. */
    @Query("select p from Tag t join t.pins p where t.id = :id order by index(p)")
    List<Long> pins(Long id);

    @Delete
    void remove(TagAlias alias);

    @Delete
    void remove(Tag tag);

    @Query("select count(t) from Tag t")
    long count();
}
