package org.lectern.content.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.Limit;
import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

import jakarta.persistence.PersistenceUnit;

import org.lectern.content.Slug;

/** Names the persistence unit for all repositories, whose jar has no place of its own for such a reference. */
@PersistenceUnit(name = "java:app/env/persistence/content", unitName = "content")
@Repository(dataStore = "java:app/env/persistence/content")
public interface Articles {

    @Insert
    Article add(Article article);

    @Save
    Article save(Article article);

    @Find
    Optional<Article> find(@By("id") Long id);

    @Find
    Optional<Article> bySlug(@By("slug") Slug slug);

    /** {@code slugs} is not empty. */
    @Query("select new org.lectern.content.article.ArticleId(a.id, a.slug) from Article a where a.slug in :slugs")
    List<ArticleId> idsOf(Collection<Slug> slugs);

    /** What lists show of these articles, in no order: the archive knows the order. Leaves out what is not visible any more. {@code ids} is not empty. */
    @Query("""
            select new org.lectern.content.article.ArticleCard(a.id, a.slug, a.title, a.excerpt, a.hasMore, a.publishedAt, a.words, a.language)
            from Article a
            where a.id in :ids and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    List<ArticleCard> cards(Collection<Long> ids, Instant now);

    @Query("""
            select new org.lectern.content.article.ArticlePage(a.id, a.slug, a.title, a.html, a.outline, a.publishedAt, a.updatedAt, a.words, a.language, a.description, a.image)
            from Article a
            where a.id = :id and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    Optional<ArticlePage> page(Long id, Instant now);

    /** What programs get of these articles, in no order, without those that are not visible any more. {@code ids} is not empty. */
    @Query("""
            select new org.lectern.content.article.ArticleText(a.id, a.slug, a.title, a.html, a.excerpt, a.feedId, a.publishedAt, a.updatedAt, a.words, a.language, a.description)
            from Article a
            where a.id in :ids and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    List<ArticleText> texts(Collection<Long> ids, Instant now);

    /** The same with an empty text in the place of the HTML, which may be large. */
    @Query("""
            select new org.lectern.content.article.ArticleText(a.id, a.slug, a.title, '', a.excerpt, a.feedId, a.publishedAt, a.updatedAt, a.words, a.language, a.description)
            from Article a
            where a.id in :ids and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    List<ArticleText> summaries(Collection<Long> ids, Instant now);

    /** The dates of the visible articles with an id in this range, in no order. */
    @Query("""
            select new org.lectern.content.article.ArticleStamp(a.id, a.publishedAt, a.updatedAt)
            from Article a
            where a.id >= :from and a.id <= :to and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    List<ArticleStamp> stamps(Long from, Long to, Instant now);

    @Query("select new org.lectern.content.article.ArticleFace(a.id, a.image, a.translationKey, a.series) from Article a where a.id = :id")
    Optional<ArticleFace> face(Long id);

    /** The articles that share this key, visible or not. */
    @Query("select a.id from Article a where a.translationKey = :key order by a.id")
    List<Long> translations(String key);

    /** All published articles that share a key with others or may once, visible or not. */
    @Query("""
            select new org.lectern.content.article.Translated(a.translationKey, a.id)
            from Article a
            where a.translationKey is not null and a.status = org.lectern.content.article.Status.PUBLISHED
            order by a.id""")
    List<Translated> translated();

    /** The parts of a series, visible or not. */
    @Query("select a.id from Article a where a.series = :name order by a.id")
    List<Long> ofSeries(String name);

    /** The articles under an author's name, visible or not. */
    @Query("select a.id from Article a join a.authors author where author = :authorId order by a.id")
    List<Long> under(Long authorId);

    @Query("select count(a) from Article a join a.authors author where author = :authorId and a.status = org.lectern.content.article.Status.PUBLISHED")
    long countPublishedUnder(Long authorId);

    /** Whose names stand under which published articles, visible or not. */
    @Query("""
            select new org.lectern.content.article.Signature(u.id, a.id)
            from Article a join a.authors author, Author u
            where u.id = author and a.status = org.lectern.content.article.Status.PUBLISHED
            order by a.id""")
    List<Signature> signatures();

    /** How many other articles feed readers know by this id. @param id of the article itself; any number that is no id for one that is not saved yet */
    @Query("select count(a) from Article a where a.feedId = :feedId and a.id <> :id")
    long othersFedAs(String feedId, Long id);

    /** The names under these articles. {@code ids} is not empty. */
    @Query("""
            select new org.lectern.content.article.Byline(a.id, index(author), u.slug, u.name, u.portrait)
            from Article a join a.authors author, Author u
            where u.id = author and a.id in :ids
            order by a.id, index(author)""")
    List<Byline> bylines(Collection<Long> ids);

    /** How many published articles use each spelling of a tag. */
    @Query("""
            select new org.lectern.content.article.Spelling(t.spelling, count(a.id)) from Article a join a.taggings t
            where t.tagId = :tagId and a.status = org.lectern.content.article.Status.PUBLISHED group by t.spelling""")
    List<Spelling> publishedSpellings(Long tagId);

    /** How many articles use each spelling of a tag, drafts among them. */
    @Query("select new org.lectern.content.article.Spelling(t.spelling, count(a.id)) from Article a join a.taggings t where t.tagId = :tagId group by t.spelling")
    List<Spelling> spellings(Long tagId);

    /** The articles whose texts lead to an article by its slug, since there was none when they were rendered. */
    @Query("select distinct a.id from Article a join a.links l where l.targetId is null and l.target = :slug order by a.id")
    List<Long> leadingBySlug(String slug);

    @Query("select a.id from Article a where a.status = org.lectern.content.article.Status.SCHEDULED and a.publishedAt <= :now order by a.publishedAt, a.id")
    List<Long> due(Instant now, Limit most);

    /** Before all expiries. Without such a bound H2 looks through all articles that have none, which come before the others in its indexes. */
    Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    /** @param ever {@link #EVER} */
    @Query("select a.id from Article a where a.status = org.lectern.content.article.Status.PUBLISHED and a.lapsed = false and a.expiresAt between :ever and :now order by a.expiresAt, a.id")
    List<Long> over(Instant ever, Instant now, Limit most);

    /** How many articles that readers see show this picture. */
    @Query("""
            select count(a)
            from Article a join a.pictures p
            where p = :key and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    long showing(String key, Instant now);

    /** How many articles that readers see stand under the name of somebody whose portrait this picture is. */
    @Query("""
            select count(a)
            from Article a join a.authors author, Author u
            where u.id = author and u.portrait = :key
                and a.status = org.lectern.content.article.Status.PUBLISHED and a.publishedAt <= :now and (a.expiresAt is null or a.expiresAt > :now)""")
    long portraying(String key, Instant now);

    @Query("select new org.lectern.content.article.StatusCount(a.status, count(a)) from Article a group by a.status")
    List<StatusCount> countByStatus();

    /** How many are published and not visible any more. @param ever {@link #EVER} */
    @Query("select count(a) from Article a where a.status = org.lectern.content.article.Status.PUBLISHED and a.expiresAt between :ever and :now")
    long countExpired(Instant ever, Instant now);

    @Query("select count(a) from Article a")
    long count();
}
